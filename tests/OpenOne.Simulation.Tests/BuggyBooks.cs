using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.Simulation.Tests;

/// <summary>Books that are spoken to with a bug.</summary>
internal sealed class BuggyBooks(IAccountingSystem books) : IAccountingSystem
{
    /// <summary>What is made of an answer; may send again.</summary>
    public Func<Posting, Func<Task<Posting>>, Task<Posting>> Answered { get; init; } = (posting, _) => Task.FromResult(posting);

    /// <summary>What is made of a search.</summary>
    public Func<Search, Search> Searched { get; init; } = search => search;

    /// <summary>What is made of the bytes before they are stored and sent.</summary>
    public Func<byte[], byte[]> Written { get; init; } = body => body;

    /// <summary>Whether vouchers leave whatever the guard says.</summary>
    public bool IgnoresTheGuard { get; init; }

    public byte[] Write(Voucher voucher) => Written(books.Write(voucher));

    public async Task<Posting> PostAsync(ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation) =>
        await Answered(
            await books.PostAsync(body, IgnoresTheGuard ? () => true : mayLeave, cancellation),
            () => books.PostAsync(body, mayLeave, cancellation));

    public async Task<Search> SearchAsync(VoucherTrace trace, CancellationToken cancellation) =>
        Searched(await books.SearchAsync(trace, cancellation));

    public Task<Listing> ListChangedAsync(DateTimeOffset since, CancellationToken cancellation) =>
        books.ListChangedAsync(since, cancellation);

    public Task<Listing> ListDatedAsync(DateOnly first, DateOnly last, ListingUse use, CancellationToken cancellation) =>
        books.ListDatedAsync(first, last, use, cancellation);
}
