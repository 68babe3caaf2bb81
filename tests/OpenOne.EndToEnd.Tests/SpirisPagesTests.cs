using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>The pages of the guide's second half for everybody: in Swedish, without a mouse, and on a telephone.</summary>
public sealed class SpirisPagesTests
{
    private static readonly string[] _pages =
    [
        "/settings/company/invoice-details",
        "/settings/company/accounting-information",
        "/settings/modules",
        "/settings/chart-of-accounts?search=33",
        "/settings/apps",
        "/accounting/profit-units",
        "/accounting/vouchers",
    ];

    [Fact]
    public async Task The_menus_of_the_guide_have_their_Swedish_names_for_a_Swede()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-in-swedish", "sv-SE");

        await visit.MenuAsync("Inställningar", "Företagsinställningar", "Fakturauppgifter");
        await visit.Field("Nästa fakturanummer").FillAsync("5001");
        await visit.SaveAsync("Spara", "Sparat.");
        await visit.PictureAsync("fakturauppgifter");

        await visit.MenuAsync("Inställningar", "Företagsinställningar", "Bokföringsuppgifter");
        await visit.Field("Använd resultatenheter").CheckAsync();
        await visit.SaveAsync("Spara", "Sparat.");
        await visit.SaveAsync("Gör K till standard", "Sparat.");
        await visit.PictureAsync("bokforingsuppgifter");

        await visit.MenuAsync("Bokföring", "Resultatenheter");
        var add = visit.Part(AriaRole.Group, "Lägg till i Resultatenhet 1");
        await visit.Field("Kortnamn", add).FillAsync("BAR");
        await visit.Field("Namn", add).FillAsync("Baren");
        await visit.SaveAsync("Lägg till", "Sparat.", add);
        await visit.PictureAsync("resultatenheter");

        await visit.MenuAsync("Inställningar", "Kontoplan");
        await visit.Part(AriaRole.Link, "3340").ClickAsync();
        await visit.Field("Resultatenheter på kontot").CheckAsync();
        await visit.PictureAsync("konto");
        await visit.SaveAsync("Spara", "Sparat.");

        await visit.MenuAsync("Inställningar", "Moduler");
        await Expect(visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Order & Offert" })).Not.ToBeCheckedAsync();
        await visit.PictureAsync("moduler");
        await visit.MenuAsync("Inställningar", "Appar med åtkomst");
        await visit.PictureAsync("appar-med-atkomst");
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task Every_field_has_a_label_and_everything_is_reached_with_Tab()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-without-a-mouse");
        foreach (var path in _pages)
        {
            await visit.Page.GotoAsync(new Uri(visit.Spiris.Address, path).AbsoluteUri);
            (await NotLabelledAsync(visit.Page)).ShouldBeEmpty(path);
            (await NotReachedAsync(visit.Page)).ShouldBeEmpty(path);
        }

        // The first step of all, with the keyboard alone.
        await visit.Page.GotoAsync(new Uri(visit.Spiris.Address, _pages[0]).AbsoluteUri);
        await TabToAsync(visit.Page, visit.Field("Next invoice number"));
        await visit.PictureAsync("number-in-focus");
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync("77");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
        await Expect(visit.Field("Next invoice number")).ToHaveValueAsync("77");
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task A_telephone_shows_the_whole_width_of_each_page()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-on-a-telephone");
        await visit.Page.SetViewportSizeAsync(390, 844);
        foreach (var path in _pages)
        {
            await visit.Page.GotoAsync(new Uri(visit.Spiris.Address, path).AbsoluteUri);
            await visit.PictureAsync(path.Split('?')[0].Split('/')[^1]);
            var width = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            width.ShouldBeLessThanOrEqualTo(390, path);
        }

        visit.ShouldHaveBeenWithoutComplaints();
    }

    private static Task<string[]> NotLabelledAsync(IPage page) =>
        page.Locator("input:not([type=hidden]), select").EvaluateAllAsync<string[]>(
            """
            fields => fields
              .filter(field => ![...field.labels].some(label => label.textContent.trim()))
              .map(field => field.name)
            """);

    // A field of several parts, such as a month, stops Tab several times: three stops for each are more than enough.
    private static async Task<string[]> NotReachedAsync(IPage page)
    {
        var stops = page.Locator("a, button, input:not([type=hidden]), select");
        for (var pressed = 3 * await stops.CountAsync(); pressed > 0; pressed--)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.EvaluateAsync("() => { document.activeElement.dataset.reached = 'yes'; }");
        }

        return await stops.EvaluateAllAsync<string[]>(
            "stops => stops.filter(stop => !stop.dataset.reached).map(stop => stop.outerHTML)");
    }

    private static async Task TabToAsync(IPage page, ILocator field)
    {
        var stops = await page.Locator("a, button, input:not([type=hidden]), select").CountAsync();
        for (var pressed = 0; pressed < stops; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await field.EvaluateAsync<bool>("field => field === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException("Tab does not reach the field.");
    }
}
