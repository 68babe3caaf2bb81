using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SpirisSandbox.Books.Tests.Driving;

/// <summary>A browser without scripts, as the pages promise to work in: follows redirects and keeps its cookies.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly HtmlParser _parser = new();

    public Browser(Uri address, string language = "en")
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>Signs in and chooses a company, by the pages that do it.</summary>
    public static async Task<Browser> SignedInAsync(
        OpenBooks books, string language = "en", string email = "anna@exempel.se")
    {
        var browser = new Browser(books.Sandbox.Address, language);
        var signIn = await browser.OpenAsync("/account/sign-in");
        await signIn.SubmitAsync(
            language == "sv" ? "Logga in" : "Sign in",
            (language == "sv" ? "E-post" : "E-mail", email),
            (language == "sv" ? "Lösenord" : "Password", "sandbox"));
        await (await browser.OpenAsync("/account/company")).SubmitAsync(books.Company.Settings.Name);
        return browser;
    }

    public async Task<Page> OpenAsync(string path) =>
        await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    public async Task<Page> PostAsync(string path, HttpContent form) =>
        await ReadAsync(await _http.PostAsync(
            new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken));

    /// <summary>The bytes that a link leads to.</summary>
    public Task<byte[]> DownloadAsync(string path) =>
        _http.GetByteArrayAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Page(this, answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, _parser.ParseDocument(html));
    }
}

/// <summary>A page that a <see cref="Browser"/> shows.</summary>
public sealed record Page(Browser Browser, HttpStatusCode Status, string Address, IHtmlDocument Document)
{
    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    public string? Error => Document.QuerySelector("[role=alert]")?.TextContent;

    public string? Notice => Document.QuerySelector("[role=status]")?.TextContent;

    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>The cells of each table row that has data, without the space around them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows =>
    [
        .. Document.QuerySelectorAll("tbody tr").Select(row => (IReadOnlyList<string>)
            [.. row.QuerySelectorAll("td").Select(cell => string.Join(' ', Words(cell.TextContent)))]),
    ];

    /// <summary>The headings of the columns of every table.</summary>
    public IReadOnlyList<string> Columns =>
        [.. Document.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim())];

    /// <summary>The field that a label names.</summary>
    public IHtmlElement Field(string label) => FieldIn(Document, label);

    /// <summary>Follows a link by its text.</summary>
    public Task<Page> FollowAsync(string text) => Browser.OpenAsync(
        Document.QuerySelectorAll("a").First(link => link.TextContent.Trim() == text).GetAttribute("href")!);

    /// <summary>Fills the fields of the form that has a button, each by its label, and presses the button.</summary>
    public Task<Page> SubmitAsync(string button, params (string Label, string Value)[] fields) =>
        SubmitWithinAsync("", button, fields);

    /// <summary>The same in the part of the page whose text has <paramref name="part"/>.</summary>
    public async Task<Page> SubmitWithinAsync(string part, string button, params (string Label, string Value)[] fields)
    {
        var pressed = Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(candidate =>
            string.Join(' ', Words(candidate.TextContent)).StartsWith(button, StringComparison.Ordinal)
            && ((candidate.Closest("section") ?? candidate.Form)?.TextContent.Contains(part, StringComparison.Ordinal) ?? part.Length == 0));
        var form = pressed.Form!;
        foreach (var (label, value) in fields)
        {
            Fill(FieldIn(form, label), value);
        }

        var sent = Values(form).ToList();
        if (pressed.Name is { Length: > 0 } name)
        {
            sent.Add(new(name, pressed.Value));
        }

        using var body = new FormUrlEncodedContent(sent);
        return await Browser.PostAsync(form.GetAttribute("action") ?? Address, body);
    }

    internal static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form) =>
        form.Elements.SelectMany<IHtmlElement, KeyValuePair<string, string>>(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => [],
            IHtmlInputElement { Name: { } name, Type: "checkbox" } box => [new(name, box.GetAttribute("value") ?? "on")],
            IHtmlInputElement { Name: { } name } input => [new(name, input.Value)],
            IHtmlSelectElement { Name: { } name } select => [new(name, select.Value ?? "")],
            _ => [],
        });

    private static void Fill(IHtmlElement field, string value)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value == "on";
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                break;
            default:
                throw new InvalidOperationException($"{field.TagName} cannot be filled.");
        }
    }

    // A label either names its field or holds it.
    private static IHtmlElement FieldIn(AngleSharp.Dom.IParentNode part, string label)
    {
        var named = part.QuerySelectorAll("label").OfType<IHtmlLabelElement>()
            .First(candidate => string.Join(' ', Words(candidate.TextContent)).StartsWith(label, StringComparison.Ordinal));
        return named.Control ?? named.QuerySelector("input, select") as IHtmlElement
            ?? throw new InvalidOperationException($"The label {label} names no field.");
    }

    private static string[] Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
