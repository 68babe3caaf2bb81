using System.ComponentModel.DataAnnotations;
using SpirisSandbox.Api;

namespace SpirisSandbox.Faults;

/// <summary>Answers with a status of its own, as a gateway would, and does nothing.</summary>
public sealed record AnswerBefore([property: Range(200, 599)] int Status) : Fault
{
    public override Task StrikeAsync(FaultedRequest request) => GatewayAnswer.WriteAsync(request.Http, Status);
}

/// <summary>Does the work, then answers with a status of its own instead of the work's.</summary>
public sealed record AnswerAfter([property: Range(200, 599)] int Status) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        await request.WorkAndHoldAnswerAsync();
        await GatewayAnswer.WriteAsync(request.Http, Status);
    }
}

/// <summary>What stands between client and service answers in HTML, not in the API's envelope.</summary>
internal static class GatewayAnswer
{
    public static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.Headers.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync($"<html><body><h1>{status}</h1></body></html>", context.RequestAborted);
    }
}

/// <summary>Says that there were too many requests, in the documented words, and does nothing.</summary>
/// <param name="Seconds">How long the caller is told to wait.</param>
public sealed record TooManyRequests([property: Range(1, (int)Fault.MostSeconds)] int Seconds = 55) : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        var refusal = request.Service<RateLimit>().Refusal(Seconds);
        request.Http.Response.Headers.RetryAfter = FormattableString.Invariant($"{Seconds}");
        return request.Service<ApiGate>().RefuseAsync(request.Http, refusal.Error);
    }
}

/// <summary>Says that the token is not good, whatever it is, and does nothing.</summary>
public sealed record Unauthorised : Fault
{
    public override Task StrikeAsync(FaultedRequest request) =>
        request.Service<ApiGate>().RefuseAsync(request.Http, ApiError.NotAuthorized());
}

/// <summary>Says <c>invalid_grant</c>, as the token endpoint does of a dead grant, and does nothing.</summary>
public sealed record InvalidGrant : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        request.Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        request.Http.Response.ContentType = "application/json;charset=UTF-8";
        return request.Http.Response.WriteAsync("""{"error":"invalid_grant"}""", request.Http.RequestAborted);
    }
}
