using System.Text;

namespace SpirisSandbox.Control;

/// <summary>The outermost layer around identity and API: reads the body and writes the request down.</summary>
internal sealed class JournalMiddleware(
    RequestDelegate next, RequestJournal journal, SandboxOptions options, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsWatched(context.Request.Path))
        {
            await next(context);
            return;
        }

        var started = clock.GetTimestamp();
        var entry = journal.Begin(context.Request, clock.GetUtcNow());
        context.Features.Set(entry);
        context.Response.OnStarting(() =>
        {
            // The server also "starts" an answer that nobody will get any more.
            if (!entry.ConnectionWasCut)
            {
                entry.Status = context.Response.StatusCode;
            }

            return Task.CompletedTask;
        });
        var body = await CapturedBody.ReadAsync(context.Request);
        body.PutInto(context);
        entry.Body = Shown(context.Request, body);
        try
        {
            await next(context);
        }
        finally
        {
            entry.DurationMilliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        }
    }

    private static bool IsWatched(PathString path) =>
        path.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase);

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
