using System.Net.Http.Headers;
using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>What came of asking for a SIE export.</summary>
internal abstract record Exported
{
    private Exported()
    {
    }

    /// <summary>It is made: what BackOffice says of it, and the file.</summary>
    public sealed record Made(JsonElement Json, string FileName, byte[] File) : Exported;

    /// <summary>Nothing was exported, and asking again does not help (4xx).</summary>
    public sealed record Refused(Problem Problem) : Exported;

    /// <summary>The server could not be reached, or did not answer. The export may have been made all the same.</summary>
    public sealed record Unavailable(string Reason) : Exported;
}

/// <summary>SIE exports over the public API.</summary>
internal sealed class ExportsApi(HttpClient http, string apiKey)
{
    private const string Path = "api/v1/sie-exports";

    /// <summary>Has an export made, and fetches its file.</summary>
    public async Task<Exported> MakeAsync(
        DateOnly from, DateOnly to, string grouping, string? series, CancellationToken cancellation)
    {
        var order = new Dictionary<string, object> { ["from"] = from, ["to"] = to, ["grouping"] = grouping };
        if (series is not null)
        {
            order["series"] = series;
        }

        using var request = Request(HttpMethod.Post, Path);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(order));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await AskAsync(request, (json, _) => json?.Member("number") is { ValueKind: JsonValueKind.Number } number && json.Value.Text("fileName") is { } name
            ? FetchAsync(json.Value, name, number.GetInt32(), cancellation)
            : null, cancellation);
    }

    private Task<Exported> FetchAsync(JsonElement export, string fileName, int number, CancellationToken cancellation) =>
        AskAsync(
            Request(HttpMethod.Get, $"{Path}/{number}"),
            (_, file) => Task.FromResult<Exported>(new Exported.Made(export, fileName, file)),
            cancellation);

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        return request;
    }

    private async Task<Exported> AskAsync(
        HttpRequestMessage request, Func<JsonElement?, byte[], Task<Exported>?> take, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            var json = BackOfficeApi.JsonOf(response, bytes);
            return (int)response.StatusCode switch
            {
                200 or 201 when take(json, bytes) is { } taken => await taken,
                >= 400 and < 500 and var status => new Exported.Refused(Problem.Read(status, json)),
                var status => new Exported.Unavailable($"The server answered {status}."),
            };
        }
        catch (Exception failure) when (BackOfficeApi.IsTransport(failure, cancellation))
        {
            return new Exported.Unavailable(BackOfficeApi.Reason(failure));
        }
    }
}
