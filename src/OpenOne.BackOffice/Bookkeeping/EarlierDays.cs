using System.Collections.Immutable;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.DryRuns;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Bookkeeping;

/// <summary>The days that both a bookkeeper's file and our closings know, as the one booked them and as the other would.</summary>
/// <param name="Days">How many there are.</param>
/// <param name="Difference">What differs, day by day and account by account.</param>
public sealed record EarlierDays(int Days, BooksDifference Difference)
{
    /// <summary>Makes a dry run of the latest days of a file, at most as many as a dry run has.</summary>
    /// <returns><see langword="null"/> when no closing was received of any of its days.</returns>
    public static async Task<EarlierDays?> ReadAsync(
        BackOfficeDb db, Company company, BookkeptHistory history, CancellationToken cancellation)
    {
        if (history.Balances.IsEmpty)
        {
            return null;
        }

        var last = history.Balances.Keys.Max(line => line.Date);
        var first = history.Balances.Keys.Min(line => line.Date);
        first = last.DayNumber - first.DayNumber < DryRun.MaxDays ? first : last.AddDays(1 - DryRun.MaxDays);
        var ours = (await DryRun.MakeAsync(db, company, first, last, cancellation)).Balances;
        var days = ours.Keys.Select(line => line.Date).ToHashSet();
        days.IntersectWith(history.Balances.Keys.Select(line => line.Date));
        return days.Count == 0 ? null : new(days.Count, BooksDifference.Of(Of(days, ours), Of(days, history.Balances)));
    }

    private static ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> Of(
        HashSet<DateOnly> days, ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> balances) =>
        balances.Where(line => days.Contains(line.Key.Date)).ToImmutableDictionary();
}
