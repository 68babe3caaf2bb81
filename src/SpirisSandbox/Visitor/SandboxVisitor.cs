using System.Net;
using System.Text.RegularExpressions;

namespace SpirisSandbox.Visitor;

/// <summary>
/// A user without a browser: follows the real sign-in, company and consent pages over HTTP, cookies and all.
/// </summary>
/// <remarks>For tests and scripts that need a client authorised as a person would do it.</remarks>
public sealed partial class SandboxVisitor : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="address">The sandbox's address.</param>
    public SandboxVisitor(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    public string Email { get; init; } = "anna@exempel.se";

    public string Password { get; init; } = "sandbox";

    /// <summary>Goes the whole way from a client's authorize address back to the client.</summary>
    /// <param name="organisationNumber">The company to choose, when there is a choice.</param>
    /// <param name="grant">False to deny.</param>
    /// <returns>The address the browser is sent back to, with <c>code</c> and <c>state</c> or with an error.</returns>
    /// <exception cref="InvalidOperationException">The way ended on a page that is none of the three.</exception>
    public async Task<Uri> AuthoriseAsync(
        Uri authorizeAddress, string organisationNumber, bool grant = true, CancellationToken cancellation = default)
    {
        var answer = await RedirectedAsync(await _http.GetAsync(authorizeAddress, cancellation), cancellation);
        for (var step = 0; step < 10; step++)
        {
            if (IsElsewhere(answer.Headers.Location))
            {
                return answer.Headers.Location!;
            }

            var html = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"The sign-in ended with {(int)answer.StatusCode}: {html}");
            }

            var page = new PageForm(answer.RequestMessage!.RequestUri!.PathAndQuery, html);
            var posted = await PostAsync(page, Fill(page, organisationNumber, grant), cancellation);
            answer = await RedirectedAsync(posted, cancellation);
        }

        throw new InvalidOperationException("The sign-in does not come to an end.");
    }

    /// <summary>Signs in to the pages and chooses a company.</summary>
    public async Task SignInAsync(string organisationNumber, CancellationToken cancellation = default)
    {
        var signIn = await GetAsync("/account/sign-in", cancellation);
        await PostAsync(new PageForm("/account/sign-in", signIn), Credentials(), cancellation);
        var chooser = await GetAsync("/account/company", cancellation);
        var page = new PageForm("/account/company", chooser);
        await PostAsync(page, Fill(page, organisationNumber, grant: true), cancellation);
    }

    /// <summary>The text of the page that an address leads to.</summary>
    /// <exception cref="HttpRequestException">There is no such page.</exception>
    public async Task<string> GetAsync(string path, CancellationToken cancellation = default)
    {
        var answer = await RedirectedAsync(
            await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation), cancellation);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Sends a form of a page, once signed in.</summary>
    /// <param name="page">The page that the form stands on.</param>
    /// <param name="action">Where it is sent.</param>
    /// <param name="fields">What it holds; several may have one name.</param>
    /// <returns>Where the browser is sent to, and the page there.</returns>
    public async Task<(string Path, string Page)> SendAsync(
        string page, string action, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation = default)
    {
        var token = KeyValuePair.Create("__RequestVerificationToken", new PageForm(page, await GetAsync(page, cancellation)).Token);
        using var form = new FormUrlEncodedContent(fields.Append(token));
        var posted = await _http.PostAsync(new Uri(action, UriKind.Relative), form, cancellation);
        var answer = await RedirectedAsync(posted, cancellation);
        return (answer.RequestMessage!.RequestUri!.AbsolutePath, await answer.Content.ReadAsStringAsync(cancellation));
    }

    public void Dispose() => _http.Dispose();

    private bool IsElsewhere(Uri? location) =>
        location is { IsAbsoluteUri: true } && location.Authority != _http.BaseAddress!.Authority;

    private async Task<HttpResponseMessage> RedirectedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        while (answer.Headers.Location is { } location && !IsElsewhere(location))
        {
            answer = await _http.GetAsync(location, cancellation);
        }

        return answer;
    }

    private Dictionary<string, string> Credentials() => new() { ["email"] = Email, ["password"] = Password };

    private Dictionary<string, string> Fill(PageForm page, string organisationNumber, bool grant) => page.Address switch
    {
        var path when path.StartsWith("/account/sign-in", StringComparison.Ordinal) => Credentials(),
        var path when path.StartsWith("/account/company", StringComparison.Ordinal) =>
            new() { ["company"] = page.CompanyId(organisationNumber) },
        var path when path.StartsWith("/account/consent", StringComparison.Ordinal) =>
            new() { ["decision"] = grant ? "grant" : "deny" },
        var path => throw new InvalidOperationException($"{path} is no page of the sign-in."),
    };

    private Task<HttpResponseMessage> PostAsync(
        PageForm page, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        fields["__RequestVerificationToken"] = page.Token;
        return _http.PostAsync(
            new Uri(page.Address, UriKind.Relative), new FormUrlEncodedContent(fields), cancellation);
    }

    /// <summary>A page that was fetched, as far as its form needs it.</summary>
    private sealed partial record PageForm(string Address, string Html)
    {
        public string Token => Group(TokenField().Match(Html), "its token");

        public string CompanyId(string organisationNumber) => Group(
            new Regex($"value=\"([0-9a-f-]{{36}})\"[^>]*>[^<]*<small>{Regex.Escape(organisationNumber)}<").Match(Html),
            organisationNumber);

        private static string Group(Match match, string sought) => match.Success
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"The page does not have {sought}.");

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex TokenField();
    }
}
