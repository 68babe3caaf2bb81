namespace OpenOne.Domain.Delivery;

/// <summary>What an accounting system answered when asked to post a voucher.</summary>
/// <remarks>Every adapter returns one of these and throws nothing but <see cref="OperationCanceledException"/>.</remarks>
public abstract record Posting
{
    private Posting()
    {
    }

    /// <summary>The voucher is in the books.</summary>
    public sealed record Booked(PostedVoucher Voucher) : Posting;

    /// <summary>Not in the books, and it will not be until somebody changes something.</summary>
    /// <param name="Reason">Why, in our words.</param>
    /// <param name="Reach">Whether the company's other vouchers would be refused as well.</param>
    public sealed record Refused(Reason Reason, RefusalReach Reach) : Posting;

    /// <summary>Not in the books, and trying again later may well succeed.</summary>
    /// <param name="Problem">What happened.</param>
    /// <param name="RetryAfter">How long the accounting system asked us to wait, where it did.</param>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : Posting;

    /// <summary>Sent, but the answer was lost or said nothing: it may be in the books. Look before sending again.</summary>
    public sealed record Uncertain(string Problem) : Posting;

    /// <summary>Not in the books: our access was withdrawn. Every delivery of the company waits until somebody authorises again.</summary>
    public sealed record AccessLost(string Problem) : Posting;
}

/// <summary>Whom a refusal concerns.</summary>
public enum RefusalReach
{
    /// <summary>This voucher, until the books or the settings change: it is tried again now and then.</summary>
    Voucher = 1,

    /// <summary>What this voucher says: the same again would be refused again.</summary>
    Content = 2,

    /// <summary>Every voucher of the company.</summary>
    Company = 3,
}

/// <summary>A voucher as it stands in the books.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="Number">Its number with its series, such as <c>A12</c>.</param>
public sealed record PostedVoucher(string Id, string Number);
