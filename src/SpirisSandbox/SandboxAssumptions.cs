using System.ComponentModel.DataAnnotations;
using SpirisSandbox.Sales;

namespace SpirisSandbox;

/// <summary>
/// What no public source says about the real service, decided here: one named option for each, so that a later look at
/// the real thing corrects a value and not the code.
/// </summary>
/// <remarks>Only unknowns stand here. What a source shows is in the code beside its source.</remarks>
public sealed class SandboxAssumptions
{
    // Lists

    /// <value>
    /// <c>TotalNumberOfPages</c> of an empty list. Default: 1, since known clients stop when it equals
    /// <c>CurrentPage</c>.
    /// </value>
    [Range(0, 1)]
    public int EmptyListTotalPages { get; init; } = 1;

    /// <value>
    /// Whether <c>$pagesize</c> outside 1-1000 is refused with 6000 or moved to the nearest bound. Default: refused.
    /// </value>
    public OutOfRange PageSizeOutOfRange { get; init; } = OutOfRange.Refuse;

    /// <value>
    /// Whether texts in <c>$filter</c> ignore case, as an SQL Server with a Swedish collation does. Default: true.
    /// </value>
    public bool FilterIgnoresCase { get; init; } = true;

    // Bodies

    /// <value>Digits after the second in <c>...Utc</c> stamps. Default: 7.</value>
    [Range(0, 7)]
    public int StampFractionalDigits { get; init; } = 7;

    /// <value>
    /// Whether a property that the model does not have is refused with 2000. Default: false, it is ignored and logged.
    /// </value>
    public bool StrictUnknownProperties { get; init; }

    /// <value>What <c>AccountingLockedTo</c> says while nothing is locked. Default: the least date there is.</value>
    [Required]
    public string UnlockedAccountingLockedTo { get; init; } = "0001-01-01T00:00:00Z";

    // Refusals

    /// <value>
    /// HTTP status by error code, for those that the catalogue only supposes. Default: none, the catalogue stands.
    /// </value>
    public IDictionary<int, int> StatusByErrorCode { get; init; } = new Dictionary<int, int>();

    /// <value>Status of a known path with a method it does not have, such as DELETE of a voucher. Default: 405.</value>
    [Range(400, 499)]
    public int UnsupportedMethodStatus { get; init; } = 405;

    /// <value>Error code of a voucher whose debit and credit differ. Default: 2000.</value>
    public int UnbalancedVoucherError { get; init; } = 2000;

    /// <value>Error code of a row on an account that is not active. Default: 2000.</value>
    public int InactiveAccountError { get; init; } = 2000;

    /// <value>Error code of a row on an account that is blocked for manual booking. Default: 2000.</value>
    public int BlockedAccountError { get; init; } = 2000;

    // Vouchers

    /// <value>What becomes of a number series that the company does not have. Default: refused with 2000.</value>
    public UnknownSeries UnknownSeries { get; init; } = UnknownSeries.Refuse;

    /// <value>
    /// What becomes of <c>NumberSeries</c> sent while <c>useDefaultVoucherSeries</c> is true. Default: ignored.
    /// </value>
    public UnflaggedSeries UnflaggedSeries { get; init; } = UnflaggedSeries.Ignore;

    /// <value>The least number of rows of a voucher. Default: 1.</value>
    [Range(0, 100)]
    public int MinimumVoucherRows { get; init; } = 1;

    /// <value>Whether one row may have a debit and a credit amount. Default: true.</value>
    public bool RowMayHaveBothSides { get; init; } = true;

    /// <value>
    /// Whether the first of a row's three cost centres must be of the first group, and so on. Default: true; else 2000.
    /// </value>
    public bool CostCenterItemsKeepToTheirGroup { get; init; } = true;

    // Balances

    /// <value>Whether account balances list accounts at zero without being asked for them. Default: false.</value>
    public bool AccountBalancesListZero { get; init; }

    /// <value>
    /// The account a new year finds the old year's result on while nobody has disposed of it. Default: 2099, "Årets
    /// resultat" of the BAS chart.
    /// </value>
    [Range(1, 9_999_999_999)]
    public long ResultAccount { get; init; } = 2099;

    // SIE and temporary files

    /// <value>
    /// Whether an export of a part of a year has #RAR, #IB, #UB and #RES, which are the year's. Default: false, as the
    /// specification has it.
    /// </value>
    public bool PartialSieExportHasBalances { get; init; }

    /// <value><c>Type</c> of the document that a SIE export is; none of the known numbers is for it. Default: 0.</value>
    public int SieDocumentType { get; init; }

    /// <value>What <c>CreatedRows</c> of a SIE import counts. Default: vouchers.</value>
    public SieImportCount SieImportCounts { get; init; } = SieImportCount.Vouchers;

    /// <value>
    /// What becomes of imported vouchers whose series the company does not have and no mapping names. Default: they go
    /// into the default series.
    /// </value>
    public UnknownSeries UnmappedSieSeries { get; init; } = UnknownSeries.UseDefault;

    /// <value>Whether a SIE import activates the accounts it books on. Default: true; else it is refused.</value>
    public bool SieImportActivatesAccounts { get; init; } = true;

    /// <value>
    /// Whether a SIE import is refused for cost centres and projects that the company does not have. Default: false, the
    /// rows are booked without them.
    /// </value>
    public bool SieImportRefusesUnknownObjects { get; init; }

    /// <value>How long a temporary address works. Default: 1 hour.</value>
    public TimeSpan TemporaryUrlLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <value>
    /// Whether a temporary address refuses a request with an <c>Authorization</c> header, which the documents say not to
    /// send. Default: true, so that a client that gives its token away is noticed.
    /// </value>
    public bool TemporaryUrlRefusesToken { get; init; } = true;

    /// <value>
    /// What names of attachments may have beside letters, digits and <c>- _ ( )</c>. Default: a dot and a space, since a
    /// name with its ending could not be sent otherwise.
    /// </value>
    [Required(AllowEmptyStrings = true)]
    public string AttachmentNamesMayHave { get; init; } = ". ";

    // Access

    /// <value>
    /// Whether each refresh gives a new refresh token. Default: rotating, the harder of the two documented ways.
    /// </value>
    public RefreshTokens RefreshTokens { get; init; } = RefreshTokens.Rotating;

    /// <value>
    /// How long after its first use a rotating refresh token may be used again, for clients that lost the answer. Default:
    /// zero, each is good for one use.
    /// </value>
    public TimeSpan RefreshTokenGrace { get; init; } = TimeSpan.Zero;

    /// <value>How long a refresh token lives. Default: 730 days.</value>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromDays(730);

    /// <value>Whether the token response has a <c>scope</c> member. Default: false.</value>
    public bool TokenResponseHasScope { get; init; }

    /// <value>Whether errors of <c>/connect/token</c> carry <c>error_description</c>. Default: false.</value>
    public bool TokenErrorsAreDescribed { get; init; }

    /// <value>HTTP status of <c>invalid_client</c>. Default: 400.</value>
    [Range(400, 401)]
    public int InvalidClientStatus { get; init; } = 400;

    /// <value>Whether revoking a grant also ends its access tokens before they expire. Default: true.</value>
    public bool RevocationEndsAccessTokens { get; init; } = true;

    /// <value>Whether 429 carries <c>Retry-After</c>. Default: true.</value>
    public bool TooManyRequestsSaysRetryAfter { get; init; } = true;

    /// <value>What is unknown about customers, articles, invoices and orders.</value>
    public SalesAssumptions Sales { get; init; } = new();
}

/// <summary>What is done with a value outside its documented range.</summary>
public enum OutOfRange
{
    Refuse = 1,
    Clamp = 2,
}

/// <summary>What is done with a number series that the company does not have.</summary>
public enum UnknownSeries
{
    Refuse = 1,
    UseDefault = 2,
    Create = 3,
}

/// <summary>What is done with a number series that comes without its query flag.</summary>
public enum UnflaggedSeries
{
    Ignore = 1,
    Use = 2,
    Refuse = 3,
}

/// <summary>What an import counts.</summary>
public enum SieImportCount
{
    Vouchers = 1,
    VoucherRows = 2,
}

/// <summary>The two documented kinds of refresh tokens.</summary>
/// <remarks>Source: portal, "Changes to Identity Server clients".</remarks>
public enum RefreshTokens
{
    /// <summary>Each refresh gives a new token and ends the old one: clients registered before late 2024.</summary>
    Rotating = 1,

    /// <summary>The same token comes back each time: clients registered since.</summary>
    Reusable = 2,
}
