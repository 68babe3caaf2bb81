using System.Text.Json;
using SpirisSandbox.Api;
using SpirisSandbox.Clock;
using SpirisSandbox.Faults;
using SpirisSandbox.State;
using SpirisSandbox.Storage;

namespace SpirisSandbox.Control;

/// <summary>The time of the sandbox; sent with <see cref="OffsetSeconds"/> alone to set it.</summary>
public sealed record ClockSetting(DateTimeOffset? Now, double OffsetSeconds);

/// <summary>All that the sandbox remembers, but its journal, its faults and its clock; put back as it was taken.</summary>
public sealed record Snapshot(IReadOnlyList<StoredRecord> Records);

/// <summary><c>/__sandbox</c>: what the library offers as objects, over HTTP and without any sign-in.</summary>
public static class ControlOperations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var state = services.GetRequiredService<SandboxState>();
        var journal = services.GetRequiredService<RequestJournal>();
        var faults = services.GetRequiredService<WaitingFaults>();
        var clock = services.GetRequiredService<SandboxClock>();
        var rateLimit = services.GetRequiredService<RateLimit>();

        Get(routes, "/ledger", () => LedgerDump.Of(state));
        Get(routes, "/journal", () => journal.Entries);
        Get(routes, "/clock", () => Told(clock));
        Get(routes, "/faults", () => faults.Waiting);
        Get(routes, "/snapshot", () => new Snapshot(StoredState.Of(state)));
        Put<Snapshot>(routes, "/snapshot", snapshot =>
        {
            state.Replace(snapshot.Records);
            return snapshot;
        });
        Put<ClockSetting>(routes, "/clock", setting =>
        {
            clock.Offset = TimeSpan.FromSeconds(setting.OffsetSeconds);
            return Told(clock);
        });
        Post<FaultRule>(routes, "/faults", rule =>
        {
            faults.Add(rule);
            return faults.Waiting;
        });
        Delete(routes, "/faults", faults.Clear);
        Delete(routes, "/journal", journal.Clear);
        routes.MapMethods("/__sandbox/reset", [HttpMethods.Post], context =>
        {
            state.Reset();
            journal.Clear();
            faults.Clear();
            rateLimit.Clear();
            clock.Offset = TimeSpan.Zero;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static ClockSetting Told(SandboxClock clock) => new(clock.GetUtcNow(), clock.Offset.TotalSeconds);

    private static void Get(IEndpointRouteBuilder routes, string path, Func<object> answer) =>
        routes.MapMethods("/__sandbox" + path, [HttpMethods.Get], context =>
            context.Response.WriteAsJsonAsync(answer(), ControlJson.Options, context.RequestAborted));

    private static void Delete(IEndpointRouteBuilder routes, string path, Action work) =>
        routes.MapMethods("/__sandbox" + path, [HttpMethods.Delete], context =>
        {
            work();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });

    private static void Put<T>(IEndpointRouteBuilder routes, string path, Func<T, object> work) =>
        routes.MapMethods("/__sandbox" + path, [HttpMethods.Put], context => TakeAsync(context, work));

    private static void Post<T>(IEndpointRouteBuilder routes, string path, Func<T, object> work) =>
        routes.MapMethods("/__sandbox" + path, [HttpMethods.Post], context => TakeAsync(context, work));

    private static async Task TakeAsync<T>(HttpContext context, Func<T, object> work)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<T>(
                context.Request.Body, ControlJson.Options, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(
                order is null ? new object() : work(order), ControlJson.Options, context.RequestAborted);
        }
        catch (JsonException bad)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(bad.Message, context.RequestAborted);
        }
    }
}
