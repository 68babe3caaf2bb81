using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Outside;

namespace OpenOne.Domain.Delivery;

/// <summary>What came of listing the vouchers of ours that stand in the books.</summary>
/// <remarks>A list is whole or it is none.</remarks>
public abstract record Listing
{
    private Listing()
    {
    }

    /// <summary>All of them.</summary>
    /// <param name="Vouchers">Each with a key in the form of ours. A key may stand there more than once.</param>
    /// <param name="AsOf">The moment, by the accounting system's own clock, for which the list is whole.</param>
    public sealed record Listed(ImmutableArray<SightedVoucher> Vouchers, DateTimeOffset AsOf) : Listing
    {
        /// <summary>What else stands there, made by hand or imported, that may book the same days.</summary>
        public ImmutableArray<OutsideVoucher> Others { get; init; } = [];
    }

    /// <summary>The list did not come through.</summary>
    /// <param name="Problem">What happened.</param>
    /// <param name="RetryAfter">How long the accounting system asked us to wait, where it did.</param>
    public sealed record Failed(string Problem, TimeSpan? RetryAfter = null) : Listing;

    /// <summary>Our access was withdrawn.</summary>
    public sealed record AccessLost(string Problem) : Listing;
}

/// <summary>A voucher with a key of ours, as it stands in the books.</summary>
/// <param name="Key">The key in its text.</param>
/// <param name="Voucher">Its id and number.</param>
/// <param name="Date">The date it is booked on.</param>
/// <param name="Fingerprint">Its date and rows, digested; <see langword="null"/> when no voucher of ours can look so.</param>
public sealed record SightedVoucher(VoucherKey Key, PostedVoucher Voucher, DateOnly Date, VoucherFingerprint? Fingerprint);
