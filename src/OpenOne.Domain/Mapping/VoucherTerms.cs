using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>What a company has decided about its vouchers, beside their accounts.</summary>
/// <param name="Company">The company's number; part of the voucher's key.</param>
/// <param name="Series">The series the vouchers are numbered in.</param>
/// <param name="InvoicesInSpiris">Whether Spiris books the sales that are on invoice, so that the voucher leaves them out.</param>
public sealed record VoucherTerms(OrganisationNumber Company, VoucherSeries Series, bool InvoicesInSpiris)
{
    /// <summary>What becomes of a day with sales or payments that have no account.</summary>
    public WhenUnmapped WhenUnmapped { get; init; } = WhenUnmapped.HoldDay;

    /// <summary>The store that the register belongs to, if it does to one.</summary>
    public Guid? Store { get; init; }

    /// <summary>The accounts that allow cost centres. Rows on any other get none, since the accounting system would refuse them.</summary>
    public ImmutableHashSet<AccountNumber> CostCentreAccounts { get; init; } = [];
}

/// <summary>What becomes of a day with sales or payments that have no account.</summary>
public enum WhenUnmapped
{
    /// <summary>It waits until somebody gives them one.</summary>
    HoldDay = 1,

    /// <summary>They are booked on the suspense account, and booked over later.</summary>
    BookToSuspense = 2,
}
