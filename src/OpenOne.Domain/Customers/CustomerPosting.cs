using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Customers;

/// <summary>What came of sending a new customer to the accounting system.</summary>
/// <remarks>Cases stand in order of certainty.</remarks>
public abstract record CustomerPosting
{
    private CustomerPosting()
    {
    }

    /// <summary>It stands there now.</summary>
    public sealed record Created(CustomerSight Customer) : CustomerPosting;

    /// <summary>It was not taken in, because the number is another customer's.</summary>
    public sealed record NumberTaken(string Problem) : CustomerPosting;

    /// <summary>It was not taken in, and the same again would not be either.</summary>
    public sealed record Refused(Reason Reason) : CustomerPosting;

    /// <summary>It was not taken in; trying again later may well succeed.</summary>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : CustomerPosting;

    /// <summary>Sent, but the answer was lost or said nothing: it may stand there. Look before sending again.</summary>
    public sealed record Uncertain(string Problem) : CustomerPosting;

    /// <summary>It was not taken in: our access was withdrawn.</summary>
    public sealed record AccessLost(string Problem) : CustomerPosting;
}
