using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Delivery;

/// <summary>The books of one company, as far as delivery needs them. Spiris is one; the fault simulation's is another.</summary>
public interface IAccountingSystem
{
    /// <summary>The exact bytes that <see cref="PostAsync"/> will send for a voucher. Pure, so they can be stored first.</summary>
    byte[] Write(Voucher voucher);

    /// <summary>Sends a voucher, once. Never repeats what may have arrived.</summary>
    /// <param name="body">What <see cref="Write"/> made.</param>
    /// <param name="mayLeave">The guard: asked immediately before the bytes leave, each time they do. When it says no, nothing
    /// leaves and the outcome is <see cref="Posting.Unavailable"/>. Getting access can take long, and a process can freeze over it.</param>
    /// <param name="cancellation">Cancelled at the latest moment at which an answer can still be used. A cancelled post is
    /// <see cref="Posting.Uncertain"/>, not an exception.</param>
    Task<Posting> PostAsync(ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation);

    /// <summary>Looks for a voucher that may have been posted, on every page of its date.</summary>
    Task<Search> SearchAsync(VoucherTrace trace, CancellationToken cancellation);

    /// <summary>Lists every voucher that carries a key of ours and came or changed at <paramref name="since"/> or later, by the
    /// accounting system's own clock.</summary>
    Task<Listing> ListChangedAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Lists every voucher that carries a key of ours and is dated from <paramref name="first"/> to <paramref name="last"/>,
    /// both included.</summary>
    Task<Listing> ListDatedAsync(DateOnly first, DateOnly last, ListingUse use, CancellationToken cancellation);
}

/// <summary>What a posted voucher can be known by.</summary>
/// <param name="Key">The key in its text.</param>
/// <param name="Date">The date it was booked on.</param>
/// <param name="Fingerprint">Its date and rows, in case the text has been edited.</param>
public sealed record VoucherTrace(VoucherKey Key, DateOnly Date, VoucherFingerprint Fingerprint);

/// <summary>What a listing is for, which decides who waits for whom.</summary>
public enum ListingUse
{
    /// <summary>Vouchers wait for it to be sent.</summary>
    BeforeSending = 1,

    /// <summary>Nothing waits for it but a report.</summary>
    Checking = 2,
}
