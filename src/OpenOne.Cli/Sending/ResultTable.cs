using System.Globalization;
using OpenOne.Cli.BackOffice;
using Spectre.Console;

namespace OpenOne.Cli.Sending;

/// <summary>The results for a person: a table, then everything there is to say about what needs attention.</summary>
internal static class ResultTable
{
    /// <summary>Columns that a table with remarks needs; in a narrower terminal they stand below it.</summary>
    private const int WidthWithRemarks = 110;

    public static void Write(IAnsiConsole console, IReadOnlyList<SentClosing> closings)
    {
        var hasRoom = console.Profile.Width >= WidthWithRemarks;
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("Z number") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("Register") { NoWrap = true });
        table.AddColumn(new TableColumn("Date") { NoWrap = true });
        table.AddColumn(new TableColumn("Total") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("State") { NoWrap = true });
        table.AddColumn(new TableColumn("Voucher") { NoWrap = true });
        if (hasRoom)
        {
            table.AddColumn("Remark");
        }

        foreach (var sent in closings)
        {
            table.AddRow(Cells(sent).Take(table.Columns.Count));
        }

        console.Write(table);
        foreach (var line in closings.SelectMany(sent => Lines(sent, withRemark: !hasRoom)))
        {
            console.WriteLine(line);
        }
    }

    private static Text[] Cells(SentClosing sent) =>
    [
        new(sent.Document.ZNumber?.ToString(CultureInfo.InvariantCulture) ?? "?"),
        new(sent.Document.Register ?? "?"),
        new(sent.Document.BusinessDate ?? "?"),
        new(sent.Document.Total is { } total ? Kronor.Text(total) : "?"),
        new(sent.State, StyleOf(sent)),
        new(sent.Status?.Voucher?.Number ?? ""),
        new(sent.Remark),
    ];

    /// <summary>The explanation, or where there is none the remark, if that has not been told in the table.</summary>
    private static string[] Lines(SentClosing sent, bool withRemark)
    {
        string[] remark = withRemark && sent.Remark is not "" ? [$"{sent.Document.Name}: {sent.Remark}"] : [];
        return Explanation(sent) is [_, ..] explanation ? explanation : remark;
    }

    private static string[] Explanation(SentClosing sent) => sent switch
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
