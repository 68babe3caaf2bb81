using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>What we remember of the voucher of one closing, to be held against the books.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Key">The key of its voucher.</param>
/// <param name="Date">The date its voucher is booked on, or would be.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Posted">The voucher in the books, if it is booked.</param>
/// <param name="Sent">What was sent last; <see langword="null"/> when it stands there without our having sent it.</param>
/// <param name="WasBooked">Whether it was booked before the books were read. One that is booked while they are read need not be
/// among what was read.</param>
/// <param name="MayBeSighted"><inheritdoc cref="VoucherDelivery.MayBeSighted" path="/summary"/></param>
public sealed record RememberedVoucher(
    Guid ClosingId, VoucherKey Key, DateOnly Date, DeliveryState State, PostedVoucher? Posted, Voucher? Sent, bool WasBooked, bool MayBeSighted)
{
    /// <summary>What a delivery and the voucher that it sent last amount to.</summary>
    public static RememberedVoucher Of(OrganisationNumber company, VoucherDelivery delivery, Voucher? sent, bool wasBooked) => new(
        delivery.ClosingId,
        VoucherKey.For(company, new ClosingKey(delivery.Register, delivery.ZNumber)),
        sent?.Date ?? delivery.BusinessDate,
        delivery.State,
        delivery.Posted,
        sent,
        wasBooked,
        delivery.MayBeSighted);

    /// <summary>How to look for it once more; <see langword="null"/> when we do not know what it says.</summary>
    public VoucherTrace? Trace => Sent is { } sent ? new(Key, sent.Date, VoucherFingerprint.Of(sent)) : null;
}
