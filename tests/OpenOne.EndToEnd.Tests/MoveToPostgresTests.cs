using System.Net;
using OpenOne.BackOffice.Tests;
using OpenOne.Cli;
using OpenOne.Cli.ClusterDemo;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.EndToEnd.Tests;

/// <summary>An installation with a file of SQLite goes on in PostgreSQL: moved by one command, with everything in it, what is under
/// way as well.</summary>
public sealed class MoveToPostgresTests : IAsyncLifetime
{
    // However long the move takes, the voucher that is under way meanwhile is not given up.
    private const string Patient = "--Delivery:MaxLostAnswers=1000";

    private PrivatePostgres _postgres = null!;
    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PrivatePostgres.StartAsync("fsync=off");
        await _postgres.MakeDatabaseAsync("openone");
        _restaurants = await IntegratedRestaurants.StartAsync(Patient);
    }

    public async ValueTask DisposeAsync()
    {
        await _restaurants.Sandbox.DisposeAsync();
        Directory.Delete(_restaurants.Server.DataDirectory, recursive: true);
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Everything_is_moved_and_compared_and_work_goes_on_where_it_was()
    {
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        _restaurants.Sandbox.Faults.Add(new() { Method = "POST", Path = "/v2/vouchers", Times = null, Fault = new AnswerBefore(503) });
        await _restaurants.SubmitAsync(RealEvenings.Z65);

        var early = await MoveAsync();
        early.Code.ShouldBe(ExitCode.Usage, "a server runs on it");
        early.Error.ShouldContain("Stop the server that runs on it", customMessage: early.Error);

        var directory = await _restaurants.Server.StopAndKeepAsync();
        var moved = await MoveAsync();
        moved.Code.ShouldBe(ExitCode.Done, moved.Error);
        moved.Output.ShouldContain("counts and hashes are the same on both sides");
        moved.Output.ShouldMatch(@"(?m)^closings +2 rows");

        (await MoveAsync()).Output.ShouldContain("Everything is there already");
        await using (var old = BackOfficeProcess.Launch([], directory, _restaurants.Sandbox.Address))
        {
            (await old.ExitAsync()).ShouldBe(65, old.Output);
            old.Output.ShouldContain("was moved to PostgreSQL");
        }

        _restaurants.Sandbox.Faults.Clear();
        await using (var server = await BackOfficeProcess.StartAsync(
            directory, _restaurants.Sandbox.Address,
            "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={_postgres.ConnectionTo("openone")}",
            "--Cluster:Address=127.0.0.1", "--Cluster:Port=0", "--Delivery:LookEvery=00:00:00.1", Patient))
        {
            using var till = new Till(server.Address, _restaurants.Server.KeyOf(IntegratedRestaurants.Krogen));
            await BookedAsync(till, RealEvenings.Z65);
            (await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report))).Status.ShouldBe(HttpStatusCode.OK, "it is known");
            _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(2);
        }

        // The database has gone on, and the file has not: it must not come back over it.
        var late = await MoveAsync();
        late.Code.ShouldBe(ExitCode.Usage);
        late.Error.ShouldContain("PostgreSQL holds something else already");
    }

    [Fact]
    public async Task A_move_that_cannot_be_is_told_and_changes_nothing()
    {
        var directory = await _restaurants.Server.StopAndKeepAsync();

        (await OpenOneCommandLine.RunAsync("move-to-postgres", "--data", directory)).Error.ShouldContain("OPENONE_POSTGRES");
        var elsewhere = await MoveAsync(Path.Combine(directory, "keys"));
        (elsewhere.Code, elsewhere.Error.Contains("There is no database", StringComparison.Ordinal)).ShouldBe((ExitCode.Usage, true), elsewhere.Error);
        await _postgres.StopServerAsync(atOnce: false);
        (await MoveAsync()).Code.ShouldBe(ExitCode.Unreachable);

        await _restaurants.RestartAsync();
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        await _restaurants.Server.StopAndKeepAsync();
    }

    /// <summary>Asked again and again: the server is another process, which tells a till nothing by itself.</summary>
    private static async Task BookedAsync(Till till, RealEvening evening)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await till.AskAsync(evening.Report.Key.Register, evening.Report.Key.ZNumber)).State != "booked")
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task<(ExitCode Code, string Output, string Error)> MoveAsync(string? from = null) => OpenOneCommandLine.RunAsync(
        "move-to-postgres", "--data", from ?? _restaurants.Server.DataDirectory, "--to", _postgres.ConnectionTo("openone"),
        "--server-program", Path.Combine(OpenOneCommandLine.Programs, "OpenOne.BackOffice.dll"));
}
