using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>Dry run, approve first, preview, back-fill and the suspense account, by a person in a real browser.</summary>
public sealed class ModesTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task A_bookkeeper_looks_before_anything_is_sent_and_approves()
    {
        await _restaurants.TurnOnAsync(Krogen, syncSales: false);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.SubmitAsync(RealEvenings.Z65);
        await using var browser = await SignInAsync("approve-first");
        var page = browser.Page;

        // A dry run, compared with what Spiris has.
        await OpenAsync(page, $"/finance/dry-run?company={Krogen}&first=2021-05-01&last=2021-05-31");
        await Button(page, "And compare with Spiris").ClickAsync();
        await Expect(page.GetByText("accounts and days differ")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await browser.PictureAsync("dry-run");

        // The mode, with its explanations.
        await OpenAsync(page, $"/integrations/finance/visma-ecom?company={Krogen}");
        await page.GetByLabel("Sync sales", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Approve first", new() { Exact = true }).CheckAsync();
        await Button(page, "Save").ClickAsync();
        await browser.PictureAsync("question");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save and send") }).ClickAsync();
        await Expect(page.GetByText("History is on its way into Spiris")).ToBeVisibleAsync();
        await browser.PictureAsync("saved");
        await _restaurants.UntilAsync(RealEvenings.Z65, "waiting");

        // The closing's page explains the voucher that waits.
        await OpenAsync(page, $"/closings/KASSA1/64?company={Krogen}");
        await page.GetByText("Explain the voucher").ClickAsync();
        await Expect(page.GetByText("From the Z-report to the voucher")).ToBeVisibleAsync();
        await browser.PictureAsync("preview-explained");

        await OpenAsync(page, $"/finance/approvals?company={Krogen}");
        await page.GetByText("Voucher rows").First.ClickAsync();
        await browser.PictureAsync("approvals");
        await Button(page, "Approve all 2 shown").ClickAsync();
        await Expect(page.GetByText("2 approved.")).ToBeVisibleAsync();
        await browser.PictureAsync("approved");
        await _restaurants.UntilAsync(RealEvenings.Z65, "booked");

        // On a phone.
        await page.SetViewportSizeAsync(400, 850);
        await OpenAsync(page, $"/finance/back-fill?company={Krogen}");
        await Expect(page.GetByText("2 of 2 closings are done.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await browser.PictureAsync("back-fill-done-on-a-phone");
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_booked_without_an_account_is_booked_over()
    {
        var bare = MappingBuilder.Empty.Vat(25, 2610).Vat(12, 2620).Payment("card", 1932).Suspense(1910);
        await MapAsync(2, bare);
        await _restaurants.ChangeAsync(Krogen, async (db, companyId) =>
            (await db.Companies.SingleAsync(company => company.Id == companyId)).ChooseWhenUnmapped(WhenUnmapped.BookToSuspense));
        await _restaurants.SubmitAsync(
            Krogen,
            A.Closing.Of("KASSA1", 7).On(2021, 5, 20).PrintedFor(Krogen)
                .Sold("burgers", 12, gross: 560_00, vat: 60_00, name: "Burgare").Paid("card", 60_00).Paid("wolt", 500_00, name: "Wolt")
                .Build().Report);
        await using var browser = await SignInAsync("suspense");
        var page = browser.Page;
        await OpenAsync(page, $"/finance/suspense?company={Krogen}");
        await browser.PictureAsync("without-an-account");

        await MapAsync(3, bare.Sales("burgers", 12, 3210).Payment("wolt", 1925));
        await OpenAsync(page, $"/finance/suspense?company={Krogen}");
        await Expect(page.GetByText("1 days would change")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await browser.PictureAsync("would-change");
        await Button(page, "Book correcting vouchers").ClickAsync();
        await Expect(page.GetByText("1 correcting vouchers are on their way.")).ToBeVisibleAsync();

        await OpenAsync(page, $"/closings/KASSA1/7?company={Krogen}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Voucher A2" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await browser.PictureAsync("closing-with-its-correction");
        browser.Complaints.ShouldBeEmpty();
    }

    private async Task<Browser> SignInAsync(string story)
    {
        var browser = await Browser.OpenAsync(story);
        await browser.Page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await browser.Page.GetByLabel("Email").FillAsync("demo@openone.example");
        await browser.Page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button(browser.Page, "Sign in").ClickAsync();
        return browser;
    }

    private async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_restaurants.Server.Address, path).AbsoluteUri);
        await page.WaitForFunctionAsync("() => !!window.Blazor");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task MapAsync(int version, MappingBuilder mapping) => _restaurants.ChangeAsync(Krogen, (db, companyId) =>
    {
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = companyId,
            Version = version,
            CreatedBy = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows = [.. mapping.Build().Accounts.Select(row => new MappingRow { Key = row.Key, Account = row.Value })],
        });
        return Task.CompletedTask;
    });
}
