using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>One thing that a sweep (avstämning) has found: what stands in the books under a key is not what we have
/// booked.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Key">The key it is about.</param>
/// <param name="Date">The date of the voucher: ours where we know it, otherwise that of the books.</param>
/// <param name="Vouchers">The vouchers it is about: those that stand there, and the one we have booked.</param>
/// <param name="ClosingId">The closing that the key belongs to; <see langword="null"/> when it is not known here.</param>
/// <param name="Alteration">What differs, when something has been altered.</param>
public sealed record Finding(
    FindingKind Kind, VoucherKey Key, DateOnly Date, ImmutableArray<PostedVoucher> Vouchers, Guid? ClosingId = null, Alteration? Alteration = null)
{
    /// <inheritdoc/>
    public bool Equals(Finding? other) => other is not null
        && (Kind, Key, Date, ClosingId, Alteration) == (other.Kind, other.Key, other.Date, other.ClosingId, other.Alteration)
        && Vouchers.SequenceEqual(other.Vouchers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Key, Date, Vouchers.Length);
}

/// <summary>What can be the matter with a voucher of ours.</summary>
public enum FindingKind
{
    /// <summary>We have booked it, and it does not stand there.</summary>
    Missing = 1,

    /// <summary>It stands there, and says something else than what we sent.</summary>
    Altered = 2,

    /// <summary>It stands there more than once, or beside the one that we have booked.</summary>
    Doubled = 3,

    /// <summary>It carries a key in the form of ours, and no closing here has that key.</summary>
    Unknown = 4,

    /// <summary>It stood there without our knowing, and its closing is booked now. Nothing is left to do.</summary>
    Relinked = 5,

    /// <summary>We have booked it, and a voucher that was imported or made by hand says the same.</summary>
    AlsoOutside = 6,
}

/// <summary>What differs between a voucher as we sent it and as it stands in the books.</summary>
public enum Alteration
{
    /// <summary>The date.</summary>
    Date = 1,

    /// <summary>The rows: an account, a side, an amount, or how many there are.</summary>
    Rows = 2,

    /// <summary>The date and the rows.</summary>
    DateAndRows = 3,

    /// <summary>The text, which no longer carries our key. Date and rows are as we sent them.</summary>
    Text = 4,
}
