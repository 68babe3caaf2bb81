using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Io;
using HttpMethod = System.Net.Http.HttpMethod;

namespace OpenOne.Cli.Pages;

/// <summary>Goes from page to page as a browser without scripts: cookies, forms, redirects, two hosts.</summary>
internal sealed class PageWalker : IDisposable
{
    private const int MostRedirects = 20;

    private readonly IBrowsingContext _parser = BrowsingContext.New();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private Page? _page;

    public PageWalker() => _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

    /// <summary>The page where the walk stands.</summary>
    /// <exception cref="InvalidOperationException">No page was opened yet.</exception>
    public Page Page => _page ?? throw new InvalidOperationException("Open a page first.");

    /// <summary>Opens an address, and whatever it leads on to.</summary>
    public Task OpenAsync(Uri address, CancellationToken cancellation) =>
        GoAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellation);

    /// <summary>Follows a link, or sends the form that a button belongs to.</summary>
    public async Task PressAsync(IHtmlElement pressable, CancellationToken cancellation)
    {
        if (pressable is IHtmlAnchorElement link)
        {
            await OpenAsync(new Uri(link.Href), cancellation);
            return;
        }

        var form = pressable switch
        {
            IHtmlButtonElement button => button.Form,
            IHtmlInputElement input => input.Form,
            _ => null,
        };
        var submission = form?.GetSubmission(pressable)
            ?? throw new LostException($"'{pressable.TextContent.Trim()}' on {Page.Address} belongs to no form.");
        using var body = new MemoryStream();
        await submission.Body.CopyToAsync(body, cancellation);
        await GoAsync(Request(submission, body.ToArray()), cancellation);
    }

    public void Dispose()
    {
        _http.Dispose();
        _parser.Dispose();
    }

    private static HttpRequestMessage Request(DocumentRequest submission, byte[] body)
    {
        if (submission.Method is not AngleSharp.Io.HttpMethod.Post)
        {
            return new HttpRequestMessage(HttpMethod.Get, submission.Target.Href);
        }

        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation(HeaderNames.ContentType, submission.MimeType);
        return new HttpRequestMessage(HttpMethod.Post, submission.Target.Href) { Content = content };
    }

    private async Task GoAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var message = request;
            using var response = await _http.SendAsync(message, cancellation);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or >= 400)
            {
                _page = await ReadAsync(response, message.RequestUri!, cancellation);
                return;
            }

            // As browsers do after 302 and 303; neither host asks for a form to be sent again elsewhere (307, 308).
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(message.RequestUri!, location));
        }

        throw new LostException($"More than {MostRedirects} redirects, the last to {request.RequestUri}.");
    }

    private async Task<Page> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellation)
    {
        var html = await response.Content.ReadAsStringAsync(cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new LostException($"{address.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}.");
        }

        return new Page(await _parser.OpenAsync(answer => answer.Content(html).Address(address), cancellation));
    }
}
