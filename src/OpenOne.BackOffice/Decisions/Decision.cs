namespace OpenOne.BackOffice.Decisions;

/// <summary>What a person has decided about a voucher of ours: insert-only.</summary>
public sealed class Decision
{
    /// <summary>Our id; in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company whose books it is about.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The closing it is about, where that is known here.</summary>
    public Guid? ClosingId { get; init; }

    /// <inheritdoc cref="Domain.Delivery.VoucherDelivery.Ordinal"/>
    public int Ordinal { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The number of the voucher that was decided about; with <see cref="DecisionKind.Corrected"/> of the one that takes
    /// it back.</summary>
    public required string Number { get; init; }

    /// <summary>The e-mail of whoever decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a person can decide.</summary>
public enum DecisionKind
{
    /// <summary>Of several vouchers this one books the closing; the others have been reversed.</summary>
    Chosen = 1,

    /// <summary>This voucher books the closing, though its text does not carry our key.</summary>
    Recognised = 2,

    /// <summary>The vouchers that were found are others'; the closing is to be sent.</summary>
    SentAnew = 3,

    /// <summary>This voucher, which should not stand there, has been reversed.</summary>
    Settled = 4,

    /// <summary>The voucher that booked the closing has been reversed by this one.</summary>
    Corrected = 5,

    /// <summary>The voucher that would be sent is approved. <see cref="Decision.Number"/> is what it says, digested.</summary>
    Approved = 6,

    /// <summary>The closing is booked by this voucher, which others have made.</summary>
    Linked = 7,

    /// <summary>Of this voucher, which others have made, and ours one has been reversed.</summary>
    OneReversed = 8,
}
