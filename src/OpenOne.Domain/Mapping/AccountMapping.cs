using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>Which account each kind of amount is booked on (konteringsmall), in one version of a company's mapping.</summary>
/// <remarks>Immutable: a change is a new version, and each voucher names the version that made it.</remarks>
public sealed class AccountMapping
{
    private readonly ImmutableDictionary<MappingKey, AccountNumber> _accounts;

    /// <param name="version">1 for the first version of a company's mapping.</param>
    /// <param name="accounts">One account per key.</param>
    /// <exception cref="ArgumentException">Two rows have the same key and different accounts.</exception>
    public AccountMapping(int version, IEnumerable<KeyValuePair<MappingKey, AccountNumber>> accounts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        Version = version;
        _accounts = ImmutableDictionary.CreateRange(accounts);
    }

    /// <summary>Which version of the company's mapping this is, from 1.</summary>
    public int Version { get; }

    /// <summary>The rows as they were entered.</summary>
    public IReadOnlyDictionary<MappingKey, AccountNumber> Accounts => _accounts;

    /// <summary>The account for a key: its own row, or the row that stands in for it; <see langword="null"/> when there is none.</summary>
    public AccountNumber? Find(MappingKey key)
    {
        foreach (var candidate in Candidates(key))
        {
            if (_accounts.TryGetValue(candidate, out var account))
            {
                return account;
            }
        }

        return null;
    }

    /// <summary>The rows that can answer for a key, the most specific first.</summary>
    private static IEnumerable<MappingKey> Candidates(MappingKey key)
    {
        yield return key;
        switch (key)
        {
            case MappingKey.Sales { Group: var group } when group == ProductGroup.GiftCard:
                // Never the row of a rate: a gift card sold is a debt, not a sale at 0 %.
                yield return new MappingKey.SalesOfGroup(group);
                yield return new MappingKey.GiftCards();
                break;
            case MappingKey.Sales { Group: var group, Rate: var rate }:
                yield return new MappingKey.SalesOfGroup(group);
                yield return new MappingKey.SalesAtRate(rate);
                break;
            case MappingKey.Payment { Means: var means } when means == PaymentMeans.GiftCard:
                yield return new MappingKey.GiftCards();
                break;
        }
    }
}
