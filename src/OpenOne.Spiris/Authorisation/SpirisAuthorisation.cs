using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Authorisation;

/// <summary>How a user of Spiris lets us into a company, and how we stay let in: OAuth 2 with a code, a proof key and
/// refresh tokens.</summary>
/// <remarks>
/// <para>Source: developer.vismaonline.com, authentication; RFC 6749, RFC 7009, RFC 7636. The proof key is not
/// documented there but is accepted.</para>
/// <para>Nothing here stores a token, and nothing asks twice: one refresh at a time per company is the caller's
/// work.</para>
/// </remarks>
public sealed class SpirisAuthorisation(SpirisConnection connection)
{
    /// <summary>Shows only companies that have the bookkeeping product, of all that the user can reach.</summary>
    /// <remarks>Source: developer.vismaonline.com, authentication, <c>acr_values</c>.</remarks>
    private const string BookkeepingCompaniesOnly = "service:44643EB1-3F76-4C1C-A672-402AE8085934";

    private const string Form = "application/x-www-form-urlencoded";

    private readonly Uri _connect = new($"{connection.Options.Identity.AbsoluteUri.TrimEnd('/')}/connect/");

    /// <summary>Where to send the user's browser, to sign in, choose a company and let us in.</summary>
    /// <param name="redirectUri">Where Spiris sends it back, exactly as registered.</param>
    /// <param name="state">Comes back untouched; unguessable and tied to the user's session.</param>
    /// <param name="verifier">Kept until the code comes back.</param>
    public Uri AuthorizeUrl(Uri redirectUri, string state, CodeVerifier verifier)
    {
        var query = Encode(
        [
            ("client_id", connection.Options.ClientId),
            ("redirect_uri", redirectUri.OriginalString),
            ("scope", SpirisScopes.All),
            ("response_type", "code"),
            ("state", state),
            ("prompt", "select_account"),
            ("acr_values", BookkeepingCompaniesOnly),
            ("code_challenge", verifier.Challenge),
            ("code_challenge_method", "S256"),
        ]);
        return new(_connect, $"authorize?{query}");
    }

    /// <summary>Turns the code that came back into tokens. A code holds once, for five minutes.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the code may be spent.</exception>
    public Task<SpirisGrant> ExchangeAsync(
        string code, Uri redirectUri, CodeVerifier verifier, CancellationToken cancellation) =>
        AskForTokensAsync(
        [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirectUri.OriginalString),
            ("code_verifier", verifier.Text.Reveal()),
        ],
        current: null,
        cancellation);

    /// <summary>Gets the next access token. The refresh token may be spent by asking; an answer that holds none leaves
    /// the old one in force.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the refresh token may be spent.</exception>
    public Task<SpirisGrant> RefreshAsync(Secret refreshToken, CancellationToken cancellation) =>
        AskForTokensAsync(
            [("grant_type", "refresh_token"), ("refresh_token", refreshToken.Reveal())], refreshToken, cancellation);

    /// <summary>Hands a refresh token back, which ends our access to its company.</summary>
    public async Task<SpirisRevocation> RevokeAsync(Secret refreshToken, CancellationToken cancellation)
    {
        var exchange = await PostAsync(
            "revocation", [("token", refreshToken.Reveal()), ("token_type_hint", "refresh_token")], cancellation);
        return exchange switch
        {
            Exchange.Answered { Status: HttpStatusCode.OK } => new SpirisRevocation.Revoked(),
            Exchange.Answered answer when TokenResponse.TryReadRefusal(answer, out var error, out var description) =>
                new SpirisRevocation.Refused(error, description),
            Exchange.Answered answer => new SpirisRevocation.Unavailable(Unexplained(answer)),
            Exchange.NotSent(var problem, _) => new SpirisRevocation.Unavailable(problem),
            Exchange.Lost(var problem) => new SpirisRevocation.Unavailable(problem),
            _ => throw new UnreachableException("Only calls with an access token can find that access is lost."),
        };
    }

    private async Task<SpirisGrant> AskForTokensAsync(
        (string Name, string Value)[] form, Secret? current, CancellationToken cancellation)
    {
        // Reckoned from before the question, a token never seems to live longer than it does.
        var askedAt = connection.Clock.GetUtcNow();
        var exchange = await PostAsync("token", form, cancellation);
        return exchange switch
        {
            Exchange.Answered { Status: HttpStatusCode.OK } answer => TokenResponse.Read(answer.Body, current, askedAt),
            Exchange.Answered { Status: HttpStatusCode.TooManyRequests } answer =>
                new SpirisGrant.Unavailable("The identity server has had enough questions for now.", answer.RetryAfter),
            Exchange.Answered answer when TokenResponse.TryReadRefusal(answer, out var error, out var description) =>
                new SpirisGrant.Refused(error, description),
            Exchange.Answered answer => new SpirisGrant.Uncertain(Unexplained(answer)),
            Exchange.NotSent(var problem, var retryAfter) => new SpirisGrant.Unavailable(problem, retryAfter),
            Exchange.Lost(var problem) => new SpirisGrant.Uncertain(problem),
            _ => throw new UnreachableException("Only calls with an access token can find that access is lost."),
        };
    }

    private async Task<Exchange> PostAsync(
        string path, (string Name, string Value)[] form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_connect, path));
        request.Content = new SingleUseContent(Encoding.ASCII.GetBytes(Encode(form)), Form);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", ClientCredentials());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await connection.SendAsync(request, cancellation);
    }

    /// <summary>Id and secret, each encoded before they are joined by a colon (RFC 6749 section 2.3.1), so that neither
    /// a colon nor a letter beyond ASCII can be misread.</summary>
    private string ClientCredentials()
    {
        var (id, secret) = (connection.Options.ClientId, connection.Options.ClientSecret);
        return Convert.ToBase64String(
            Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
    }

    private static string Unexplained(Exchange.Answered answer) =>
        $"The identity server answered {(int)answer.Status} without an explanation.";

    private static string Encode(IEnumerable<(string Name, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
}
