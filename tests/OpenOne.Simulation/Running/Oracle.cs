using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using OpenOne.Simulation.Spiris;

namespace OpenOne.Simulation.Running;

/// <summary>Judges a run by what the registers printed and what stands in the books. Shares no code with the product.</summary>
public static partial class Oracle
{
    /// <summary>Everything that is wrong, in words.</summary>
    /// <param name="closings">What the registers printed.</param>
    /// <param name="corrections">What the bookkeeper wanted corrected.</param>
    /// <param name="ledger">What stands in the books.</param>
    /// <param name="inOrder">Whether the vouchers must keep the order of the days.</param>
    public static IReadOnlyList<string> Judge(
        IReadOnlyList<RawClosing> closings, IReadOnlyList<RawCorrection> corrections, SimLedger ledger, bool inOrder)
    {
        var failures = new List<string>();
        foreach (var company in closings.GroupBy(closing => closing.Company))
        {
            var whole = ledger.Of(company.Key);
            var books = whole.Where(entry => !entry.Text.StartsWith("Rättelse", StringComparison.Ordinal)).ToList();
            JudgeCorrections([.. corrections.Where(wanted => wanted.Closing.Company == company.Key)], [.. whole.Except(books)], books, failures);
            var told = books.ToLookup(entry => Told(entry.Text));
            foreach (var closing in company)
            {
                Judge(closing, [.. told[$"{closing.Register} {closing.ZNumber}"]], failures);
            }

            var known = company.Select(closing => $"{closing.Register} {closing.ZNumber}").ToHashSet();
            failures.AddRange(books.Where(entry => !known.Contains(Told(entry.Text)))
                .Select(entry => $"strange: {entry.Number} '{entry.Text}'"));
            if (inOrder && !books.Select(entry => entry.Date).SequenceEqual(books.Select(entry => entry.Date).Order(StringComparer.Ordinal)))
            {
                failures.Add($"out of order: company {company.Key}: {string.Join(", ", books.Select(entry => entry.Date))}");
            }
        }

        return failures;
    }

    private static void Judge(RawClosing closing, List<SimLedger.Entry> there, List<string> failures)
    {
        var name = $"company {closing.Company} {closing.Register} Z {closing.ZNumber}";
        if (there.Count != 1)
        {
            failures.Add(there.Count == 0 ? $"lost: {name}" : $"duplicated: {name} stands there {there.Count} times");
        }

        foreach (var entry in there)
        {
            var journal = entry.Rows.GroupBy(row => row.Account)
                .ToImmutableSortedDictionary(rows => rows.Key, rows => rows.Sum(row => row.Ore));
            if (!journal.SequenceEqual(closing.Journal))
            {
                failures.Add($"wrong: {name}: {string.Join(", ", journal)} and not {string.Join(", ", closing.Journal)}");
            }

            if (entry.Date != closing.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            {
                failures.Add($"wrong date: {name}: {entry.Date}");
            }
        }
    }

    /// <summary>Each correction that is wanted stands there once, and nothing else does. All differ in what they move.</summary>
    private static void JudgeCorrections(
        List<RawCorrection> wanted, List<SimLedger.Entry> there, List<SimLedger.Entry> days, List<string> failures)
    {
        foreach (var correction in wanted)
        {
            var closing = correction.Closing;
            var name = $"correction {correction.Ordinal} of company {closing.Company} {closing.Register} Z {closing.ZNumber}";
            var ours = there.Where(entry => entry.Rows.SequenceEqual([(3002, correction.Ore), (3003, -correction.Ore)])
                && CorrectionText().Match(entry.Text) is { Success: true } told
                && $"{told.Groups[3].Value} {told.Groups[2].Value}" == $"{closing.Register} {closing.ZNumber}").ToList();
            if (ours.Count != 1)
            {
                failures.Add(ours.Count == 0 ? $"lost: {name}" : $"duplicated: {name} stands there {ours.Count} times");
            }

            foreach (var entry in ours)
            {
                var corrected = CorrectionText().Match(entry.Text).Groups[1].Value;
                if (entry.Date != correction.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                {
                    failures.Add($"wrong date: {name}: {entry.Date}");
                }

                if (!days.Exists(day => $"{day.Series}{day.Number}" == corrected && Told(day.Text) == $"{closing.Register} {closing.ZNumber}"))
                {
                    failures.Add($"wrong: {name} says that it corrects {corrected}");
                }
            }
        }

        if (there.Count > wanted.Count)
        {
            failures.Add($"strange: {there.Count} corrections where {wanted.Count} were wanted");
        }
    }

    /// <summary>The register and Z number that a text tells, as a person reads it.</summary>
    private static string Told(string text) =>
        Text().Match(text) is { Success: true } match ? $"{match.Groups[2].Value} {match.Groups[1].Value}" : "";

    [GeneratedRegex(@"^Rättelse av (\S+): Dagskassa \d{4}-\d\d-\d\d Z (\d+) (\S+)")]
    private static partial Regex CorrectionText();

    [GeneratedRegex(@"^Dagskassa \d{4}-\d\d-\d\d Z (\d+) (\S+)")]
    private static partial Regex Text();
}
