using System.Text;
using SpirisSandbox.Faults;

namespace SpirisSandbox.Control;

/// <summary>The outermost layer around identity and API: reads the body, and writes the request down when it is over.</summary>
internal sealed class JournalMiddleware(RequestDelegate next, RequestJournal journal, SandboxOptions options, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsWatched(context.Request.Path))
        {
            await next(context);
            return;
        }

        var (number, at, started) = (journal.NextNumber(), clock.GetUtcNow(), clock.GetTimestamp());
        var body = await CapturedBody.ReadAsync(context.Request);
        body.PutInto(context);
        var struck = new StruckFaults();
        context.Features.Set(struck);
        try
        {
            await next(context);
        }
        finally
        {
            journal.Add(new JournalEntry(
                number,
                at,
                context.Request.Method,
                context.Request.Path,
                context.Request.QueryString.Value ?? "",
                struck.CutTheConnection ? null : context.Response.StatusCode,
                clock.GetElapsedTime(started).TotalMilliseconds,
                struck.Names,
                Shown(context.Request, body)));
        }
    }

    private static bool IsWatched(PathString path) =>
        path.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase);

    private string? Shown(HttpRequest request, CapturedBody body)
    {
        if (body.Bytes.IsEmpty || !request.Path.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body.Bytes.Span);
        return text.Length <= options.JournalBodyLength ? text : text[..options.JournalBodyLength];
    }
}
