using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpirisSandbox.Books.Tests.Driving;

/// <summary>An answer of the API: its status and its body as JSON; null when the body is empty.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body)
{
    /// <summary>The body of an answer that had to be good.</summary>
    public JsonNode Good => (int)Status is 200 or 201 && Body is not null
        ? Body
        : throw new InvalidOperationException($"{(int)Status} {Body}");

    public JsonArray Data => Good[nameof(Data)]!.AsArray();

    public string Id => Good[nameof(Id)]!.GetValue<string>();

    public void ShouldBeRefused(int errorCode, string? saying = null, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        Body.ShouldNotBeNull();
        Body["ErrorCode"]?.GetValue<int>().ShouldBe(errorCode, Body.ToJsonString());
        Status.ShouldBe(status);
        if (saying is not null)
        {
            Body["DeveloperErrorMessage"]!.GetValue<string>().ShouldContain(saying);
        }
    }
}

/// <summary>JSON as it stood on the wire, letters outside ASCII and all.</summary>
public static class WireText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(this JsonNode? node) => node?.ToJsonString(Relaxed) ?? "null";
}

/// <summary>Calls the API over the wire with one access token.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, body: null);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("/v2" + path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
