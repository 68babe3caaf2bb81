using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Visiting;

/// <summary>A person without JavaScript: opens pages, fills in fields by their labels, and presses what is written on
/// buttons and links.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri server, string language = "en") =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server,
            DefaultRequestHeaders = { { "Accept-Language", language } },
        };

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The answer that brought the page.</summary>
    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>Where the visitor is, without the host.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the page says, with its white space put in order.</summary>
    public string Said => Plain(Page.QuerySelector("main")!);

    /// <summary>What went well or wrong, as the page tells it.</summary>
    public IEnumerable<string> Notices => Page.QuerySelectorAll("main .notice, main .problem").Select(Plain);

    /// <summary>Opens an address and follows wherever it leads on this server.</summary>
    public async Task OpenAsync(string address)
    {
        Address = address;
        var uri = new Uri(address, UriKind.Relative);
        await ReadAsync(await _http.GetAsync(uri, TestContext.Current.CancellationToken));
    }

    /// <summary>The bytes at an address.</summary>
    public Task<byte[]> DownloadAsync(string address) =>
        _http.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Fills in the field with a label.</summary>
    public void Enter(string label, string value)
    {
        switch (Field(label))
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
            case var other:
                throw new InvalidOperationException($"'{label}' is a {other.LocalName}, which nobody can fill in.");
        }
    }

    /// <summary>Chooses one of several, by its label.</summary>
    public void Choose(string label)
    {
        var chosen = (IHtmlInputElement)Field(label);
        foreach (var other in Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(radio => radio.Name == chosen.Name))
        {
            other.IsChecked = other == chosen;
        }
    }

    /// <summary>The field with a label.</summary>
    public IElement Field(string label) =>
        Page.QuerySelectorAll<IHtmlLabelElement>("label").Single(element => Plain(element) == label).Control!;

    /// <summary>Presses the button or follows the link that says <paramref name="words"/>.</summary>
    public async Task PressAsync(string words)
    {
        var target = Page.QuerySelectorAll("a[href], button")
            .First(element => Plain(element).StartsWith(words, StringComparison.Ordinal));
        if (target is IHtmlAnchorElement)
        {
            await OpenAsync(target.GetAttribute("href")!);
        }
        else
        {
            await SubmitAsync((IHtmlButtonElement)target);
        }
    }

    /// <summary>Hands over a file in the field with a label, and sends its form.</summary>
    public async Task UploadAsync(string label, string fileName, byte[] file)
    {
        var field = (IHtmlInputElement)Field(label);
        using var content = new MultipartFormDataContent();
        foreach (var other in field.Form!.Elements.Where(other => other != field && other.GetAttribute("name") is not null))
        {
            var value = (other as IHtmlInputElement)?.Value ?? (other as IHtmlSelectElement)?.Value;
            content.Add(new StringContent(value ?? ""), other.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(file), field.Name!, fileName);
        var uri = new Uri(Address, UriKind.Relative);
        await ReadAsync(await _http.PostAsync(uri, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Signs in and lands on the first page.</summary>
    public async Task SignInAsync(string email, string password)
    {
        await OpenAsync("/sign-in");
        Enter("Email", email);
        Enter("Password", password);
        await PressAsync("Sign in");
    }

    /// <summary>Posts fields to an address, as nobody's form would.</summary>
    public async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var pairs = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent(pairs);
        var uri = new Uri(address, UriKind.Relative);
        await ReadAsync(await _http.PostAsync(uri, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Chooses a file in the form with a button, and presses it.</summary>
    public async Task PressWithFileAsync(string words, string fileName, byte[] file)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("button").First(element => Plain(element) == words);
        using var content = new MultipartFormDataContent();
        foreach (var field in button.Form!.Elements.Where(field => field.GetAttribute("name") is not null))
        {
            if (field is IHtmlInputElement { Type: "file" } chosen)
            {
                content.Add(new ByteArrayContent(file), chosen.Name!, fileName);
            }
            else if (ValueOf(field, button) is { } value)
            {
                content.Add(new StringContent(value), field.GetAttribute("name")!);
            }
        }

        var uri = new Uri(button.Form.GetAttribute("action")!, UriKind.Relative);
        await ReadAsync(await _http.PostAsync(uri, content, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Answer?.Dispose();
        _http.Dispose();
    }

    /// <summary>An element's text, with its white space put in order.</summary>
    public static string Plain(IElement element) => string.Join(' ', element.GetDescendants().OfType<IText>()
        .SelectMany(text => text.Data.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)))
        .Replace('\u00A0', ' ');

    private async Task SubmitAsync(IHtmlButtonElement button)
    {
        var form = button.Form!;
        var fields = form.Elements
            .Where(field => !field.HasAttribute("disabled") && field.GetAttribute("name") is not null)
            .Select(field => (Name: field.GetAttribute("name")!, Value: ValueOf(field, button)))
            .Where(field => field.Value is not null)
            .Select(field => (field.Name, Value: field.Value!))
            .ToArray();
        var address = form.GetAttribute("action") ?? Address;
        if (form.Method == "get")
        {
            var query = fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
            await OpenAsync($"{address}?{string.Join('&', query)}");
        }
        else
        {
            Address = address;
            await PostAsync(address, fields);
        }
    }

    private static string? ValueOf(IElement field, IHtmlButtonElement pressed) => field switch
    {
        IHtmlButtonElement button => button == pressed ? button.Value : null,
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Answer?.Dispose();
        Answer = answer;
        if (answer.StatusCode is HttpStatusCode.Found && Local(answer.Headers.Location!) is { } onward)
        {
            await OpenAsync(onward);
            return;
        }

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    /// <summary>The path when an address is on this server, and nothing when it leads away.</summary>
    private string? Local(Uri location)
    {
        var whole = new Uri(_http.BaseAddress!, location);
        return whole.Authority == _http.BaseAddress!.Authority ? whole.PathAndQuery : null;
    }
}
