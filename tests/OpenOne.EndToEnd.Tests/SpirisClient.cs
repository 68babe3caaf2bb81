using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace OpenOne.EndToEnd.Tests;

/// <summary>An answer of the Spiris API.</summary>
internal sealed record SpirisAnswer(HttpStatusCode Status, JsonNode Body)
{
    public Guid Id => (Guid)Body[nameof(Id)]!;

    public string Number => (string)Body["NumberAndNumberSeries"]!;

    /// <summary>The same answer, after it has been seen that the work was done.</summary>
    public SpirisAnswer ShouldBeMade()
    {
        Status.ShouldBe(HttpStatusCode.Created, Body.ToJsonString());
        return this;
    }

    /// <param name="code">One of the documented error codes, or the one the sandbox assumes.</param>
    public void ShouldBeRefused(int code, string because, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        Status.ShouldBe(status, Body.ToJsonString());
        ((int)Body["ErrorCode"]!).ShouldBe(code);
        Body.ToJsonString().ShouldContain(because);
    }
}

/// <summary>A program with access to one company's books over the API, as BackOffice has.</summary>
internal sealed class SpirisClient : IDisposable
{
    private readonly HttpClient _http;

    public SpirisClient(Uri spiris, string accessToken)
    {
        _http = new HttpClient { BaseAddress = spiris };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
    }

    public async Task<SpirisAnswer> GetAsync(string path) => await ReadAsync(await _http.GetAsync(Address(path)));

    public async Task<SpirisAnswer> PostAsync(string path, JsonObject body) =>
        await ReadAsync(await _http.PostAsJsonAsync(Address(path), body));

    /// <summary>Posts a day's takings: cash in, sales out.</summary>
    /// <param name="profitUnit">The unit that the sales are of; none when left out.</param>
    /// <param name="series">The verification series; the company's default when left out.</param>
    public Task<SpirisAnswer> PostTakingsAsync(
        int salesAccount = 3210, Guid? profitUnit = null, string? series = null, string date = "2026-11-20") =>
        PostAsync(series is null ? "vouchers" : "vouchers?useDefaultVoucherSeries=false", new JsonObject
        {
            ["VoucherDate"] = date,
            ["VoucherText"] = "Dagskassa 2026-11-20 Z 1284 EXEMPEL1",
            ["NumberSeries"] = series,
            ["Rows"] = new JsonArray(
                new JsonObject { ["AccountNumber"] = 1910, ["DebitAmount"] = 1120m, ["CreditAmount"] = 0m },
                new JsonObject
                {
                    ["AccountNumber"] = salesAccount,
                    ["DebitAmount"] = 0m,
                    ["CreditAmount"] = 1120m,
                    ["CostCenterItemId1"] = profitUnit,
                }),
        });

    public void Dispose() => _http.Dispose();

    private static Uri Address(string path) => new("/v2/" + path, UriKind.Relative);

    private static async Task<SpirisAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new SpirisAnswer(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
        }
    }
}
