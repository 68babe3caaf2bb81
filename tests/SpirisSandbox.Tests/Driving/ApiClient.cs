using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SpirisSandbox.Tests.Driving;

/// <summary>An answer of the API with its body as JSON.</summary>
internal sealed record ApiAnswered(HttpStatusCode Status, string? ContentType, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Code => (int)Json["ErrorCode"]!;

    public JsonArray Records => Json["Data"]!.AsArray();

    public int Meta(string name) => (int)Json["Meta"]![name]!;
}

/// <summary>A client of the API with one access token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri sandbox, string? accessToken)
    {
        _http = new HttpClient { BaseAddress = sandbox };
        if (accessToken is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }
    }

    public Task<ApiAnswered> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiAnswered> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public Task<ApiAnswered> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public async Task<ApiAnswered> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, "/v2" + path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await _http.SendAsync(request);
        return new ApiAnswered(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsStringAsync(),
            answer.Headers);
    }

    /// <summary>Posts a voucher of two rows: cash in, sales out.</summary>
    public Task<ApiAnswered> PostVoucherAsync(
        decimal amount = 100m, string date = "2026-11-20", string text = "Dagskassa", string query = "") =>
        PostAsync("/vouchers" + query, Voucher.Body(amount, date, text));

    public void Dispose() => _http.Dispose();
}

/// <summary>Bodies of vouchers, spelled out as a client would write them.</summary>
internal static class Voucher
{
    public static string Body(decimal amount = 100m, string date = "2026-11-20", string text = "Dagskassa") =>
        FormattableString.Invariant($$"""
            {"VoucherDate":"{{date}}","VoucherText":"{{text}}","Rows":[
              {"AccountNumber":1910,"DebitAmount":{{amount}},"CreditAmount":0.0},
              {"AccountNumber":3004,"DebitAmount":0,"CreditAmount":{{amount}},"TransactionText":"mat"}]}
            """);

    public static string WithRows(string rows, string more = "") =>
        $$"""{"VoucherDate":"2026-11-20","VoucherText":"Dagskassa",{{more}}"Rows":[{{rows}}]}""";
}
