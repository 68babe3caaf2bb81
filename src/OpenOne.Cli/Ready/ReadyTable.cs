using OpenOne.Cli.BackOffice;
using Spectre.Console;

namespace OpenOne.Cli.Ready;

/// <summary>A check for a person: a table of its points, then what to do about those that are not as they should be.</summary>
internal static class ReadyTable
{
    public static void Write(IAnsiConsole console, ReadinessStatus status)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("State") { NoWrap = true });
        table.AddColumn(new TableColumn("What") { NoWrap = true });
        table.AddColumn("Found");
        foreach (var point in status.Points)
        {
            table.AddRow(
                new Text(point.Status ?? "?", StyleOf(point)), new Text(point.Title ?? point.Code ?? ""), new Text(point.Message ?? ""));
        }

        console.Write(table);
        foreach (var point in status.Points.Where(point => point.Status is not "ok" && !string.IsNullOrEmpty(point.Remedy)))
        {
            console.WriteLine($"{point.Title}: {point.Remedy}");
            console.WriteLine($"  {point.Path}");
        }

        if (status.Problem is { } problem)
        {
            console.WriteLine($"The accounting system did not answer the last time it was asked: {problem}");
        }

        console.WriteLine(Summary(status));
    }

    private static string Summary(ReadinessStatus status) => status switch
    {
        { IsReady: true } => "Ready.",
        { IsBeingChecked: true } => "Not ready yet: the accounting system is being asked just now.",
        _ => $"Not ready: {status.Points.Count(point => point.Status is "blocked")} blocked.",
    };

    private static Style StyleOf(ReadinessPoint point) => new(point.Status switch
    {
        "ok" => Color.Green,
        "warning" => Color.Yellow,
        _ => Color.Red,
    });
}
