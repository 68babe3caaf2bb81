using Microsoft.Playwright;

namespace OpenOne.EndToEnd.Tests;

/// <summary>Debian's Chromium, driven as a person would drive it, with a picture of every step kept as test output.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _pictures;
    private int _steps;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page, string pictures) =>
        (_playwright, _browser, Page, _pictures) = (playwright, browser, page, pictures);

    public IPage Page { get; }

    /// <summary>What the browser complained of: script errors, and whatever the content security policy refused.</summary>
    public List<string> Complaints { get; } = [];

    /// <param name="story">The folder of the pictures, below <c>artifacts/screenshots</c>.</param>
    public static async Task<Browser> OpenAsync(string story, string language = "en-GB")
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        var page = await chromium.NewPageAsync(new() { Locale = language, ViewportSize = new() { Width = 1280, Height = 900 } });
        var pictures = Directory.CreateDirectory(Path.Combine(RepositoryRoot(), "artifacts", "screenshots", story)).FullName;
        var browser = new Browser(playwright, chromium, page, pictures);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                browser.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => browser.Complaints.Add(error);
        return browser;
    }

    /// <summary>Keeps a picture of the page as it is now.</summary>
    public Task PictureAsync(string what) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(_pictures, FormattableString.Invariant($"{++_steps:00}-{what}.png")),
        FullPage = true,
    });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenOne.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
