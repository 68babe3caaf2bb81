using System.Collections.Immutable;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Outside;

/// <summary>A voucher that stands in the books and carries no key of ours: a person booked it there, or imported it.</summary>
/// <param name="Voucher">Its id and number.</param>
/// <param name="Date">The date it is booked on.</param>
/// <param name="Text">What it says it is about.</param>
/// <param name="Origin">How it came there.</param>
/// <param name="Rows">Its rows.</param>
public sealed record OutsideVoucher(
    PostedVoucher Voucher, DateOnly Date, string Text, OutsideOrigin Origin, ImmutableArray<OutsideRow> Rows)
{
    /// <summary>Debit less credit of each account, without those that are zero.</summary>
    public IReadOnlyDictionary<long, Money> Balances() => Rows
        .GroupBy(row => row.Account)
        .Select(account => (Account: account.Key, Balance: account.Sum(row => row.Debit) - account.Sum(row => row.Credit)))
        .Where(account => account.Balance != Money.Zero)
        .ToDictionary(account => account.Account, account => account.Balance);
}

/// <summary>A row of such a voucher.</summary>
/// <param name="Account">The account; it need not be one that a mapping could name.</param>
/// <param name="Debit">Debit.</param>
/// <param name="Credit">Credit.</param>
/// <param name="Text">What it is about.</param>
public readonly record struct OutsideRow(long Account, Money Debit, Money Credit, string? Text);

/// <summary>How a voucher came into the books.</summary>
public enum OutsideOrigin
{
    /// <summary>Somebody typed it in, or another program posted it.</summary>
    ByHand = 1,

    /// <summary>Somebody imported a SIE file.</summary>
    SieImport = 2,

    /// <summary>The books do not say.</summary>
    Unknown = 3,
}
