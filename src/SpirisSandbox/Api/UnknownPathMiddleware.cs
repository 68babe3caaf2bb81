namespace SpirisSandbox.Api;

/// <summary>
/// Gives the API's envelope to what no operation answered: an unknown path, or a method it does not have.
/// </summary>
/// <remarks>
/// Source: measured by public clients: an unknown address gives 404. What a method that does not exist gives is an
/// assumption. An operation that failed by a bug of ours becomes 5000, so that a client meets what it would meet.
/// </remarks>
internal sealed class UnknownPathMiddleware(
    RequestDelegate next, ApiGate gate, SandboxOptions options, ILogger<UnknownPathMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception bug) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.OperationFailed(bug, context.Request.Path);
            var error = ApiError.Of(ErrorCatalogue.InternalServerError, "An unexpected error occurred.");
            await gate.RefuseAsync(context, error);
            return;
        }

        if (context.Response is { HasStarted: false, ContentType: null })
        {
            await AnswerAsync(context);
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = $"{context.Request.Method} {context.Request.Path}";
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => gate.RefuseAsync(
                context, ApiError.Of(ErrorCatalogue.ResourceNotFound, $"There is no {path}.")),
            StatusCodes.Status405MethodNotAllowed => gate.WriteAsync(
                context,
                options.Assumptions.UnsupportedMethodStatus,
                ApiError.Of(ErrorCatalogue.ResourceNotFound, $"There is no {path}.")),
            _ => Task.CompletedTask,
        };
    }
}

internal static partial class UnknownPathLog
{
    [LoggerMessage(LogLevel.Error, "The operation {Path} failed.")]
    public static partial void OperationFailed(this ILogger<UnknownPathMiddleware> log, Exception bug, string path);
}
