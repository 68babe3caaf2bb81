using System.Collections.Immutable;

namespace OpenOne.Domain.Delivery;

/// <summary>What a search of the books for a voucher of ours came to.</summary>
/// <remarks>A failed search is never "not found".</remarks>
public abstract record Search
{
    private Search()
    {
    }

    /// <summary>It stands there once.</summary>
    public sealed record Found(PostedVoucher Voucher) : Search;

    /// <summary>It stands there more than once.</summary>
    public sealed record FoundTwice(ImmutableArray<PostedVoucher> Vouchers) : Search;

    /// <summary>No voucher carries our key at <paramref name="ServerTime"/>, but some that carry no key at all have our date and
    /// our rows: ours with an edited text, or another day that was exactly like it. The one with our key may still come.</summary>
    public sealed record FoundByContent(ImmutableArray<PostedVoucher> Vouchers, DateTimeOffset ServerTime) : Search
    {
        /// <inheritdoc/>
        public bool Equals(FoundByContent? other) =>
            other is not null && ServerTime == other.ServerTime && Vouchers.SequenceEqual(other.Vouchers);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(ServerTime, Vouchers.Length);
    }

    /// <summary>Not there, at <paramref name="ServerTime"/> by the accounting system's own clock. It may still come.</summary>
    public sealed record NotFound(DateTimeOffset ServerTime) : Search;

    /// <summary>The search did not come through, so nothing is known.</summary>
    /// <param name="Problem">What happened.</param>
    /// <param name="RetryAfter">How long the accounting system asked us to wait, where it did.</param>
    public sealed record Failed(string Problem, TimeSpan? RetryAfter = null) : Search;

    /// <summary>Our access was withdrawn, so nothing is known.</summary>
    public sealed record AccessLost(string Problem) : Search;
}
