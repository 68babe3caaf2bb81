using System.Globalization;
using System.Text.Json;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Api;

/// <summary>
/// The way into every operation: token, rate limit, scopes, company, modules, user; then the work, then the answer.
/// </summary>
public sealed class ApiGate(
    SandboxState state, SandboxOptions options, RateLimit rateLimit, ApiBody body, TimeProvider clock)
{
    private const string ContentType = "application/json; charset=utf-8";

    private readonly JsonSerializerOptions _json = WireJson.For(options.Assumptions);

    internal ApiBody Body => body;

    public Task ServeAsync(HttpContext context, Access access, Func<ApiCall, ApiAnswer> answer)
    {
        if (Bearer(context.Request) is not { } grant
            || state.FindCompany(grant.CompanyId) is not { } company
            || state.FindUser(grant.UserId) is not { } user)
        {
            return RefuseAsync(context, ApiError.NotAuthorized());
        }

        if (rateLimit.Wait(grant.ClientId, context.Request) is { } wait)
        {
            if (options.Assumptions.TooManyRequestsSaysRetryAfter)
            {
                context.Response.Headers.RetryAfter = wait.Seconds.ToString(CultureInfo.InvariantCulture);
            }

            return RefuseAsync(context, wait.Error);
        }

        return AccessRules.WhyNot(context.Request.Method, access, grant, company, user) is { } refusal
            ? RefuseAsync(context, refusal)
            : WriteAsync(context, answer(new ApiCall(context, grant, company, user, options)));
    }

    /// <summary>Writes an error that was found outside any operation, such as an unknown path.</summary>
    public Task RefuseAsync(HttpContext context, ApiError error)
    {
        var status = error.Kind.StatusIsAssumed
            && options.Assumptions.StatusByErrorCode.TryGetValue(error.ErrorCode, out var corrected)
                ? corrected
                : error.Kind.Status;
        return WriteAsync(context, status, error);
    }

    internal Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return JsonSerializer.SerializeAsync(
            context.Response.BodyWriter, answer, answer.GetType(), _json, context.RequestAborted);
    }

    private Grant? Bearer(HttpRequest request) =>
        BearerToken.Of(request) is { } token
            && state.Grants.FindGood(token, clock.GetUtcNow()) is { Kind: TicketKind.AccessToken } ticket
            ? state.Grants.Find(ticket.GrantId)
            : null;

    private Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        switch (answer)
        {
            case ApiAnswer.Ok(var found):
                return WriteAsync(context, StatusCodes.Status200OK, found);
            case ApiAnswer.Created(var made):
                return WriteAsync(context, StatusCodes.Status201Created, made);
            case ApiAnswer.Refused(var error):
                return RefuseAsync(context, error);
            case ApiAnswer.Blank:
                return Task.CompletedTask;
            case ApiAnswer.File(var content, var contentType):
                context.Response.ContentType = contentType;
                return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
            default:
                throw new System.Diagnostics.UnreachableException("The cases of an answer are closed.");
        }
    }
}
