using Microsoft.Playwright;
using Shouldly;
using SpirisSandbox;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>
/// The owner of a company that nobody has set up yet, signed in to a Spiris of its own: no invoice number, no profit units.
/// </summary>
internal sealed class SpirisVisit : IAsyncDisposable
{
    public const string Company = "559998-1239";

    private readonly Browser _browser;

    private SpirisVisit(Sandbox spiris, Browser browser) => (Spiris, _browser) = (spiris, browser);

    public Sandbox Spiris { get; }

    public IPage Page => _browser.Page;

    /// <param name="story">The folder of the pictures.</param>
    public static async Task<SpirisVisit> BeginAsync(string story, string language = "en-GB")
    {
        var visit = new SpirisVisit(await Sandbox.StartAsync(), await Browser.OpenAsync(story, language));
        await visit.Page.GotoAsync(new Uri(visit.Spiris.Address, "/accounting/vouchers").AbsoluteUri);
        await visit.Page.Locator("#email").FillAsync("anna@exempel.se");
        await visit.Page.Locator("#password").FillAsync("sandbox");
        await visit.Page.GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Krogen Exempel AB") }).ClickAsync();
        return visit;
    }

    /// <summary>A program that the owner has given access to sales and accounting.</summary>
    public SpirisClient Client() => new(Spiris.Address, Spiris.AccessToken(Company));

    /// <summary>Goes through the menu by the names the guide uses, one inside the other.</summary>
    public async Task MenuAsync(params IReadOnlyList<string> path)
    {
        var groups = string.Concat(path.SkipLast(1).Select(group => $"/li[span[normalize-space()='{group}']]/ul"));
        var entry = Page.Locator($"xpath=//nav/ul{groups}/li/a[normalize-space()='{path[^1]}']");
        await entry.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = path[^1], Exact = true, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>The one field with a label, on the page or in a part of it.</summary>
    public ILocator Field(string label, ILocator? within = null) =>
        within?.GetByLabel(label, new() { Exact = true }) ?? Page.GetByLabel(label, new() { Exact = true });

    public ILocator Part(AriaRole role, string name) => Page.GetByRole(role, new() { Name = name, Exact = true });

    public async Task PressAsync(string button, ILocator? within = null)
    {
        var role = AriaRole.Button;
        await (within?.GetByRole(role, new() { Name = button, Exact = true }) ?? Part(role, button)).ClickAsync();
    }

    /// <summary>Presses the button and waits for the next page to say that the work is done.</summary>
    public async Task SaveAsync(string button = "Save", string saved = "Saved.", ILocator? within = null)
    {
        // The page before may say so too, of an earlier change.
        await Page.EvaluateAsync("() => { document.body.dataset.left = 'yes'; }");
        await PressAsync(button, within);
        await Expect(Page.Locator("body:not([data-left])").GetByRole(AriaRole.Status)).ToHaveTextAsync(saved);
    }

    public Task PictureAsync(string what) => _browser.PictureAsync(what);

    /// <summary>Neither a script, nor a missing file, nor the content security policy.</summary>
    public void ShouldHaveBeenWithoutComplaints() => _browser.Complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await Spiris.DisposeAsync();
    }
}
