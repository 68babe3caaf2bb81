using System.Runtime.InteropServices;

namespace OpenOne.Sie;

/// <summary>What vouchers add up to, account by account.</summary>
/// <remarks>In öre, debit positive. As large as the number of accounts, however many vouchers there are.</remarks>
public sealed class SieTotals
{
    private readonly Dictionary<string, Sums> _accounts = new(StringComparer.Ordinal);

    /// <summary>How many vouchers were added.</summary>
    public long Vouchers { get; private set; }

    /// <summary>How many rows that count they had.</summary>
    public long Rows { get; private set; }

    /// <summary>The sum of the debits.</summary>
    public Int128 Debit { get; private set; }

    /// <summary>The first and the last day that anything was booked on; null while there is none.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; private set; }

    /// <summary>The accounts that have any row, in the order of their numbers.</summary>
    public IEnumerable<(string Account, Int128 Ore)> Accounts =>
        _accounts.Select(account => (account.Key, account.Value.All)).OrderBy(account => account.Key, StringComparer.Ordinal);

    /// <summary>Adds a voucher.</summary>
    /// <param name="voucher">Its rows that count are added, whether they balance or not.</param>
    /// <param name="present">The present fiscal year, where it is known: only what lies in it is compared with balances.</param>
    public void Add(SieVoucher voucher, SieYear? present = null)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        Vouchers++;
        Days = Days is var (first, last)
            ? (voucher.Date < first ? voucher.Date : first, voucher.Date > last ? voucher.Date : last)
            : (voucher.Date, voucher.Date);
        var isPresent = present is not { } year || year.Contains(voucher.Date);
        foreach (ref readonly var row in voucher.Rows.AsSpan())
        {
            if (!row.Counts)
            {
                continue;
            }

            Rows++;
            Debit += row.AmountOre > 0 ? row.AmountOre : 0;
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, row.Account, out _);
            sums.All += row.AmountOre;
            sums.Present += isPresent ? row.AmountOre : 0;
        }
    }

    /// <summary>Whether opening balances and vouchers make the closing balances and results that the file states.</summary>
    /// <remarks>Only accounts with a stated closing balance or result are looked at, and only for the present year.</remarks>
    public IEnumerable<SieFinding> Compare(IEnumerable<SieBalance> balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        var present = balances.Where(balance => balance.Year == 0).ToList();
        var opening = present.Where(balance => balance.Kind is SieBalanceKind.Opening)
            .GroupBy(balance => balance.Account, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (Int128)group.First().AmountOre, StringComparer.Ordinal);
        foreach (var balance in present.Where(balance => balance.Kind is SieBalanceKind.Closing or SieBalanceKind.Result))
        {
            var before = balance.Kind is SieBalanceKind.Closing ? opening.GetValueOrDefault(balance.Account) : 0;
            var expected = before + _accounts.GetValueOrDefault(balance.Account).Present;
            if (expected != balance.AmountOre)
            {
                yield return new(0, SieProblem.BalanceDoesNotFollow,
                    $"{balance.Account} {SieAmount.Kronor(balance.AmountOre)}, {SieAmount.Kronor(expected)} it should be");
            }
        }
    }

    // What is booked on an account, and what of it in the present fiscal year.
    private struct Sums
    {
        public Int128 All;
        public Int128 Present;
    }
}
