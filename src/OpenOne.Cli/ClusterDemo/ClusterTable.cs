using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>What stands on the screen: who runs what, and what happened last.</summary>
internal sealed class ClusterTable(DemoCluster cluster, ClosingStream closings, HttpClient http)
{
    private const int LinesOfNews = 8;

    private readonly Queue<string> _news = new();
    private readonly Dictionary<string, JsonNode> _said = [];

    /// <summary>How many vouchers stand in the books.</summary>
    public int Booked { get; private set; }

    /// <summary>Says what has happened.</summary>
    public void Tell(string sentence)
    {
        lock (_news)
        {
            _news.Enqueue(sentence);
            while (_news.Count > LinesOfNews)
            {
                _news.Dequeue();
            }
        }
    }

    /// <summary>Asks every server what it is doing.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var node in cluster.Nodes)
        {
            _said.Remove(node.Name);
            if (node is { ExitCode: null, IsFrozen: false } && await AskAsync(node, cancellation) is { } status)
            {
                _said[node.Name] = status;
            }
        }

        var books = await cluster.BooksAsync(http, cancellation);
        Booked = books.Where(company => company.Key.StartsWith("559990-", StringComparison.Ordinal)).Sum(company => company.Value.Count);
    }

    /// <summary>Draws it.</summary>
    public IRenderable Draw()
    {
        var table = new Table().Title("OPEN One BackOffice: who runs what").RoundedBorder();
        table.AddColumns("server", "process", "state", "lanes at work", "vouchers moved", "of the quota", "used of it");
        foreach (var node in cluster.Nodes)
        {
            var status = _said.GetValueOrDefault(node.Name);
            table.AddRow(
                node.Name, Text(node.Id), State(node, status is not null), Number(status, "lanesAtWork"), Number(status, "deliveriesMoved"),
                Number(status?["quota"], "held"), Number(status?["quota"], "used"));
        }

        var progress = new Markup(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{closings.Taken}[/] of {closings.All} closings taken in, [bold]{Booked}[/] vouchers in the books of {cluster.Companies} companies\n"
            + $"[grey]k[/] kill the busiest   [grey]f[/] freeze it for 12 s   [grey]n[/] start one more   [grey]q[/] end\n"));
        lock (_news)
        {
            return new Rows(table, progress, new Rows(_news.Select(line => new Text(line)).ToArray()));
        }
    }

    /// <summary>The server that has done most, of those that are at work.</summary>
    public ServerProcess? Busiest() => cluster.Nodes
        .Where(node => node is { IsRunning: true, IsFrozen: false } && _said.ContainsKey(node.Name))
        .MaxBy(node => _said[node.Name]["deliveriesMoved"]!.GetValue<long>());

    private async Task<JsonNode?> AskAsync(ServerProcess node, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            return JsonNode.Parse(await http.GetStringAsync(new Uri(node.Address, "/health/node"), patience.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // It starts, or is about to end.
            return null;
        }
    }

    private static string State(ServerProcess node, bool answers) => node switch
    {
        { IsFrozen: true } => "[blue]frozen[/]",
        { ExitCode: { } code } => string.Create(CultureInfo.InvariantCulture, $"[red]ended ({code})[/]"),
        _ => answers ? "[green]at work[/]" : "[yellow]starting[/]",
    };

    private static string Number(JsonNode? node, string name) => node?[name] is { } number ? Text(number.GetValue<long>()) : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
