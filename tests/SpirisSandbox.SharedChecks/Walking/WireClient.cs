using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>An answer as it stood on the wire.</summary>
public sealed record WireAnswer(int Status, string? ContentType, string Text)
{
    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text);
}

/// <summary>A client that knows nothing of the API but its address and a token.</summary>
public sealed class WireClient : IDisposable
{
    private readonly HttpClient _http;

    public WireClient(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<WireAnswer> GetAsync(string path) => SendAsync("GET", path, body: null);

    public async Task<WireAnswer> SendAsync(string method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var answer = await _http.SendAsync(request);
        return new WireAnswer(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The records of a list, all on one page; none where there is no such list.</summary>
    public async Task<JsonArray> ListAsync(string path)
    {
        var answer = await GetAsync(path + "?$pagesize=1000");
        return answer.Json?["Data"]?.AsArray() ?? [];
    }

    public void Dispose() => _http.Dispose();
}
