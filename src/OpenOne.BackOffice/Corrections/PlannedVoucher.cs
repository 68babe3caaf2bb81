using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Corrections;

/// <summary>A voucher that corrects a day (rättelse), as a person has asked for it: what the delivery with its ordinal books.</summary>
/// <remarks>Written once, with who and when; only its date may move, and only while it is known not to be in the books.</remarks>
public sealed class PlannedVoucher
{
    /// <summary>The closing whose day it corrects.</summary>
    public required Guid ClosingId { get; init; }

    /// <inheritdoc cref="VoucherDelivery.Ordinal"/>
    public required int Ordinal { get; init; }

    /// <summary>The number of the voucher it corrects, as it stands in the books.</summary>
    public required string Corrects { get; init; }

    /// <inheritdoc cref="Voucher.Key"/>
    public required VoucherKey Key { get; init; }

    /// <inheritdoc cref="Voucher.Date"/>
    public required DateOnly Date { get; set; }

    /// <inheritdoc cref="Voucher.Series"/>
    public required VoucherSeries Series { get; init; }

    /// <inheritdoc cref="Voucher.Text"/>
    public required string Text { get; init; }

    /// <inheritdoc cref="Voucher.Rows"/>
    public required ImmutableArray<VoucherRow> Rows { get; init; }

    /// <summary>The version of the mapping that gave the new accounts.</summary>
    public required int MappingVersion { get; init; }

    /// <summary>What had no account, and is booked over.</summary>
    public required ImmutableArray<MappingKey> Keys { get; init; }

    /// <summary>The e-mail of whoever asked for it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The voucher, checked to balance once more on its way out of storage.</summary>
    /// <exception cref="UnreachableException">The stored rows do not balance: the database was altered.</exception>
    public Voucher ToVoucher() => Voucher.Balance(Key, Date, Series, Text, Rows) is Balancing.Balanced(var voucher)
        ? voucher
        : throw new UnreachableException($"The planned voucher {Key} does not balance.");
}
