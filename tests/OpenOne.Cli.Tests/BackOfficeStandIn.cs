using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace OpenOne.Cli.Tests;

/// <summary>Answers for closings as the API's contract says: a real socket, and little behind it.</summary>
internal sealed class BackOfficeStandIn : IAsyncDisposable
{
    public const string Key = "oo_live_test";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonNode> _stored = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();
    private readonly ConcurrentQueue<(string Key, string Body)> _posted = new();
    private int _atOnce;
    private int _looks;

    private BackOfficeStandIn(WebApplication app)
    {
        _app = app;
        app.MapPost("/api/v1/closings", SubmitAsync);
        app.MapGet("/api/v1/closings/{register}/{zNumber:long}", FindAsync);
        app.MapGet("/api/v1/readiness", TellReadinessAsync);
        app.MapPost("/api/v1/sie-exports", ExportAsync);
        app.MapGet("/api/v1/sie-exports/3", context => context.Response.WriteAsync(SieFile));
    }

    public string Address { get; private set; } = "";

    /// <summary>Every body posted, with the key it came with.</summary>
    public IReadOnlyList<(string Key, string Body)> Posted => [.. _posted];

    /// <summary>The most posts that were in progress at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The state told for a Z number, given how often states have been asked for.</summary>
    public Func<long, int, string> StateOf { get; set; } = (_, _) => "received";

    /// <summary>What is told of whether the company is ready.</summary>
    public string Readiness { get; set; } = """{ "ready": true, "points": [] }""";

    /// <summary>The language that readiness was last asked for in.</summary>
    public string? LanguageAskedFor { get; private set; }

    /// <summary>The file that every export gives.</summary>
    public const string SieFile = "#FLAGGA 0\r\n";

    /// <summary>What is answered to an order for an export.</summary>
    public (int Status, string Body) Export { get; set; } =
        (201, """{ "number": 3, "fileName": "krogen-3.si", "closings": 2, "vouchers": 2, "total": 5458.00, "sha256": "ab" }""");

    public static async Task<BackOfficeStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = new BackOfficeStandIn(builder.Build());
        server._app.Urls.Add("http://127.0.0.1:0");
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single();
        return server;
    }

    /// <summary>Orders the answer to the next post, instead of the contract's.</summary>
    public void Next(
        int status, string contentType = "application/problem+json", string body = "{}", string? retryAfter = null) =>
        Next(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            await context.Response.WriteAsync(body);
        });

    public void Next(Func<HttpContext, Task> answer) => _next.Enqueue(answer);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ExportAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _posted.Enqueue((context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        context.Response.StatusCode = Export.Status;
        context.Response.ContentType = Export.Status == 201 ? "application/json" : "application/problem+json";
        await context.Response.WriteAsync(Export.Body);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        lock (_stored)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _posted.Enqueue((KeyOf(context), body));
        await (_next.TryDequeue(out var answer) ? answer(context) : AnswerAsync(context, JsonNode.Parse(body)!));
        lock (_stored)
        {
            _atOnce--;
        }
    }

    private async Task AnswerAsync(HttpContext context, JsonNode closing)
    {
        if (KeyOf(context) != Key)
        {
            await RefuseAsync(context, 401, "The key is not valid.", "Make a new key under Settings.");
            return;
        }

        var path = $"{closing["register"]}/{closing["zNumber"]}";
        var earlier = _stored.GetOrAdd(path, closing);
        if (!JsonNode.DeepEquals(earlier, closing))
        {
            await RefuseAsync(context, 409, "Sent before with other content.", "Both are kept; a person decides.");
            return;
        }

        context.Response.StatusCode = ReferenceEquals(earlier, closing) ? 202 : 200;
        await context.Response.WriteAsJsonAsync(Body(closing, StateOf((long)closing["zNumber"]!, 0)));
    }

    private async Task FindAsync(HttpContext context)
    {
        var path = $"{context.GetRouteValue("register")}/{context.GetRouteValue("zNumber")}";
        if (!_stored.TryGetValue(path, out var closing))
        {
            await RefuseAsync(context, 404, "There is no such closing.", "Send it first.");
            return;
        }

        var state = StateOf((long)closing["zNumber"]!, Interlocked.Increment(ref _looks));
        await context.Response.WriteAsJsonAsync(Body(closing, state));
    }

    private Task TellReadinessAsync(HttpContext context)
    {
        LanguageAskedFor = context.Request.Headers.AcceptLanguage;
        if (KeyOf(context) != Key)
        {
            return RefuseAsync(context, 401, "The key is not valid.", "Make a new key under Settings.");
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Readiness);
    }

    private static string KeyOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    private static JsonObject Body(JsonNode closing, string state) => new()
    {
        ["register"] = (string)closing["register"]!,
        ["zNumber"] = (long)closing["zNumber"]!,
        ["businessDate"] = (string)closing["businessDate"]!,
        ["state"] = state,
        ["reasons"] = state is "held"
            ? JsonNode.Parse("""[{ "code": "unmapped", "message": "beer/25 has no account.", "remedy": "Map it." }]""")
            : new JsonArray(),
        ["voucher"] = state is "booked"
            ? new JsonObject { ["id"] = "7d1c", ["number"] = $"A{closing["zNumber"]}" }
            : null,
    };

    private static Task RefuseAsync(HttpContext context, int status, string title, string detail)
    {
        var problem = new JsonObject { ["title"] = title, ["detail"] = detail, ["status"] = status };
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json");
    }
}
