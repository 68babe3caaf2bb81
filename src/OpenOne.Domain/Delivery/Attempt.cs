using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Delivery;

/// <summary>One sending of one voucher, written down before a byte leaves (uppsåt): proof that <c>VoucherDelivery.Begin</c>
/// was called, needed by <see cref="VoucherDelivery.Record"/>.</summary>
/// <remarks>Insert-only but for how it ended. Everything needed to find or repeat the sending stands here.</remarks>
public sealed class Attempt
{
    private Attempt(
        Guid closingId, int ordinal, int number, Guid leaseToken, VoucherKey key, DateOnly date, VoucherFingerprint fingerprint,
        int mappingVersion, byte[] body, DateTimeOffset begunAt)
    {
        (ClosingId, Ordinal, Number, LeaseToken, BegunAt) = (closingId, ordinal, number, leaseToken, begunAt);
        (Key, Date, Fingerprint, MappingVersion, Body) = (key, date, fingerprint, mappingVersion, body);
    }

    /// <summary>The closing that is booked.</summary>
    public Guid ClosingId { get; }

    /// <inheritdoc cref="VoucherDelivery.Ordinal"/>
    public int Ordinal { get; }

    /// <summary>1 for the first sending of this voucher.</summary>
    public int Number { get; }

    /// <summary>The claim of the lane under which it was sent. Nobody else may take in its answer.</summary>
    public Guid LeaseToken { get; }

    /// <summary>The voucher's key, the same for every attempt.</summary>
    public VoucherKey Key { get; }

    /// <summary>The voucher's date.</summary>
    public DateOnly Date { get; }

    /// <summary>The voucher's date and rows, digested.</summary>
    public VoucherFingerprint Fingerprint { get; }

    /// <summary>The version of the mapping that made the voucher.</summary>
    public int MappingVersion { get; }

    /// <summary>The exact bytes that were about to be sent.</summary>
    public byte[] Body { get; }

    /// <summary>When it was written down, by our clock. For people; no decision rests on it.</summary>
    public DateTimeOffset BegunAt { get; }

    /// <summary>When an answer was taken in, if one was.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What came of it, if anything is known: the name of the <see cref="Posting"/> case.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What to look for when the answer is lost.</summary>
    public VoucherTrace Trace => new(Key, Date, Fingerprint);

    internal static Attempt Of(
        VoucherDelivery delivery, Guid leaseToken, Voucher voucher, int mappingVersion, byte[] body, DateTimeOffset now) =>
        new(delivery.ClosingId, delivery.Ordinal, delivery.Attempts + 1, leaseToken, voucher.Key, voucher.Date, VoucherFingerprint.Of(voucher), mappingVersion, body, now);

    internal static Attempt Again(Attempt earlier, Guid leaseToken, DateTimeOffset now) =>
        new(earlier.ClosingId, earlier.Ordinal, earlier.Number + 1, leaseToken, earlier.Key, earlier.Date, earlier.Fingerprint,
            earlier.MappingVersion, earlier.Body, now);

    internal void End(string outcome, DateTimeOffset now) => (Outcome, EndedAt) = (outcome, now);
}
