using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>The public HTTP API of a BackOffice: each call is made once, and each answer becomes an outcome.</summary>
internal sealed class BackOfficeApi(HttpClient http, TimeProvider clock)
{
    /// <summary>The calls of the server at an address; a path in it, as of a reverse proxy, is kept.</summary>
    public static HttpClient Connect(Uri server) => new(new SocketsHttpHandler
    {
        // A redirected POST would arrive as a GET: a wrong address must be seen.
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        BaseAddress = server.AbsolutePath.EndsWith('/') ? server : new Uri(server + "/"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Posts a closing, byte for byte as given.</summary>
    public async Task<Submission> SubmitAsync(
        ReadOnlyMemory<byte> closing, string apiKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/closings");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        request.Content = new ReadOnlyMemoryContent(closing);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return Classify(response, await ReadJsonAsync(response, cancellation));
        }
        catch (Exception failure) when (IsTransport(failure, cancellation))
        {
            return new Submission.Unreachable(Reason(failure));
        }
    }

    /// <summary>Asks for a closing's state.</summary>
    public async Task<Lookup> FindAsync(string register, long zNumber, string apiKey, CancellationToken cancellation)
    {
        var number = zNumber.ToString(CultureInfo.InvariantCulture);
        var path = $"api/v1/closings/{Uri.EscapeDataString(register)}/{number}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await ReadJsonAsync(response, cancellation);
            return (int)response.StatusCode switch
            {
                200 when body is { } json && ClosingStatus.Read(json) is { } status => new Lookup.Found(status),
                >= 400 and < 500 and var status => new Lookup.Refused(Problem.Read(status, body)),
                var status => new Lookup.Unavailable($"The server answered {status}."),
            };
        }
        catch (Exception failure) when (IsTransport(failure, cancellation))
        {
            return new Lookup.Unavailable(Reason(failure));
        }
    }

    /// <summary>Asks whether the key's company is ready to send.</summary>
    public async Task<ReadinessLookup> AskReadinessAsync(string apiKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/readiness");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await ReadJsonAsync(response, cancellation);
            return (int)response.StatusCode switch
            {
                200 when body is { } json && ReadinessStatus.Read(json) is { } status => new ReadinessLookup.Found(status),
                >= 400 and < 500 and var status => new ReadinessLookup.Refused(Problem.Read(status, body)),
                var status => new ReadinessLookup.Unavailable($"The server answered {status}."),
            };
        }
        catch (Exception failure) when (IsTransport(failure, cancellation))
        {
            return new ReadinessLookup.Unavailable(Reason(failure));
        }
    }

    private Submission Classify(HttpResponseMessage response, JsonElement? body) => response.StatusCode switch
    {
        HttpStatusCode.Accepted or HttpStatusCode.OK when body is { } json && ClosingStatus.Read(json) is { } status =>
            new Submission.Accepted(status, IsReplay: response.StatusCode is HttpStatusCode.OK),
        HttpStatusCode.ServiceUnavailable => new Submission.Busy(RetryAfter(response)),
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and var status =>
            new Submission.Refused((int)status, Problem.Read((int)status, body)),
        >= HttpStatusCode.InternalServerError and var status =>
            new Submission.Failed((int)status, body?.Text("title") ?? $"The server failed with status {(int)status}."),
        var status =>
            new Submission.Failed(
                (int)status, $"Status {(int)status} is not an answer of BackOffice. Is the address right?"),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };

    private static async Task<JsonElement?> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        JsonOf(response, await response.Content.ReadAsByteArrayAsync(cancellation));

    /// <summary>The JSON of an answer; <c>null</c> where it is none.</summary>
    public static JsonElement? JsonOf(HttpResponseMessage response, byte[] body)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json"))
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            // Something between us and BackOffice wrote half an answer: its status is all there is to go by.
            return null;
        }
    }

    /// <summary>The line or the HTTP client's clock gave up: not somebody's Ctrl-C, and not a bug.</summary>
    public static bool IsTransport(Exception failure, CancellationToken cancellation) =>
        failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested;

    /// <summary>What went wrong, in one sentence.</summary>
    public static string Reason(Exception failure) =>
        failure is TaskCanceledException ? "The server did not answer in time." : failure.Message;
}
