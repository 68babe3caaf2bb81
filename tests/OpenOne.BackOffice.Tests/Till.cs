using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenOne.BackOffice.Tests;

/// <summary>A point of sale that knows nothing of the server but its contract.</summary>
public sealed class Till : IDisposable
{
    private readonly HttpClient _http;

    public Till(Uri server, string? key)
    {
        _http = new HttpClient { BaseAddress = server };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public Task<Answer> SubmitAsync(JsonNode closing) => SubmitAsync(closing.ToJsonString());

    public Task<Answer> SubmitAsync(string document) => SubmitAsync(Encoding.UTF8.GetBytes(document));

    public async Task<Answer> SubmitAsync(byte[] document)
    {
        using var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(new Uri("/api/v1/closings", UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends a document without saying how long it is.</summary>
    public async Task<Answer> SubmitInChunksAsync(byte[] document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/closings", UriKind.Relative))
        {
            Content = new StreamContent(new MemoryStream(document)),
        };
        request.Headers.TransferEncodingChunked = true;
        using var response = await _http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Has a receipt invoiced at once.</summary>
    public async Task<Answer> InvoiceAsync(JsonNode receipt)
    {
        using var content = new StringContent(receipt.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("/api/v1/invoices", UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Asks what has become of a receipt.</summary>
    public async Task<Answer> AskInvoiceAsync(string register, string receiptNumber)
    {
        using var response = await _http.GetAsync(new Uri($"/api/v1/invoices/{register}/{receiptNumber}", UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> AskAsync(string register, int zNumber)
    {
        using var response = await _http.GetAsync(new Uri($"/api/v1/closings/{register}/{zNumber}", UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer of the server.</summary>
public sealed record Answer(HttpStatusCode Status, string? Type, Uri? Location, TimeSpan? RetryAfter, JsonObject Body)
{
    public string Problem => (string)Body["type"]!;

    public string State => (string)Body["state"]!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Location,
        response.Headers.RetryAfter?.Delta,
        (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
}
