using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>A duplicate behind our back, found and dealt with by a person in a real browser.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task The_result_of_a_check_appears_by_itself_and_a_duplicate_is_dealt_with()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new DuplicateWork());
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        await using var browser = await Browser.OpenAsync("reconciliation");
        var page = browser.Page;
        await page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await page.GetByLabel("Email").FillAsync("demo@openone.example");
        await page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();

        await page.GotoAsync(new Uri(_restaurants.Server.Address, $"/finance/reconciliation?company={IntegratedRestaurants.Krogen}").AbsoluteUri);
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2021-05-01");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2021-05-31");
        await Button("Check now").ClickAsync();
        await Expect(page.GetByText("More than once in Spiris")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await browser.PictureAsync("found");

        await page.GetByRole(AriaRole.Link, new() { Name = "Z 64, KASSA1" }).ClickAsync();
        await Expect(page.GetByText("Rättelse av A1").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => !!window.Blazor");
        await browser.PictureAsync("proposed");
        await Button("I have reversed A1").ClickAsync();
        await Expect(page.GetByText("demo@openone.example has reversed A1")).ToBeVisibleAsync();
        await browser.PictureAsync("reversed");

        await page.SetViewportSizeAsync(400, 850);
        await page.GotoAsync(new Uri(_restaurants.Server.Address, $"/finance/reconciliation?company={IntegratedRestaurants.Krogen}").AbsoluteUri);
        await Expect(page.GetByText("1 voucher, as it was booked.")).ToBeVisibleAsync();
        await browser.PictureAsync("all-well-on-a-phone");
        browser.Complaints.ShouldBeEmpty();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }
}
