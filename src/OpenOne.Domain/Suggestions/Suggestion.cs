using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Suggestions;

/// <summary>What we would propose for a key that nobody has mapped. A person decides: nothing is booked by a suggestion alone.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>An account, and why that one.</summary>
    /// <param name="Number">The account.</param>
    /// <param name="Fit">Whether it can be booked on as things stand.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="About">The word, rate or account name that the reason rests on.</param>
    public sealed record Account(AccountNumber Number, AccountFit Fit, SuggestionReason Reason, string About) : Suggestion;

    /// <summary>Nothing, and why not.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="About">The word that the reason rests on; empty when there is none.</param>
    public sealed record LeftOpen(NoSuggestionReason Reason, string About) : Suggestion;
}

/// <summary>Why an account is suggested.</summary>
public enum SuggestionReason
{
    /// <summary>An account of the company's own is called after it.</summary>
    OwnAccountsName = 1,

    /// <summary>It is the account of sales at that rate.</summary>
    Rate = 2,

    /// <summary>It is the account of output VAT at that rate.</summary>
    OutputVat = 3,

    /// <summary>Its name says gift card, which is a debt until somebody redeems it.</summary>
    GiftCard = 4,

    /// <summary>Its name says payment card, which the card company pays later.</summary>
    Card = 5,

    /// <summary>Its name says lunch card, which the issuer pays later.</summary>
    LunchCard = 6,

    /// <summary>Its name says somebody who sells or delivers for the restaurant and pays later.</summary>
    Platform = 7,

    /// <summary>It is the account that is usual for it.</summary>
    Usual = 8,
}

/// <summary>Why no account is suggested.</summary>
public enum NoSuggestionReason
{
    /// <summary>Sales at 0 % may be gift cards, which are no sales, or exempt: only the company knows.</summary>
    ZeroRate = 1,

    /// <summary>Its name says that nobody pays: meals of the staff, entertainment, waste. How that is taxed differs.</summary>
    HouseUse = 2,

    /// <summary>Its name tells us nothing.</summary>
    UnknownMeans = 3,

    /// <summary>The chart has no account for it, and each company chooses one of its own.</summary>
    CompanysChoice = 4,
}
