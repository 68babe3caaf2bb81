using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Readiness;

/// <summary>An account that the mapping uses, and what is booked on it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Use">What is booked on it.</param>
/// <param name="Rate">At which rate of VAT; <see langword="null"/> when at several, or at none that matters.</param>
public sealed record MappedAccount(AccountNumber Account, AccountUse Use, VatRate? Rate)
{
    /// <summary>Every account of a mapping, once for each thing that is booked on it.</summary>
    public static ImmutableArray<MappedAccount> Of(AccountMapping mapping) =>
        [.. mapping.Accounts.Select(row => Of(row.Key, row.Value)).Distinct().OrderBy(mapped => mapped.Account)];

    private static MappedAccount Of(MappingKey key, AccountNumber account) => key switch
    {
        // A gift card is a debt when it is sold and no sale when it expires, whatever its row is called.
        MappingKey.Sales { Group: var group } when IsGiftCard(group) => new(account, AccountUse.Other, null),
        MappingKey.SalesOfGroup { Group: var group } when IsGiftCard(group) => new(account, AccountUse.Other, null),
        MappingKey.Sales { Rate: var rate } => new(account, AccountUse.Sales, rate),
        MappingKey.SalesAtRate { Rate: var rate } => new(account, AccountUse.Sales, rate),
        MappingKey.SalesOfGroup => new(account, AccountUse.Sales, null),
        MappingKey.OutputVat { Rate: var rate } => new(account, AccountUse.OutputVat, rate),
        _ => new(account, AccountUse.Other, null),
    };

    private static bool IsGiftCard(ProductGroup group) => group == ProductGroup.GiftCard || group == ProductGroup.GiftCardExpired;
}

/// <summary>What is booked on an account, as far as VAT cares.</summary>
public enum AccountUse
{
    /// <summary>Sales without VAT.</summary>
    Sales = 1,

    /// <summary>Output VAT.</summary>
    OutputVat = 2,

    /// <summary>What has no part in the VAT return: payments, tips, rounding, gift cards.</summary>
    Other = 3,
}
