using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>The users' guide, followed in a real browser on the real BackOffice and the real sandbox.</summary>
public sealed class GuideTests : IAsyncLifetime
{
    private Sandbox _sandbox = null!;
    private BackOfficeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await Sandbox.StartAsync();
        _server = await BackOfficeServer.StartAsync(_sandbox.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_first_half_of_the_guide_succeeds_at_every_step()
    {
        await using var browser = await Browser.OpenAsync("guide-first-half");
        var page = browser.Page;

        // Sign in to BackOffice.
        await page.GotoAsync(_server.Address.AbsoluteUri);
        await browser.PictureAsync("sign-in");
        await page.GetByLabel("Email").FillAsync("demo@openone.example");
        await page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();
        await browser.PictureAsync("closings-empty");

        // Select Integrations in the top menu. Proceed to Finance and select Visma Ecom.
        await page.GetByRole(AriaRole.Link, new() { Name = "Integrations" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Finance" })).ToBeVisibleAsync();
        await browser.PictureAsync("integrations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Visma Ecom" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Spiris integration" })).ToBeVisibleAsync();

        // Select your company and fill in the settings for the integration.
        await page.GetByLabel("Company", new() { Exact = true }).SelectOptionAsync("559999-9991");
        await Button("Show").ClickAsync();
        await page.GetByLabel("Sync sales", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Accounting from", new() { Exact = true }).FillAsync("2026-11-01");
        await page.GetByLabel("Verification series", new() { Exact = true }).FillAsync("A");
        await browser.PictureAsync("settings");
        await Button("Save").ClickAsync();
        await browser.PictureAsync("saved");
        await Expect(page.GetByLabel("Sync sales", new() { Exact = true })).ToBeCheckedAsync();

        // Click Authorize. You'll be redirected to Spiris to sign in and grant OPEN One access.
        await Button("Authorize").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"^{_sandbox.Address}"));
        await browser.PictureAsync("spiris-sign-in");
        await page.Locator("#email").FillAsync("anna@exempel.se");
        await page.Locator("#password").FillAsync("sandbox");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await browser.PictureAsync("spiris-choose-company");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Restaurang Exempel AB") }).ClickAsync();
        await browser.PictureAsync("spiris-consent");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Grant|Godkänn)") }).ClickAsync();

        // Back, authorised.
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("authorised=yes"));
        await Expect(page.GetByText("Authorised", new() { Exact = true }).First).ToBeVisibleAsync();
        await browser.PictureAsync("authorised");

        // A closing is posted; its voucher number appears on the open page without reload.
        await page.GotoAsync(new Uri(_server.Address, "/closings").AbsoluteUri);
        await page.WaitForFunctionAsync("() => !!window.Blazor");
        using var till = _server.Till("559999-9991");
        await till.SubmitAsync(ClosingWire.Of(MadeUpEvening.Z1284.Report));
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "A1", Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await browser.PictureAsync("booked-without-reload");
        await page.GetByRole(AriaRole.Link, new() { Name = "20 Nov 2026" }).ClickAsync();
        await Expect(page.GetByText("65 785,75").First).ToBeVisibleAsync();
        await browser.PictureAsync("closing-and-voucher");

        // The voucher is opened in the sandbox.
        await page.GotoAsync(new Uri(_sandbox.Address, "/accounting/vouchers").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Restaurang Exempel AB") }).ClickAsync();
        await browser.PictureAsync("vouchers-in-spiris");
        await page.GetByRole(AriaRole.Link, new() { Name = "A1", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Dagskassa 2026-11-20 Z 1284 EXEMPEL1").First).ToBeVisibleAsync();
        await browser.PictureAsync("voucher-in-spiris");

        browser.Complaints.ShouldBeEmpty();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }
}
