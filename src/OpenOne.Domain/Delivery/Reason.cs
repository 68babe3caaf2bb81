using System.Collections.Immutable;

namespace OpenOne.Domain.Delivery;

/// <summary>Why a closing is not in the books: a code that is the same in every language, and what it is about.</summary>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Arguments">What the sentence speaks of: an account, a mapping key, a date, what Spiris answered.</param>
/// <remarks>The sentence and the remedy for people are made where people are, from the code.</remarks>
public sealed record Reason(string Code, ImmutableArray<string> Arguments)
{
    /// <summary>A reason about <paramref name="arguments"/>.</summary>
    public static Reason Of(string code, params ReadOnlySpan<string> arguments) => new(code, [.. arguments]);

    /// <inheritdoc/>
    public bool Equals(Reason? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);

    /// <inheritdoc/>
    public override string ToString() => Arguments.IsEmpty ? Code : $"{Code}: {string.Join(", ", Arguments)}";
}

/// <summary>The codes of every reason, as they stand in the API's answers.</summary>
public static class ReasonCodes
{
    /// <summary>No account is mapped to a key. Argument: the mapping key.</summary>
    public const string AccountNotMapped = "account-not-mapped";

    /// <summary>The closing has invoice sales but does not list the receipts. Argument: the amount in kronor.</summary>
    public const string InvoiceReceiptsMissing = "invoice-receipts-missing";

    /// <summary>Sync sales is off.</summary>
    public const string SyncSalesOff = "sync-sales-off";

    /// <summary>Accounting from is not set.</summary>
    public const string AccountingFromNotSet = "accounting-from-not-set";

    /// <summary>No verification series is chosen.</summary>
    public const string SeriesNotSet = "series-not-set";

    /// <summary>The business date is before Accounting from. Argument: that date.</summary>
    public const string BeforeAccountingFrom = "before-accounting-from";

    /// <summary>Nothing happened that day.</summary>
    public const string NothingToBook = "nothing-to-book";

    /// <summary>The integration has never been authorised.</summary>
    public const string NotAuthorised = "not-authorised";

    /// <summary>Spiris no longer accepts our authorisation. Argument: what it said.</summary>
    public const string AuthorisationLost = "authorisation-lost";

    /// <summary>Spiris refused for a reason that lies with the closing. Arguments: Spiris' code, what it said.</summary>
    public const string RefusedBySpiris = "refused-by-spiris";

    /// <summary>The accounting is locked on the date. Argument: what Spiris said.</summary>
    public const string PeriodLocked = "period-locked";

    /// <summary>The fiscal year is locked. Argument: what Spiris said.</summary>
    public const string YearLocked = "year-locked";

    /// <summary>No fiscal year holds the date. Argument: what Spiris said.</summary>
    public const string FiscalYearMissing = "fiscal-year-missing";

    /// <summary>An account is missing in Spiris. Argument: what Spiris said.</summary>
    public const string AccountMissing = "account-missing";

    /// <summary>The company is not active in Spiris, or its start-up guide is not finished. Argument: what Spiris said.</summary>
    public const string CompanyNotActive = "company-not-active";

    /// <summary>Module, licence, product variant or the user's rights do not allow it. Argument: what Spiris said.</summary>
    public const string NoAccess = "no-access";

    /// <summary>Spiris cannot be reached just now. Argument: what happened.</summary>
    public const string SpirisUnavailable = "spiris-unavailable";

    /// <summary>The answer was lost and Spiris is being searched. Argument: what happened.</summary>
    public const string AnswerLost = "answer-lost";

    /// <summary>The voucher stands in the books more than once. Arguments: the numbers.</summary>
    public const string FoundTwice = "found-twice";

    /// <summary>Vouchers with our rows but without our key stand in the books. Argument: their numbers.</summary>
    public const string FoundByContent = "found-by-content";

    /// <summary>Its answer was lost as often as is reasonable. Argument: the last problem.</summary>
    public const string OutOfAttempts = "out-of-attempts";

    /// <summary>Posting for the company is stopped until a person has decided about a duplicate. Argument: the voucher numbers.</summary>
    public const string CompanyStopped = "company-stopped";

    /// <summary>Another closing of the company is not settled yet, and vouchers keep the order of their days. Argument: that closing.</summary>
    public const string WaitsForAnother = "waits-for-another";

    /// <summary>A SIE export has taken it, so it is not transferred. Argument: the number of the export.</summary>
    public const string Exported = "exported";

    /// <summary>A SIE export has taken it, and a voucher of ours stands in the books all the same. Arguments: the number of the
    /// export, the number of the voucher.</summary>
    public const string ExportedYetBooked = "exported-yet-booked";
}
