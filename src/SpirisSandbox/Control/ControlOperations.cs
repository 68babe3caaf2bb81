using System.Globalization;
using SpirisSandbox.Clock;
using SpirisSandbox.Demo;
using SpirisSandbox.Faults;
using SpirisSandbox.State;
using SpirisSandbox.Storage;

namespace SpirisSandbox.Control;

/// <summary>The time of the sandbox; sent with <see cref="OffsetSeconds"/> alone to set it.</summary>
public sealed record ClockSetting(DateTimeOffset? Now, double OffsetSeconds);

/// <summary>What a user is to sign in with from now on.</summary>
public sealed record NewPassword(string Password);

/// <summary><c>/__sandbox</c>: what the library offers as objects, over HTTP and without any sign-in.</summary>
public static class ControlOperations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var control = new ControlRoutes(routes);
        MapState(control, routes.ServiceProvider);
        MapAccess(control, routes.ServiceProvider.GetRequiredService<SandboxState>());

        var journal = routes.ServiceProvider.GetRequiredService<RequestJournal>();
        control.Get("/journal", () => journal.Entries);
        control.Delete("/journal", journal.Clear);

        var clock = routes.ServiceProvider.GetRequiredService<SandboxClock>();
        control.Get("/clock", () => Told(clock));
        control.Put<ClockSetting>("/clock", (setting, _) =>
        {
            clock.Offset = TimeSpan.FromSeconds(setting.OffsetSeconds);
            return ControlRoutes.Told(Told(clock));
        });

        var faults = routes.ServiceProvider.GetRequiredService<WaitingFaults>();
        control.Get("/faults", () => faults.Waiting);
        control.Delete("/faults", faults.Clear);
        control.Post<FaultRule>("/faults", rule =>
        {
            faults.Add(rule);
            return ControlRoutes.Told(faults.Waiting);
        });
    }

    private static void MapState(ControlRoutes control, IServiceProvider services)
    {
        var (state, clock) = (services.GetRequiredService<SandboxState>(), services.GetRequiredService<SandboxClock>());
        var rewind = services.GetRequiredService<Rewind>();
        control.Get("/ledger", () => LedgerDump.Of(state));
        control.Get("/snapshot", rewind.Take);
        control.Put<Snapshot>("/snapshot", (snapshot, _) =>
        {
            rewind.To(snapshot);
            return TypedResults.NoContent();
        });
        control.Post("/reset", rewind.ToTheBeginning);
        control.Post<MadeUpVouchers>("/seed", order => order.Book(state, clock.GetUtcNow()) switch
        {
            Seeding.Booked booked => ControlRoutes.Told(booked),
            Seeding.Refused(var why) => ControlRoutes.Refused(why),
            _ => throw new System.Diagnostics.UnreachableException("Vouchers are booked or not."),
        });
    }

    private static void MapAccess(ControlRoutes control, SandboxState state)
    {
        control.Get("/grants", () => GivenGrant.AllOf(state));
        control.Delete("/grants", state.Grants.RevokeAll);
        control.Delete("/grants/{id:guid}", context =>
            state.Grants.Revoke(Guid.Parse((string)context.GetRouteValue("id")!, CultureInfo.InvariantCulture)));
        control.Put<NewPassword>("/users/{email}/password", (order, context) =>
        {
            var user = state.FindUser((string)context.GetRouteValue("email")!);
            if (user is not null)
            {
                state.ChangePassword(user, order.Password);
            }

            return ControlRoutes.DoneIf(user is not null);
        });
    }

    private static ClockSetting Told(SandboxClock clock) => new(clock.GetUtcNow(), clock.Offset.TotalSeconds);
}
