using System.Globalization;
using OpenOne.Cli.Demo;
using OpenOne.Cli.Pages;
using Spectre.Console;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>What the demo is to be.</summary>
/// <param name="Programs">The folder of the built servers.</param>
/// <param name="Nodes">How many servers.</param>
/// <param name="Companies">How many companies.</param>
/// <param name="Evenings">How many closings each company hands over.</param>
/// <param name="Script">What is done without a keyboard: seconds and a key, such as <c>5k 20f</c>; <see langword="null"/> for a person.</param>
internal sealed record ClusterDemoOrder(string Programs, int Nodes, int Companies, int Evenings, string? Script);

/// <summary>Starts a cluster on this machine, lets its servers be killed and frozen, and counts in the end what stands in the books.</summary>
internal sealed class ClusterDemoRun(ClusterDemoOrder order, Surroundings surroundings)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(12);
    private static readonly SignIn _anna = new("anna@exempel.se", "sandbox");

    private readonly List<Task> _thawing = [];

    public async Task<ExitCode> RunAsync(CancellationToken cancellation)
    {
        Say("Starting PostgreSQL and the sandbox ...");
        DemoCluster cluster;
        try
        {
            cluster = await DemoCluster.StartAsync(order.Programs, order.Companies);
        }
        catch (FileNotFoundException missing)
        {
            return surroundings.Complain(ExitCode.Usage, missing.Message);
        }

        await using (cluster)
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            try
            {
                return await RunAsync(cluster, http, cancellation);
            }
            catch (LostException lost)
            {
                return surroundings.Complain(ExitCode.Unreachable, $"The demo cannot go on. {lost.Message}");
            }
            catch (Exception broken) when (cancellation.IsCancellationRequested && broken is OperationCanceledException or HttpRequestException)
            {
                // Ctrl+C reaches the servers as well, so nobody is left to be asked for the books. The key q ends with a count.
                return surroundings.Complain(ExitCode.NotBooked, "Broken off.");
            }
        }
    }

    private async Task<ExitCode> RunAsync(DemoCluster cluster, HttpClient http, CancellationToken cancellation)
    {
        for (var node = 0; node < order.Nodes; node++)
        {
            var started = cluster.StartNode();
            Say($"Starting {started.Name} at {started.Address} ...");
            if (await WhyNotReadyAsync(started, http, cancellation) is { } why)
            {
                cluster.KeepsFolder = true;
                return surroundings.Complain(ExitCode.Unreachable, $"{started.Name} is not ready: {why} Its log is in {cluster.Folder}.");
            }
        }

        var keys = await cluster.KeysAsync(cancellation);
        var companies = keys.Companies.Where(company => company.OrganisationNumber.StartsWith("559990-", StringComparison.Ordinal)).ToList();
        await AuthoriseAsync(cluster.Nodes[0], keys, companies, cancellation);

        var closings = new ClosingStream(cluster, companies, order.Evenings, http, surroundings.Clock);
        var table = new ClusterTable(cluster, closings, http);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var handing = closings.RunAsync(end.Token);
        await ShowAsync(cluster, table, closings, handing, end);
        await Task.WhenAll(_thawing);
        await LetGoAsync(handing, end.Token);
        return await JudgeAsync(cluster, closings, http, cancellation);
    }

    private async Task<string?> WhyNotReadyAsync(ServerProcess started, HttpClient http, CancellationToken cancellation)
    {
        var since = surroundings.Clock.GetTimestamp();
        while (await Readiness.WaitAsync(http, new Uri(started.Address, "health/ready"), _look, surroundings.Clock, cancellation) is { } why)
        {
            if (started.ExitCode is { } code)
            {
                return string.Create(CultureInfo.InvariantCulture, $"it ended with code {code}.");
            }

            if (surroundings.Clock.GetElapsedTime(since) >= _patience)
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>As their owners would, on the pages of both.</summary>
    private async Task AuthoriseAsync(ServerProcess node, DemoKeys keys, List<DemoCompany> companies, CancellationToken cancellation)
    {
        Say($"Authorising {companies.Count} companies on the pages of both, as the guide says ...");
        using var walker = new PageWalker();
        var guide = new GuideWalk(walker, node.Address, keys.SignIn, _anna);
        await guide.SignInAsync(cancellation);
        foreach (var company in companies)
        {
            await guide.ConnectAsync(company, "2026-01-01", cancellation);
        }
    }

    private async Task ShowAsync(
        DemoCluster cluster, ClusterTable table, ClosingStream closings, Task handing, CancellationTokenSource end)
    {
        var keyboard = new DemoKeyboard(order.Script, surroundings.Clock);
        await surroundings.Tables.Live(table.Draw()).StartAsync(async screen =>
        {
            while (!end.IsCancellationRequested && !handing.IsFaulted && table.Booked < closings.All)
            {
                await table.LookAsync(end.Token);
                while (keyboard.Next() is { } key)
                {
                    await DoAsync(key, cluster, table, end);
                }

                Supervise(cluster, table);
                screen.UpdateTarget(table.Draw());

                // The table is drawn anew every so often; keys and servers are looked at with it.
                await Task.Delay(_look, surroundings.Clock, CancellationToken.None);
            }
        });
    }

    private async Task DoAsync(char key, DemoCluster cluster, ClusterTable table, CancellationTokenSource end)
    {
        switch (key)
        {
            case 'k' when table.Busiest() is { } victim:
                victim.Kill();
                table.Tell($"{Now()} {victim.Name} was killed. What it held is free when its claims have run out, within 10 s; then others go on.");
                break;
            case 'f' when table.Busiest() is { } victim:
                if (await victim.FreezeAsync(true))
                {
                    table.Tell($"{Now()} {victim.Name} was frozen for 12 s. The others take it for dead; what it sent last is searched for, and not sent again.");
                    _thawing.Add(ThawAsync(victim, table));
                }

                break;
            case 'n':
                table.Tell($"{Now()} {cluster.StartNode().Name} was started.");
                break;
            case 'q':
                await end.CancelAsync();
                break;
            default:
                break;
        }
    }

    private async Task ThawAsync(ServerProcess victim, ClusterTable table)
    {
        // How long it stays frozen is what the demonstration is about.
        await Task.Delay(_freeze, surroundings.Clock);
        if (await victim.FreezeAsync(false))
        {
            table.Tell($"{Now()} {victim.Name} was thawed. Where the others have taken it for dead it ends now, so that it can begin anew.");
        }
    }

    /// <summary>What a supervisor does: starts another in the place of one that has ended.</summary>
    private void Supervise(DemoCluster cluster, ClusterTable table)
    {
        foreach (var ended in cluster.Nodes.Where(node => node.ExitCode is not null))
        {
            var code = ended.ExitCode!.Value.ToString(CultureInfo.InvariantCulture);
            cluster.Forget(ended);
            table.Tell($"{Now()} {ended.Name} ended with code {code}; {cluster.StartNode().Name} was started in its place.");
        }
    }

    private static async Task LetGoAsync(Task handing, CancellationToken ended)
    {
        try
        {
            await handing;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The person has seen enough; what was acknowledged is counted all the same.
            return;
        }
    }

    private async Task<ExitCode> JudgeAsync(DemoCluster cluster, ClosingStream closings, HttpClient http, CancellationToken cancellation)
    {
        var books = (await cluster.BooksAsync(http, cancellation)).Where(company => company.Key.StartsWith("559990-", StringComparison.Ordinal)).ToList();
        var booked = books.Sum(company => company.Value.Count);
        var twice = books.Sum(company => company.Value.Count - company.Value.Distinct(StringComparer.Ordinal).Count());
        var disordered = books.Count(company => !company.Value.Order(StringComparer.Ordinal).SequenceEqual(company.Value));
        surroundings.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{closings.Taken} closings were acknowledged. {booked} vouchers stand in the books: {twice} twice, {disordered} companies out of order."));
        if (booked == closings.Taken && twice == 0 && disordered == 0)
        {
            return ExitCode.Done;
        }

        cluster.KeepsFolder = true;
        return surroundings.Complain(ExitCode.NotBooked, $"Not everything stands in the books. The servers' logs are in {cluster.Folder}.");
    }

    private string Now() => surroundings.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private void Say(string sentence) => surroundings.Error.WriteLine(sentence);
}
