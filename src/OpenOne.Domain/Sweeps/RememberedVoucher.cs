using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>What we remember of one voucher of a closing, to be held against the books.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Key">The key of its voucher.</param>
/// <param name="Date">The date its voucher is booked on, or would be.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Posted">The voucher in the books, if it is booked.</param>
/// <param name="Sent">What was sent last; <see langword="null"/> when it stands there without our having sent it.</param>
/// <param name="WasBooked">Whether it was booked before the books were read. One that is booked while they are read need not be
/// among what was read.</param>
/// <param name="MayBeSighted"><inheritdoc cref="VoucherDelivery.MayBeSighted" path="/summary"/></param>
/// <param name="Ordinal"><inheritdoc cref="VoucherDelivery.Ordinal" path="/summary"/></param>
public sealed record RememberedVoucher(
    Guid ClosingId,
    VoucherKey Key,
    DateOnly Date,
    DeliveryState State,
    PostedVoucher? Posted,
    Voucher? Sent,
    bool WasBooked,
    bool MayBeSighted,
    int Ordinal = 0)
{
    /// <summary>What a delivery and the voucher that it sent last amount to.</summary>
    public static RememberedVoucher Of(OrganisationNumber company, VoucherDelivery delivery, Voucher? sent, bool wasBooked) => new(
        delivery.ClosingId,
        delivery.KeyIn(company),
        sent?.Date ?? delivery.BusinessDate,
        delivery.State,
        delivery.Posted,
        sent,
        wasBooked,
        delivery.MayBeSighted,
        delivery.Ordinal);

    /// <summary>How to look for it once more; <see langword="null"/> when we do not know what it says.</summary>
    public VoucherTrace? Trace => Sent is { } sent ? new(Key, sent.Date, VoucherFingerprint.Of(sent)) : null;
}
