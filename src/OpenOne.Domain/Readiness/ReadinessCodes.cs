using System.Collections.Immutable;

namespace OpenOne.Domain.Readiness;

/// <summary>The codes of every point, as they stand in the API's answers.</summary>
public static class ReadinessCodes
{
    /// <summary>Sync sales is on.</summary>
    public const string SyncSales = "sync-sales";

    /// <summary>Accounting from has a date. Argument: the date.</summary>
    public const string AccountingFrom = "accounting-from";

    /// <summary>Somebody has let us in. Arguments: who pressed Authorize here, or what was said when access was lost.</summary>
    public const string Authorised = "authorised";

    /// <summary>It is the right company. Arguments: its number here, its number there, its name there.</summary>
    public const string RightCompany = "right-company";

    /// <summary>The company can be written to. Argument: what Spiris said.</summary>
    public const string CompanyActive = "company-active";

    /// <summary>Every scope was granted. Argument: those that are missing.</summary>
    public const string Scopes = "scopes";

    /// <summary>The user who let us in may write. Argument: the user.</summary>
    public const string UserRights = "user-rights";

    /// <summary>The company has an account mapping. Argument: how many accounts it uses.</summary>
    public const string AccountMapping = "account-mapping";

    /// <summary>The module Accounting is there.</summary>
    public const string ModuleAccounting = "module-accounting";

    /// <summary>The module Invoicing is there.</summary>
    public const string ModuleInvoicing = "module-invoicing";

    /// <summary>The module Order &amp; Quote is there.</summary>
    public const string ModuleOrders = "module-orders";

    /// <summary>The module Integration is there.</summary>
    public const string ModuleIntegration = "module-integration";

    /// <summary>Something could not be read for another reason. Argument: what Spiris said.</summary>
    public const string Readable = "readable";

    /// <summary>A fiscal year holds Accounting from. Argument: that date.</summary>
    public const string YearOfFrom = "fiscal-year-from";

    /// <summary>A fiscal year holds today. Argument: today.</summary>
    public const string YearOfToday = "fiscal-year-today";

    /// <summary>A fiscal year follows when the present one is about to end. Argument: the day it is needed from.</summary>
    public const string YearToCome = "fiscal-year-next";

    /// <summary>Every closing that waits has a fiscal year. Argument: a day that has none.</summary>
    public const string YearsOfWaiting = "fiscal-year-waiting";

    /// <summary>The fiscal years are not locked. Arguments: first and last day of one that is.</summary>
    public const string YearsOpen = "fiscal-year-open";

    /// <summary>The accounting is not locked on days that are to be booked. Argument: the last locked day.</summary>
    public const string AccountingLock = "accounting-lock";

    /// <summary>A series is chosen. Argument: the series.</summary>
    public const string SeriesChosen = "series-chosen";

    /// <summary>The series has been seen in the books. Argument: the series.</summary>
    public const string SeriesKnown = "series-known";

    /// <summary>Nobody else uses the series. Arguments: the series, how many vouchers of others, their origins.</summary>
    public const string SeriesOwn = "series-own";

    /// <summary>Vouchers come back in the series they were sent in. Arguments: the series, the number that came back.</summary>
    public const string SeriesKept = "series-kept";

    /// <summary>Every mapped account exists. Arguments: the account, first and last day.</summary>
    public const string AccountsExist = "accounts-exist";

    /// <summary>Every mapped account is active. Arguments: the account, its name, first and last day.</summary>
    public const string AccountsActive = "accounts-active";

    /// <summary>No mapped account is blocked. Arguments: the account, its name, first and last day.</summary>
    public const string AccountsOpen = "accounts-open";

    /// <summary>Sales accounts have the VAT code of their rate. Arguments: the account, its name, the rate, the code.</summary>
    public const string VatCodesOfSales = "vat-codes-of-sales";

    /// <summary>VAT accounts have theirs. Arguments: the account, its name, the rate, the code.</summary>
    public const string VatCodesOfVat = "vat-codes-of-vat";

    /// <summary>Other accounts have none. Arguments: the account, its name, the code.</summary>
    public const string VatCodesOfOthers = "vat-codes-of-others";

    /// <summary>Profit units are switched on where they are used.</summary>
    public const string CostCentresUsed = "profit-units-used";

    /// <summary>The profit units exist and are active. Argument: the name.</summary>
    public const string CostCentresActive = "profit-units-active";

    /// <summary>They are called as when they were chosen. Arguments: the name then, the name now.</summary>
    public const string CostCentresNamed = "profit-units-named";

    /// <summary>The accounts they are set for allow them. Arguments: the account, its name, the profit unit.</summary>
    public const string CostCentresAllowed = "profit-units-allowed";

    /// <summary>Accounts that must have one get one. Arguments: the account, its name.</summary>
    public const string CostCentresRequired = "profit-units-required";

    /// <summary>The invoices have a number to begin with. Argument: the next number.</summary>
    public const string InvoiceNumber = "invoice-number";

    /// <summary>No day stands in the books already. Arguments: how many vouchers, first day, last day.</summary>
    public const string OutsideVouchers = "outside-vouchers";

    /// <summary>All of them, in the order of the users' guide.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        SyncSales, AccountingFrom, Authorised, RightCompany, CompanyActive, Scopes, UserRights, InvoiceNumber, AccountMapping,
        ModuleAccounting, ModuleInvoicing, ModuleOrders, ModuleIntegration, Readable,
        YearOfFrom, YearOfToday, YearToCome, YearsOfWaiting, YearsOpen, AccountingLock,
        CostCentresUsed, CostCentresActive, CostCentresNamed, CostCentresAllowed, CostCentresRequired,
        AccountsExist, AccountsActive, AccountsOpen, VatCodesOfSales, VatCodesOfVat, VatCodesOfOthers,
        SeriesChosen, SeriesKnown, SeriesOwn, SeriesKept, OutsideVouchers,
    ];
}
