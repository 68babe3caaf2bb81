using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Invoicing;

/// <summary>What came of asking Spiris for a draft of an invoice or order.</summary>
public abstract record Drafting
{
    private Drafting()
    {
    }

    /// <summary>The draft is there, and this is what Spiris reckons. Nothing is booked.</summary>
    /// <param name="DraftId">Spiris' id of it.</param>
    /// <param name="Total">What there is to pay, whole kronor where the company rounds.</param>
    /// <param name="Vat">The VAT in it.</param>
    /// <param name="Rounding">What rounding to whole kronor has added.</param>
    /// <param name="PricesIncludeVat">How Spiris has taken our prices.</param>
    public sealed record Drafted(string DraftId, Money Total, Money Vat, Money Rounding, bool PricesIncludeVat) : Drafting;

    /// <summary>There is none, and there will be none until somebody changes something.</summary>
    public sealed record Refused(Reason Reason) : Drafting;

    /// <summary>There is none, and trying again later may well succeed.</summary>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : Drafting;

    /// <summary>The answer was lost: there may be one. It is looked for, and taken away, before another is made.</summary>
    public sealed record Uncertain(string Problem) : Drafting;

    /// <summary>There is none: our access was withdrawn.</summary>
    public sealed record AccessLost(string Problem) : Drafting;
}
