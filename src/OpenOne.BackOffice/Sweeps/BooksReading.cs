using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Outside;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>What reading a period of the books came to.</summary>
internal abstract record BooksReading
{
    private BooksReading()
    {
    }

    /// <summary>It did not come through, so it says nothing.</summary>
    public sealed record BrokenOff(string Problem) : BooksReading;

    /// <summary>The whole period.</summary>
    /// <param name="Seen">Every voucher with a key in the form of ours.</param>
    /// <param name="Missing">For each key that was missed and that a search did not find either: what is the matter.</param>
    public sealed record Whole(ImmutableArray<SightedVoucher> Seen, IReadOnlyDictionary<VoucherKey, Finding> Missing) : BooksReading
    {
        /// <summary>Vouchers that others have made.</summary>
        public ImmutableArray<OutsideVoucher> Others { get; init; } = [];
    }
}
