using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>A first closing with product groups and a means of payment that nobody has mapped, in a real browser.</summary>
public sealed class MappingTests : IAsyncLifetime
{
    private const float Long = 60_000;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();

        // Suggestions are taken from the company's own chart, which the check reads.
        await _restaurants.CheckAsync(IntegratedRestaurants.Krogen);
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Theory]
    [InlineData("en-GB", "Email", "Password", "Sign in", "Choose accounts", "Accept", "Account mapping")]
    [InlineData("sv-SE", "E-post", "Lösenord", "Logga in", "Välj konton", "Godta", "Kontering")]
    public async Task Suggestions_are_accepted_with_four_clicks_and_the_voucher_is_booked(
        string language, string email, string password, string signIn, string choose, string accept, string title)
    {
        using var till = _restaurants.Server.Till(IntegratedRestaurants.Krogen);
        var report = A.Closing.Of("KASSA1", 200).On(2026, 3, 14).PrintedFor(IntegratedRestaurants.Krogen)
            .Sold("starters", 12, 112_00, name: "Förrätter").Sold("draught", 25, 125_00, name: "Fatöl")
            .Sold("cocktails", 25, 250_00, name: "Cocktails").Paid("card", 387_00).Paid("edenred", 100_00, name: "Edenred").Report();
        await till.SubmitAsync(ClosingWire.Of(report));
        await _restaurants.Server.UntilAsync(till, "KASSA1", 200, state => state == "held");

        await using var browser = await Browser.OpenAsync($"mapping-{language[..2]}", language);
        var page = browser.Page;
        await page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await page.GetByLabel(email, new() { Exact = true }).FillAsync("demo@openone.example");
        await page.GetByLabel(password, new() { Exact = true }).FillAsync("demo-Kassa-1284");
        await page.GetByRole(AriaRole.Button, new() { Name = signIn, Exact = true }).ClickAsync();
        await browser.PictureAsync("the-alarm");
        await page.GetByRole(AriaRole.Link, new() { Name = choose }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await browser.PictureAsync("suggestions");

        foreach (var (name, account) in new[] { ("Cocktails", "3360"), ("Fatöl", "3340"), ("Förrätter", "3210"), ("Edenred", "1686") })
        {
            var open = page.Locator(".open-key").Filter(new() { HasText = name });
            await Expect(open.GetByRole(AriaRole.Combobox)).ToHaveValueAsync(account);
            await open.GetByRole(AriaRole.Button, new() { Name = accept }).ClickAsync();
            await Expect(open).ToHaveCountAsync(0, new() { Timeout = Long });
        }

        await browser.PictureAsync("accepted");
        await _restaurants.Server.UntilAsync(till, "KASSA1", 200, state => state == "booked");
        var voucher = _restaurants.Books(IntegratedRestaurants.Krogen).Single(known => known.Text.Contains("Z 200", StringComparison.Ordinal));
        string.Join('\n', IntegratedRestaurants.Rows(voucher)).ShouldBe(string.Join('\n', JournalText.Rows("""
            1932 D 387.00
            1686 D 100.00
            3360 K 200.00
            3340 K 100.00
            3210 K 100.00
            2610 K 75.00
            2620 K 12.00
            """)));

        await page.SetViewportSizeAsync(400, 850);
        await page.ReloadAsync();
        await browser.PictureAsync("on-a-phone");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("nothing sticks out");
        await page.GotoAsync(new Uri(_restaurants.Server.Address, "/closings").AbsoluteUri);
        await browser.PictureAsync("closings-on-a-phone");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("nor does it here");
        browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newcomer_maps_a_company_from_a_template_and_looks_at_what_has_changed()
    {
        await using var browser = await Browser.OpenAsync("mapping-newcomer");
        var page = browser.Page;
        await page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await page.GetByLabel("Email").FillAsync("demo@openone.example");
        await page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Finance", Exact = true }).ClickAsync();
        await browser.PictureAsync("finance");
        await page.GetByRole(AriaRole.Link, new() { Name = "Account mapping" }).First.ClickAsync();
        await page.GetByLabel("Fill in from").SelectOptionAsync("Restaurant");
        await Button("Fill in").ClickAsync();
        await browser.PictureAsync("template");
        await page.GetByLabel("Effective from").FillAsync("2026-04-01");
        await Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved as version 2.")).ToBeVisibleAsync(new() { Timeout = Long });
        await page.GetByRole(AriaRole.Link, new() { Name = "History and comparison" }).ClickAsync();
        await Expect(page.GetByText("From version 1 to version 2")).ToBeVisibleAsync();
        await browser.PictureAsync("history");
        foreach (var (address, picture) in new[]
        {
            ("/finance/account-mapping/import", "import"), ("/finance/account-mapping/default", "default"), ("/finance/profit-units", "profit-units"),
        })
        {
            await page.GotoAsync(new Uri(_restaurants.Server.Address, address).AbsoluteUri);
            await browser.PictureAsync(picture);
        }

        await page.SetViewportSizeAsync(400, 850);
        foreach (var address in new[] { "/finance", "/finance/account-mapping", "/finance/account-mapping/history", "/finance/profit-units", "/finance/account-mapping/default" })
        {
            await page.GotoAsync(new Uri(_restaurants.Server.Address, address).AbsoluteUri);
            await browser.PictureAsync($"phone{address.Replace('/', '-')}");
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(address);
        }

        browser.Complaints.ShouldBeEmpty();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }
}
