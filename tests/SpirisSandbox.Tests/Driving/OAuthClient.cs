using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SpirisSandbox.Visitor;

namespace SpirisSandbox.Tests.Driving;

/// <summary>
/// A client of the sandbox's identity server, written from the portal's description and not from ours.
/// </summary>
internal sealed class OAuthClient(Uri sandbox) : IDisposable
{
    public const string Restaurang = "559999-9991";
    public const string Krogen = "559998-1239";
    public const string RedirectUri = "http://localhost:59999/callback";
    public const string AllScopes = "ea:api offline_access ea:sales ea:accounting";

    private readonly HttpClient _http = new() { BaseAddress = sandbox };

    public Uri AuthorizeAddress(string scope = AllScopes, string? redirectUri = RedirectUri, string more = "") => new(
        sandbox,
        $"/connect/authorize?client_id=openone-backoffice&redirect_uri={Uri.EscapeDataString(redirectUri!)}"
        + $"&scope={Uri.EscapeDataString(scope)}&response_type=code&state=s-1{more}");

    /// <summary>The code that a user's consent gives.</summary>
    public async Task<string> CodeAsync(
        string organisationNumber = Restaurang, string scope = AllScopes, string more = "")
    {
        using var visitor = new SandboxVisitor(sandbox);
        var back = await visitor.AuthoriseAsync(AuthorizeAddress(scope, more: more), organisationNumber);
        return System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;
    }

    public Task<HttpResponseMessage> ExchangeAsync(string code, string? verifier = null) => TokenAsync(
        new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
            ["code_verifier"] = verifier,
        });

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken) => TokenAsync(
        new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken });

    public Task<HttpResponseMessage> RevokeAsync(string token) =>
        PostAsync("/connect/revocation", new() { ["token"] = token, ["token_type_hint"] = "refresh_token" });

    public Task<HttpResponseMessage> TokenAsync(Dictionary<string, string?> form) => PostAsync("/connect/token", form);

    public async Task<JsonObject> TokensAsync(string organisationNumber = Restaurang, string scope = AllScopes)
    {
        var answer = await ExchangeAsync(await CodeAsync(organisationNumber, scope));
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string?> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Where(field => field.Value is not null).ToDictionary()!),
        };
        if (!form.ContainsKey("client_id"))
        {
            var secret = Encoding.UTF8.GetBytes("openone-backoffice:openone-backoffice-secret");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(secret));
        }

        return await _http.SendAsync(request);
    }
}
