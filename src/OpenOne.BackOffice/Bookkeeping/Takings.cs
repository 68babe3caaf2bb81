using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;
using OpenOne.Sie;

namespace OpenOne.BackOffice.Bookkeeping;

/// <summary>The vouchers of a file that are the takings of a day (dagskassa), and what their accounts were used for.</summary>
/// <remarks>A voucher is one when it credits output VAT and sales and debits something that money lies in. What the accounts are
/// for is read from the BAS chart's numbers for VAT, from amounts (VAT is its rate of the sales), and from what people wrote.</remarks>
internal sealed class Takings
{
    /// <summary>VAT is rounded on each receipt, so the VAT of a day may be off by some öre for each: a krona covers most days.</summary>
    private const long VatToleranceOre = 1_00;

    private static readonly (MappingKey Key, string[] Words)[] _spoken =
    [
        (new MappingKey.Payment(PaymentMeans.Swish), ["swish"]),
        (new MappingKey.GiftCards(), ["presentkort"]),
        (new MappingKey.Tips(), ["dricks"]),
        (new MappingKey.Rounding(), ["öresavrundning", "öresutjämning", "öres- och krona", "öres- och kronutjämning"]),
        (new MappingKey.CashDifference(), ["kassadifferens", "kassadiff"]),
        (new MappingKey.Payment(PaymentMeans.Card), ["kort"]),
        (new MappingKey.Payment(PaymentMeans.Cash), ["kontant", "kassa"]),
    ];

    private readonly Dictionary<Sight, int> _seen = [];
    private readonly Dictionary<int, int> _used = [];

    /// <summary>How many there are.</summary>
    public int Days { get; private set; }

    /// <summary>Looks at a voucher.</summary>
    public void Add(SieVoucher voucher)
    {
        var rows = voucher.Rows.Where(row => row.Counts)
            .Select(row => (Account: NumberOf(row.Account), Ore: row.AmountOre, row.Text)).Where(row => row.Account > 0).ToList();
        var vat = rows.Where(row => RateOf(row.Account) is not null && row.Ore < 0)
            .ToLookup(row => RateOf(row.Account)!.Value, row => (row.Account, row.Ore));
        if (vat.Count == 0 || !rows.Exists(row => IsSales(row.Account) && row.Ore < 0) || !rows.Exists(row => HoldsMoney(row.Account) && row.Ore > 0))
        {
            return;
        }

        Days++;
        var seen = new HashSet<Sight>();
        foreach (var rate in vat)
        {
            seen.UnionWith(rate.Select(row => new Sight(new MappingKey.OutputVat(rate.Key), row.Account, ProposedBecause.VatAccount)));
            var due = -rate.Sum(row => row.Ore);
            seen.UnionWith(rows.Where(row => IsSales(row.Account) && row.Ore < 0)
                .GroupBy(row => row.Account, row => -row.Ore)
                .Where(sales => Math.Abs((sales.Sum() * rate.Key.Percent / 100) - due) <= VatToleranceOre)
                .Select(sales => new Sight(new MappingKey.SalesAtRate(rate.Key), sales.Key, ProposedBecause.VatOfIt)));
        }

        seen.UnionWith(rows.Where(row => !IsSales(row.Account) || row.Account is >= 3700 and < 3800)
            .Where(row => RateOf(row.Account) is null)
            .Select(row => SightOf(row.Text, row.Account, ProposedBecause.RowText)).OfType<Sight>());
        foreach (var sight in seen)
        {
            _seen[sight] = _seen.GetValueOrDefault(sight) + 1;
        }

        foreach (var account in rows.Select(row => row.Account).Distinct())
        {
            _used[account] = _used.GetValueOrDefault(account) + 1;
        }
    }

    /// <summary>For each key the account that most days speak for.</summary>
    /// <param name="chart">The chart of the file, for names.</param>
    public ImmutableArray<AccountProposal> Proposals(ImmutableArray<SieAccount> chart)
    {
        var names = chart.GroupBy(account => NumberOf(account.Number)).ToDictionary(same => same.Key, same => same.First().Name);
        var byName = _used.Where(used => RateOf(used.Key) is null && !IsSales(used.Key))
            .Select(used => (Sight: SightOf(names.GetValueOrDefault(used.Key, ""), used.Key, ProposedBecause.AccountName), Days: used.Value))
            .Where(used => used.Sight is not null)
            .Select(used => KeyValuePair.Create(used.Sight!, used.Days));
        return
        [
            .. _seen.Concat(byName)
                .GroupBy(sight => sight.Key.Key)
                .Select(same => same.OrderBy(sight => sight.Key.Because).ThenByDescending(sight => sight.Value)
                    .ThenBy(sight => sight.Key.Account).First())
                .Select(best => new AccountProposal(
                    best.Key.Key, AccountNumber.From(best.Key.Account), names.GetValueOrDefault(best.Key.Account, ""),
                    best.Key.Because, best.Value))
                .OrderBy(proposal => proposal.Account).ThenBy(proposal => proposal.Key.ToString(), StringComparer.Ordinal),
        ];
    }

    private static Sight? SightOf(string text, int account, ProposedBecause because) =>
        Spoken(text) is { } key ? new Sight(key, account, because) : null;

    private static MappingKey? Spoken(string text)
    {
        foreach (var (key, words) in _spoken)
        {
            if (words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return key;
            }
        }

        return null;
    }

    // BAS 2026: 2610 to 2619 output VAT 25 %, 2620 to 2629 12 %, 2630 to 2639 6 %; those ending in 4 and 5 are of purchases.
    private static VatRate? RateOf(int account) => (account / 10, account % 10) switch
    {
        (_, 4 or 5) => null,
        (261, _) => VatRate.Standard,
        (262, _) => VatRate.Reduced,
        (263, _) => VatRate.Low,
        _ => null,
    };

    private static bool IsSales(int account) => account is >= 3000 and < 4000;

    private static bool HoldsMoney(int account) => account is >= 1500 and < 2000 or >= 2420 and < 2430;

    private static int NumberOf(string account) =>
        int.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && AccountNumber.TryFrom(number, out _)
            ? number : 0;

    private sealed record Sight(MappingKey Key, int Account, ProposedBecause Because);
}
