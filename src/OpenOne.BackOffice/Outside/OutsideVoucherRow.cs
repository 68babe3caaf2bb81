using System.Collections.Immutable;
using OpenOne.Domain.Outside;

namespace OpenOne.BackOffice.Outside;

/// <summary>A voucher of others, as it stood in the books when it was seen last.</summary>
public sealed class OutsideVoucherRow
{
    /// <summary>The company whose books it stands in.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The accounting system's id of it.</summary>
    public required string VoucherId { get; init; }

    /// <summary>Its number with its series.</summary>
    public required string Number { get; set; }

    /// <inheritdoc cref="OutsideVoucher.Date"/>
    public required DateOnly Date { get; set; }

    /// <inheritdoc cref="OutsideVoucher.Text"/>
    public required string Text { get; set; }

    /// <inheritdoc cref="OutsideVoucher.Origin"/>
    public required OutsideOrigin Origin { get; set; }

    /// <inheritdoc cref="OutsideVoucher.Rows"/>
    public required ImmutableArray<OutsideRow> Rows { get; set; }

    /// <summary>When it was seen last.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The voucher.</summary>
    public OutsideVoucher ToVoucher() => new(new(VoucherId, Number), Date, Text, Origin, Rows);

    /// <summary>The row of a voucher that was seen.</summary>
    public static OutsideVoucherRow Of(Guid companyId, OutsideVoucher voucher, DateTimeOffset now) => new()
    {
        CompanyId = companyId,
        VoucherId = voucher.Voucher.Id,
        Number = voucher.Voucher.Number,
        Date = voucher.Date,
        Text = voucher.Text,
        Origin = voucher.Origin,
        Rows = voucher.Rows,
        SeenAt = now,
    };

    /// <summary>It was seen again.</summary>
    public void See(OutsideVoucher voucher, DateTimeOffset now) =>
        (Number, Date, Text, Origin, Rows, SeenAt) = (voucher.Voucher.Number, voucher.Date, voucher.Text, voucher.Origin, voucher.Rows, now);
}

/// <summary>That a person has looked at a voucher of others and a closing: the one does not book the other, or is put right.
/// Insert-only.</summary>
public sealed class OutsideDismissal
{
    /// <summary>The closing.</summary>
    public required Guid ClosingId { get; init; }

    /// <summary>The accounting system's id of the voucher.</summary>
    public required string VoucherId { get; init; }

    /// <summary>The e-mail of whoever decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
