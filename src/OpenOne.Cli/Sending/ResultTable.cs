using System.Globalization;
using OpenOne.Cli.BackOffice;
using Spectre.Console;

namespace OpenOne.Cli.Sending;

/// <summary>The results for a person: a table, then everything there is to say about what needs attention.</summary>
internal static class ResultTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<SentClosing> closings)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("Z number") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("Register") { NoWrap = true });
        table.AddColumn(new TableColumn("Date") { NoWrap = true });
        table.AddColumn(new TableColumn("Total") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("State") { NoWrap = true });
        table.AddColumn(new TableColumn("Voucher") { NoWrap = true });
        table.AddColumn("Remark");
        foreach (var sent in closings)
        {
            var document = sent.Document;
            table.AddRow(
                new Text(document.ZNumber?.ToString(CultureInfo.InvariantCulture) ?? "?"),
                new Text(document.Register ?? "?"),
                new Text(document.BusinessDate ?? "?"),
                new Text(document.Total is { } total ? Kronor.Text(total) : "?"),
                new Text(sent.State, StyleOf(sent)),
                new Text(sent.Status?.Voucher?.Number ?? ""),
                new Text(sent.Remark));
        }

        console.Write(table);
        foreach (var sent in closings)
        {
            foreach (var line in Explanation(sent))
            {
                console.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Explanation(SentClosing sent) => sent switch
    {
        { Submission: Submission.Refused(var status, var problem) } =>
        [
            $"{sent.Document.Name} was refused ({status}): {problem.Title}",
            .. problem.Detail is { } detail ? [$"  {detail}"] : Array.Empty<string>(),
            .. problem.Particulars.Select(particular => $"  {particular}"),
        ],
        { Status: { State: "held" or "rejected" } status } =>
        [
            $"{sent.Document.Name} is {status.State}:",
            .. status.Reasons.Select(reason => $"  {string.Join(" ", Filled(reason.Message, reason.Remedy))}"),
        ],
        _ => [],
    };

    private static IEnumerable<string> Filled(params string?[] texts) => texts.OfType<string>();

    private static Style StyleOf(SentClosing sent) => new(sent switch
    {
        { Status.IsBooked: true } => Color.Green,
        { State: "held" or "uncertain" } => Color.Yellow,
        { State: "refused" or "rejected" or "unreachable" or "failed" } => Color.Red,
        { State: "skipped" } => Color.Grey,
        _ => Color.Blue,
    });
}
