using SpirisSandbox.Control;
using SpirisSandbox.State;

namespace SpirisSandbox.Sending;

/// <summary><c>GET /__sandbox/sent</c>: the e-mails, e-invoices and reminders of every company, oldest first.</summary>
internal static class SentOperations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var state = routes.ServiceProvider.GetRequiredService<SandboxState>();
        routes.MapMethods("/__sandbox/sent", [HttpMethods.Get], context => context.Response.WriteAsJsonAsync(
            SentByCompany.AllOf(state), ControlJson.Options, context.RequestAborted));
    }
}
