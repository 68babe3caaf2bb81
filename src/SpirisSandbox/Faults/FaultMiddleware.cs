using SpirisSandbox.Control;

namespace SpirisSandbox.Faults;

/// <summary>Lies between the journal and everything else: lets a waiting fault strike, or the request pass.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, WaitingFaults faults, IServiceScopeFactory scopes)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<JournalEntry>() is not { } entry || faults.Take(context.Request) is not { } fault)
        {
            return next(context);
        }

        entry.Fault = fault.GetType().Name;
        return fault.StrikeAsync(new FaultedRequest(context, next, scopes));
    }
}
