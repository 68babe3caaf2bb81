using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using Shouldly;

namespace OpenOne.Testing;

/// <summary>Vouchers as a bookkeeper reads them, so that a test shows a whole voucher and a failure both.</summary>
[ShouldlyMethods, DebuggerStepThrough]
public static class JournalText
{
    /// <summary>The voucher must have this head and these rows in this order, however the columns are spaced.</summary>
    /// <param name="voucher">The voucher.</param>
    /// <param name="expected">Date, series and text without the key; then a row per line.</param>
    public static void ShouldBeJournal(this Voucher voucher, string expected) =>
        Single(Of(voucher)).ShouldBe(Single(expected), Of(voucher));

    /// <summary>The composition must be a voucher, and it this one.</summary>
    public static void ShouldBeJournal(this Composition composition, string expected) =>
        composition.ShouldBeOfType<Composition.Composed>().Voucher.ShouldBeJournal(expected);

    /// <summary>The voucher must book these rows and no others, in any order.</summary>
    public static void ShouldBook(this Voucher voucher, IEnumerable<JournalRow> expected) =>
        Sorted(voucher.Rows.Select(JournalRow.Of)).ShouldBe(Sorted(expected), Of(voucher));

    /// <summary>The voucher as a journal: its head without the key, and its rows without their texts.</summary>
    public static string Of(Voucher voucher)
    {
        var text = voucher.Text.Replace($" {voucher.Key.Marker}", "", StringComparison.Ordinal);
        var journal = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{voucher.Date:yyyy-MM-dd} {voucher.Series} {text}");
        foreach (var row in voucher.Rows)
        {
            journal.Append(CultureInfo.InvariantCulture, $"\n  {JournalRow.Of(row)}");
        }

        return journal.ToString();
    }

    /// <summary>Reads the rows of a journal that has no head.</summary>
    public static ImmutableArray<JournalRow> Rows(string journal) =>
        [.. Lines(journal).Select(JournalRow.Parse)];

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Single(string text) => string.Join('\n', Lines(text)
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static ImmutableArray<string> Sorted(IEnumerable<JournalRow> rows) =>
        [.. rows.Select(row => row.ToString()).Order(StringComparer.Ordinal)];
}
