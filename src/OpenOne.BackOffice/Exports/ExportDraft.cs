using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Exports;

/// <summary>What an order comes to as things stand.</summary>
/// <param name="Order">The order.</param>
/// <param name="Vouchers">The vouchers that the file would hold, in the order of their days.</param>
/// <param name="LeftOut">Closings of the period that it would not hold, since they have left already or there is nothing to book.</param>
/// <param name="Missing">Closings that cannot become vouchers, each with every reason.</param>
public sealed record ExportDraft(
    ExportOrder Order,
    ImmutableArray<ExportDraft.Entry> Vouchers,
    ImmutableArray<ExportDraft.Absent> LeftOut,
    ImmutableArray<ExportDraft.Gap> Missing)
{
    /// <summary>A voucher of the file and the closings that it books.</summary>
    public sealed record Entry(DayVoucher Voucher, ImmutableArray<Part> Closings);

    /// <summary>A closing that a voucher books.</summary>
    public sealed record Part(Guid ClosingId, ClosingKey Key, int MappingVersion);

    /// <summary>A closing that the file would not hold.</summary>
    /// <param name="Key">Register and Z number.</param>
    /// <param name="Date">Its business date.</param>
    /// <param name="State">How far it has come on its other way.</param>
    /// <param name="ExportedIn">The export that has taken it, if one has.</param>
    /// <param name="Posted">The number of its voucher in Spiris, if it has one.</param>
    public sealed record Absent(ClosingKey Key, DateOnly Date, DeliveryState State, int? ExportedIn, string? Posted);

    /// <summary>A closing that cannot become a voucher as things stand.</summary>
    public sealed record Gap(ClosingKey Key, DateOnly Date, ImmutableArray<Reason> Reasons);

    /// <summary>What the file would book on one account.</summary>
    public sealed record AccountTotal(AccountNumber Account, Money Debit, Money Credit);

    /// <summary>What the file would book on each account, by number.</summary>
    public IEnumerable<AccountTotal> Totals() => Vouchers
        .SelectMany(entry => entry.Voucher.Rows)
        .GroupBy(row => row.Account)
        .OrderBy(account => account.Key.Number)
        .Select(account => new AccountTotal(account.Key, account.Sum(row => row.Debit), account.Sum(row => row.Credit)));

    /// <summary>How many closings the file would hold.</summary>
    public int ClosingCount => Vouchers.Sum(entry => entry.Closings.Length);

    /// <summary>The sum of the vouchers' debits.</summary>
    public Money Total => Vouchers.Sum(entry => entry.Voucher.Total);
}
