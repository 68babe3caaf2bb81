using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>Which account each kind of amount is booked on (konteringsmall), in one version of a company's mapping.</summary>
/// <remarks>Immutable: a change is a new version, and each voucher names the version that made it.</remarks>
public sealed class AccountMapping
{
    private readonly Dictionary<MappingKey, AccountNumber> _accounts = [];

    /// <param name="version">1 for the first version of a company's mapping.</param>
    /// <param name="accounts">One account per key.</param>
    /// <param name="centres">Which cost centres rows get; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">Two rows have the same key and different accounts.</exception>
    public AccountMapping(
        int version, IEnumerable<KeyValuePair<MappingKey, AccountNumber>> accounts, CostCentreRules? centres = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        (Version, CostCentres) = (version, centres ?? CostCentreRules.None);
        foreach (var (key, account) in accounts)
        {
            if (!_accounts.TryAdd(key, account) && _accounts[key] != account)
            {
                throw new ArgumentException($"'{key}' has two accounts: {_accounts[key]} and {account}.", nameof(accounts));
            }
        }
    }

    /// <summary>Which version of the company's mapping this is, from 1.</summary>
    public int Version { get; }

    /// <summary>The rows as they were entered.</summary>
    public IReadOnlyDictionary<MappingKey, AccountNumber> Accounts => _accounts.AsReadOnly();

    /// <summary>Which cost centres the rows of a voucher get.</summary>
    public CostCentreRules CostCentres { get; }

    /// <summary>The account for a key: its own row, or else the row that stands in for it, the most specific first.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public AccountNumber? Find(MappingKey key) => RowFor(key)?.Account;

    /// <summary>The row that gives a key its account.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public (MappingKey Key, AccountNumber Account)? RowFor(MappingKey key) => Own(key) ?? key switch
    {
        // Never the row of a rate: a gift card sold is a debt, not a sale at 0 %, and one that expired is no sale at all.
        MappingKey.Sales { Group: var group } when group == ProductGroup.GiftCard =>
            Own(new MappingKey.SalesOfGroup(group)) ?? Own(new MappingKey.GiftCardsSold()) ?? Own(new MappingKey.GiftCards()),
        MappingKey.Sales { Group: var group } when group == ProductGroup.GiftCardExpired =>
            Own(new MappingKey.SalesOfGroup(group)) ?? Own(new MappingKey.GiftCardsExpired()),
        MappingKey.Sales { Group: var group, Rate: var rate } =>
            Own(new MappingKey.SalesOfGroup(group)) ?? Own(new MappingKey.SalesAtRate(rate)),
        MappingKey.Payment { Means: var means } when means == PaymentMeans.GiftCard =>
            Own(new MappingKey.GiftCardsRedeemed()) ?? Own(new MappingKey.GiftCards()),
        _ => null,
    };

    private (MappingKey Key, AccountNumber Account)? Own(MappingKey key) =>
        _accounts.TryGetValue(key, out var account) ? (key, account) : null;
}
