using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpirisSandbox.Sales.Tests.Driving;

/// <summary>An answer of the API with its body as JSON.</summary>
internal sealed record Answered(HttpStatusCode Status, string? ContentType, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Code => (int)Json["ErrorCode"]!;

    public string Message => (string)Json["DeveloperErrorMessage"]!;

    public JsonArray Records => Json["Data"]!.AsArray();

    public Guid Id => (Guid)Json[nameof(Id)]!;

    public JsonNode? this[string name] => Json[name];

    public decimal Kronor(string name) => (decimal)Json[name]!;

    /// <summary>The same answer, after it has been seen to be what was expected.</summary>
    public Answered ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    public void ShouldBeRefused(int code, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code, Text);
    }
}

/// <summary>
/// A client of the API with one access token. Bodies are objects whose properties are named as the API names them.
/// </summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri sandbox, string accessToken)
    {
        _http = new HttpClient { BaseAddress = sandbox };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
    }

    public Task<Answered> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answered> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answered> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answered> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Makes something and expects it to be made.</summary>
    public async Task<Answered> MakeAsync(string path, object body) =>
        (await PostAsync(path, body)).ShouldBe(HttpStatusCode.Created);

    public void Dispose() => _http.Dispose();

    private async Task<Answered> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/v2" + path);
        if (body is not null)
        {
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answered(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
