using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>A voucher as it was composed for an attempt. Insert-only, like the attempt it belongs to.</summary>
public sealed class StoredVoucher
{
    /// <summary>The closing it books.</summary>
    public required Guid ClosingId { get; init; }

    /// <inheritdoc cref="VoucherDelivery.Ordinal"/>
    public int Ordinal { get; init; }

    /// <summary>The first attempt that sent it.</summary>
    public required int AttemptNumber { get; init; }

    /// <inheritdoc cref="Voucher.Key"/>
    public required VoucherKey Key { get; init; }

    /// <inheritdoc cref="Voucher.Date"/>
    public required DateOnly Date { get; init; }

    /// <inheritdoc cref="Voucher.Series"/>
    public required VoucherSeries Series { get; init; }

    /// <inheritdoc cref="Voucher.Text"/>
    public required string Text { get; init; }

    /// <inheritdoc cref="Voucher.Total"/>
    public required Money Total { get; init; }

    /// <inheritdoc cref="Voucher.Rows"/>
    public required ImmutableArray<VoucherRow> Rows { get; init; }

    /// <summary>The fact to store of a voucher.</summary>
    public static StoredVoucher Of(VoucherDelivery delivery, Voucher voucher) => new()
    {
        ClosingId = delivery.ClosingId,
        Ordinal = delivery.Ordinal,
        AttemptNumber = delivery.Attempts,
        Key = voucher.Key,
        Date = voucher.Date,
        Series = voucher.Series,
        Text = voucher.Text,
        Total = voucher.Total,
        Rows = voucher.Rows,
    };

    /// <summary>The voucher, checked to balance once more on its way out of storage.</summary>
    /// <exception cref="UnreachableException">The stored rows no longer balance: the database was altered.</exception>
    public Voucher ToVoucher() => Voucher.Balance(Key, Date, Series, Text, Rows) is Balancing.Balanced(var voucher)
        ? voucher
        : throw new UnreachableException($"The stored voucher {Key} does not balance.");
}
