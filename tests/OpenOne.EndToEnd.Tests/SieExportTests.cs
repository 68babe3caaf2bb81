using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>A period is exported, a day that somebody booked by hand stops, and a person decides: in a real browser.</summary>
public sealed class SieExportTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task A_period_is_exported_and_what_others_have_booked_is_compared()
    {
        await _restaurants.TurnOnAsync(Krogen, syncSales: false);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66 })
        {
            await _restaurants.SubmitAsync(evening);
            await _restaurants.UntilAsync(evening, "held");
        }

        await using var browser = await Browser.OpenAsync("sie-export");
        var page = browser.Page;
        await page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await page.GetByLabel("Email").FillAsync("demo@openone.example");
        await page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();

        await GoAsync($"/finance/sie-export?company={Krogen}");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2021-05-05");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2021-05-06");
        await Button("Preview").ClickAsync();
        await Expect(page.GetByText("2 closings in 2 vouchers")).ToBeVisibleAsync();
        await page.GetByText("Dagskassa 2021-05-05 Z 64 KASSA1").ClickAsync();
        await browser.PictureAsync("preview");
        await Button("Make the file").ClickAsync();
        await Expect(page.GetByText("The file is made.")).ToBeVisibleAsync();
        await browser.PictureAsync("made");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("dagskassa-20210505-20210506-export-1.si");

        await GoAsync($"/integrations/finance/visma-ecom?company={Krogen}");
        await Expect(page.GetByText("Days that are left out")).ToBeVisibleAsync();
        await browser.PictureAsync("left-out-of-the-integration");

        await _restaurants.PostByHandAsync(Krogen, "Z-rapport 66", new DateOnly(2021, 5, 7));
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z66, "rejected");
        await GoAsync($"/finance/duplicates?company={Krogen}");
        await Expect(page.GetByText("names the Z number in its text")).ToBeVisibleAsync();
        await browser.PictureAsync("side-by-side");

        await Button("Svenska").ClickAsync();
        await Expect(page.GetByText("nämner Z-numret i sin text")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(400, 850);
        await browser.PictureAsync("side-by-side-on-a-phone");
        await GoAsync($"/finance/sie-export?company={Krogen}&first=2021-05-05&last=2021-05-07&grouping=CompanyAndDay&series=");
        await browser.PictureAsync("refused-on-a-phone");
        await GoAsync($"/finance/sie-export/1?company={Krogen}");
        await browser.PictureAsync("export-on-a-phone");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(400);

        await GoAsync($"/finance/duplicates?company={Krogen}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redan bokförd: det är A1" }).ClickAsync();
        await Expect(page.GetByText("Dagen är bokförd genom den verifikationen.")).ToBeVisibleAsync();
        await browser.PictureAsync("linked-on-a-phone");
        _restaurants.Books(Krogen).Count.ShouldBe(1);
        browser.Complaints.ShouldBeEmpty();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        Task GoAsync(string address) => page.GotoAsync(new Uri(_restaurants.Server.Address, address).AbsoluteUri);
    }
}
