using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Delivery;

/// <content>What a person approves before anything is sent.</content>
public sealed partial class VoucherDelivery
{
    /// <summary>While composed: the voucher that is to be approved, or has been, in everything it says.</summary>
    public VoucherFingerprint? ToApprove { get; private set; }

    /// <summary>The voucher that a person approved last, in everything it says.</summary>
    public VoucherFingerprint? Approved { get; private set; }

    /// <summary>Whether a person has approved exactly this voucher.</summary>
    public bool IsApproved(Voucher voucher) => Approved == VoucherFingerprint.OfWhole(voucher);

    /// <summary>Its voucher is composed, and is not sent before a person has approved it. Where another one was approved before,
    /// its reason says so.</summary>
    public void AwaitApproval(Voucher voucher, int mappingVersion, DateTimeOffset now)
    {
        Require(IsOpen && !IsApproved(voucher));
        MappingVersion = mappingVersion;
        var code = Approved is null ? ReasonCodes.WaitsForApproval : ReasonCodes.ChangedSinceApproval;
        Move(DeliveryState.Composed, [Reason.Of(code)], null, now);
        ToApprove = VoucherFingerprint.OfWhole(voucher);
    }

    /// <summary>A person has approved the voucher that waits.</summary>
    /// <param name="voucher">What the person saw; must be what waits.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Approve(VoucherFingerprint voucher, DateTimeOffset now)
    {
        Require(State is DeliveryState.Composed && ToApprove == voucher);
        Approved = voucher;
        Move(DeliveryState.Composed, [], AtOnce, now);
    }
}
