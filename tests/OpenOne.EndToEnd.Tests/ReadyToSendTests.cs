using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.Accounts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>
/// Steps 1 to 5 of the users' guide on both sides in a real browser, for a company where every one of them is missing: the page
/// "Ready to send?" shows each gap, turns green one by one as the steps are done in Spiris, and the closings leave by themselves.
/// </summary>
public sealed class ReadyToSendTests : IAsyncLifetime
{
    private const string Krogen = "559998-1239";

    private readonly ShiftedClock _clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private Sandbox _sandbox = null!;
    private BackOfficeServer _server = null!;
    private Browser _browser = null!;

    private IPage Page => _browser.Page;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await Sandbox.StartAsync(new SandboxOptions(), _clock);
        _server = await BackOfficeServer.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(_clock), _sandbox.Address,
            "--Readiness:Enabled=true", "--Readiness:LookEvery=00:00:00.2", "--Readiness:BlockedEvery=00:00:01",
            "--Delivery:LookEvery=00:00:00.2");
        LeaveEveryStepUndone();
        await WantInvoicesAsync();
        _browser = await Browser.OpenAsync("ready-to-send");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Each_gap_is_shown_and_turns_green_when_its_step_is_done_and_the_closings_leave_by_themselves()
    {
        using var till = _server.Till(Krogen);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            await till.SubmitAsync(ClosingWire.Of(evening.Report));
        }

        await SignInAsync();
        await OpenReadyAsync();
        await ShowsAsync("Blocked", "sync-sales", "accounting-from", "authorised", "series-chosen");
        await _browser.PictureAsync("nothing-is-done");

        // The settings of the guide: Sync sales, Accounting from, Verification series.
        await Page.GetByRole(AriaRole.Link, new() { Name = "Visma Ecom", Exact = true }).First.ClickAsync();
        await Page.GetByLabel("Sync sales", new() { Exact = true }).CheckAsync();
        await Page.GetByLabel("Accounting from", new() { Exact = true }).FillAsync("2021-05-01");
        await Page.GetByLabel("Verification series", new() { Exact = true }).FillAsync("R");
        await Button("Save").ClickAsync();
        await Button("Save and send 2 closings").ClickAsync();
        await Expect(Page.GetByText("Saved.").First).ToBeVisibleAsync();
        await _browser.PictureAsync("settings-saved");

        // Authorize: let in, but the module Integration is not active.
        await Button("Authorize").ClickAsync();
        await Page.Locator("#email").FillAsync("anna@exempel.se");
        await Page.Locator("#password").FillAsync("sandbox");
        await Page.GetByRole(AriaRole.Button).ClickAsync();
        await ChooseAndGrantAsync();
        await Expect(Page.GetByText("has not activated the module Integration")).ToBeVisibleAsync();
        await _browser.PictureAsync("integration-is-missing");

        // Step 2: order the modules. First Integration, so that we can be let in at all.
        await InSpirisAsync("/settings/modules");
        await _browser.PictureAsync("step-2-integration-in-spiris");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Integration" }).CheckAsync();
        await SaveInSpirisAsync();
        await OpenEcomAsync();
        await Button("Authorize").ClickAsync();
        await ChooseAndGrantAsync();
        await Expect(Page.GetByText("The integration is authorised for this company.")).ToBeVisibleAsync();
        await CheckAgainAsync();
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            await _server.UntilAsync(till, evening.Report.Key.Register, evening.Report.Key.ZNumber, (Answer answer) =>
                answer.Body["reasons"]!.AsArray().Any(reason => (string?)reason!["code"] == "module-accounting"));
        }

        await Page.ReloadAsync();
        await ShowsAsync(
            "Blocked", "invoice-number", "module-accounting", "module-invoicing", "accounts-exist", "accounts-active");
        await ShowsAsync("Warning", "series-known");
        await Expect(Page.GetByText("Holds 2 closings").First).ToBeVisibleAsync();
        await _browser.PictureAsync("every-gap-in-spiris");

        await InSpirisAsync("/settings/modules");
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Accounting (product variant)" }).SelectOptionAsync("1");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Invoicing" }).CheckAsync();
        await _browser.PictureAsync("step-2-modules-in-spiris");
        await SaveInSpirisAsync();
        await CheckAgainAsync();
        await ShowsAsync("Blocked", "invoice-number", "accounts-exist", "accounts-active");
        await _browser.PictureAsync("modules-are-green");

        // Keep in mind: the number that the invoices start from.
        await InSpirisAsync("/settings/company/invoice-details");
        await Page.GetByLabel("Next invoice number", new() { Exact = true }).FillAsync("5001");
        await SaveInSpirisAsync();
        await CheckAgainAsync();
        await ShowsAsync("Blocked", "accounts-exist", "accounts-active");
        await _browser.PictureAsync("invoice-number-is-green");

        // Step 4: make sure that all accounts are created and active.
        var year = _sandbox.State.Company(Krogen).FiscalYears.First(one => one.StartDate.Year == 2021).Id;
        await InSpirisAsync($"/settings/chart-of-accounts/{year}/1925");
        await Page.GetByLabel("Active", new() { Exact = true }).CheckAsync();
        await _browser.PictureAsync("step-4-account-in-spiris");
        await SaveInSpirisAsync();
        await CheckAgainAsync();
        await ShowsAsync("Blocked", "accounts-exist");
        await _browser.PictureAsync("accounts-are-active");

        // Step 5: the verification series.
        await InSpirisAsync("/settings/company/accounting-information");
        var add = Page.GetByRole(AriaRole.Group, new() { Name = "Add a series", Exact = true });
        await add.GetByLabel("Series", new() { Exact = true }).FillAsync("R");
        await add.GetByLabel("Name", new() { Exact = true }).FillAsync("Restaurangkassor");
        await SaveInSpirisAsync("Add");
        await _browser.PictureAsync("step-5-series-in-spiris");

        // The last gap: an account that is to be created. Then the closings leave by themselves, while nobody looks.
        await InSpirisAsync($"/settings/chart-of-accounts/{year}/new");
        await Page.GetByLabel("Number", new() { Exact = true }).FillAsync("3340");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Försäljning öl");
        await Page.GetByLabel("VAT code").SelectOptionAsync(new SelectOptionValue { Label = await LabelOfAsync("05 (25%)") });
        await _browser.PictureAsync("last-account-in-spiris");
        await SaveInSpirisAsync();
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            await _server.UntilAsync(till, evening.Report.Key.Register, evening.Report.Key.ZNumber, state => state == "booked");
        }

        await CheckAgainAsync();
        await ShowsAsync("Blocked");
        await ShowsAsync("Warning");
        await Expect(Page.GetByText("Ready: each closing is sent as soon as it is received.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("The last voucher came back as R2.")).ToBeVisibleAsync();
        await _browser.PictureAsync("everything-is-green");
        await Page.GotoAsync(new Uri(_server.Address, $"/closings?company={Krogen}").AbsoluteUri);
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "R1", Exact = true })).ToBeVisibleAsync();
        await _browser.PictureAsync("closings-have-left");

        await Page.SetViewportSizeAsync(400, 850);
        await OpenReadyAsync();
        await _browser.PictureAsync("on-a-phone");
        _browser.Complaints.ShouldBeEmpty();
    }

    /// <summary>The company as it is before anybody has followed the guide.</summary>
    private void LeaveEveryStepUndone()
    {
        var books = _sandbox.State.Company(Krogen);
        books.Write(() =>
        {
            books.Change(books.Settings with { ActivatedModules = [], ProductVariant = 2, NextCustomerInvoiceNumber = 0 });
            foreach (var year in books.FiscalYears)
            {
                books.Accounts.Remove(new AccountKey(year.Id, 3340));
                books.Accounts.Put(books.Accounts.Find(new AccountKey(year.Id, 1925))! with { IsActive = false });
            }
        });
    }

    private Task<int> WantInvoicesAsync() => _server.ReadAsync(async db =>
    {
        var company = await db.Companies.SingleAsync(row => row.OrganisationNumber == OrganisationNumber.Parse(Krogen));
        db.Entry(company).Property(row => row.InvoicesInSpiris).CurrentValue = true;
        return await db.SaveChangesAsync();
    });

    private async Task SignInAsync()
    {
        await Page.GotoAsync(_server.Address.AbsoluteUri);
        await Page.GetByLabel("Email").FillAsync("demo@openone.example");
        await Page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();
    }

    private Task OpenEcomAsync() =>
        Page.GotoAsync(new Uri(_server.Address, $"/integrations/finance/visma-ecom?company={Krogen}").AbsoluteUri);

    private async Task OpenReadyAsync()
    {
        await OpenEcomAsync();
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^All points") }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Ready to send?", Level = 1 })).ToBeVisibleAsync();
    }

    private async Task CheckAgainAsync()
    {
        await OpenReadyAsync();
        await Button("Check again").ClickAsync();
        await Expect(Page.GetByText("Spiris has been asked again.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>The points with a status are these and no others.</summary>
    private async Task ShowsAsync(string status, params string[] points)
    {
        var rows = Page.Locator("tr[data-point]", new() { Has = Page.Locator(".status", new() { HasTextString = status }) });
        var shown = await rows.EvaluateAllAsync<string[]>("rows => [...new Set(rows.map(row => row.dataset.point))]");
        shown.ShouldBe(points, ignoreOrder: true);
    }

    private async Task ChooseAndGrantAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Krogen Exempel AB") }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Grant|Godkänn)") }).ClickAsync();
    }

    private async Task InSpirisAsync(string path)
    {
        await Page.GotoAsync(new Uri(_sandbox.Address, path).AbsoluteUri);
        var choose = Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Krogen Exempel AB") });
        if (new Uri(Page.Url).AbsolutePath.StartsWith("/account/company", StringComparison.Ordinal))
        {
            await choose.ClickAsync();
            await Page.GotoAsync(new Uri(_sandbox.Address, path).AbsoluteUri);
        }
    }

    private async Task SaveInSpirisAsync(string button = "Save")
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
    }

    private async Task<string> LabelOfAsync(string beginning)
    {
        var labels = await Page.Locator("select[name=vat-code] option").AllInnerTextsAsync();
        return labels.First(label => label.Trim().StartsWith(beginning, StringComparison.Ordinal)).Trim();
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;
}
