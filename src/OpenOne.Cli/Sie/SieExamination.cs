using OpenOne.Sie;

namespace OpenOne.Cli.Sie;

/// <summary>All there is to say about a file, gathered in one pass and in memory that does not grow with its vouchers.</summary>
/// <param name="Identification">Who made it and what it is.</param>
/// <param name="Accounts">The chart, and accounts that are used without being in it, by number.</param>
/// <param name="Totals">What the vouchers add up to.</param>
/// <param name="Findings">What is not as it should be.</param>
/// <param name="BalanceFindings">Closing balances that do not follow from opening balances and vouchers.</param>
/// <param name="Checksum">Its checksum, if it has one that is right.</param>
/// <param name="Shown">The first vouchers, as many as were asked for.</param>
internal sealed record SieExamination(
    SieIdentification Identification,
    IReadOnlyList<SieExamination.Account> Accounts,
    SieTotals Totals,
    SieFindings Findings,
    IReadOnlyList<SieFinding> BalanceFindings,
    uint? Checksum,
    IReadOnlyList<SieVoucher> Shown)
{
    /// <summary>The most vouchers that are shown.</summary>
    public const int MaxShown = 10_000;

    /// <summary>An account with its balances of the present year, in öre.</summary>
    public sealed record Account(string Number, string Name, long? OpeningOre, Int128 MovementOre, long? ClosingOre);

    public static SieExamination Of(Stream input, int vouchers, SieProgress progress)
    {
        var reader = new SieReader(input);
        var totals = new SieTotals();
        var shown = new List<SieVoucher>();
        while (reader.ReadVoucher() is { } voucher)
        {
            totals.Add(voucher, Present(reader));
            if (shown.Count < vouchers)
            {
                shown.Add(voucher);
            }

            progress.Tell(reader.BytesRead);
        }

        return new(
            reader.Identification,
            AccountsOf(reader, totals),
            totals,
            reader.Findings,
            reader.Identification.Kind is SieKind.Ledger ? [.. totals.Compare(reader.Balances).Take(SieFindings.MaxOfOneKind)] : [],
            reader.VerifiedChecksum,
            shown);
    }

    private static SieYear? Present(SieReader reader)
    {
        foreach (var year in reader.Identification.Years)
        {
            if (year.Number == 0)
            {
                return year;
            }
        }

        return null;
    }

    private static List<Account> AccountsOf(SieReader reader, SieTotals totals)
    {
        var moved = totals.Accounts.ToDictionary(account => account.Account, account => account.Ore, StringComparer.Ordinal);
        var names = reader.Accounts.ToDictionary(account => account.Number, account => account.Name, StringComparer.Ordinal);
        var opening = Balances(reader, SieBalanceKind.Opening);
        var closing = Balances(reader, SieBalanceKind.Closing);
        return
        [
            .. moved.Keys.Concat(opening.Keys).Concat(closing.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(number => new Account(
                    number,
                    names.GetValueOrDefault(number, ""),
                    opening.TryGetValue(number, out var before) ? before : null,
                    moved.GetValueOrDefault(number),
                    closing.TryGetValue(number, out var after) ? after : null)),
        ];
    }

    private static Dictionary<string, long> Balances(SieReader reader, SieBalanceKind kind) => reader.Balances
        .Where(balance => balance.Kind == kind && balance.Year == 0)
        .GroupBy(balance => balance.Account, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().AmountOre, StringComparer.Ordinal);
}
