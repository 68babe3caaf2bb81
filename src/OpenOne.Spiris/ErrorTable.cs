using System.Collections.Frozen;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Wire;
using static OpenOne.Domain.Delivery.ReasonCodes;

namespace OpenOne.Spiris;

/// <summary>What each of Spiris' error codes means for a voucher that we posted.</summary>
/// <remarks>
/// <para>Source of the codes and names: developer.vismaonline.com, error codes (56 entries, where 4002 stands twice),
/// and 4048 of OpenAPI 2026-09. What they mean for a voucher is our reading, row by row; a code that is not here means
/// nothing, and then the books are searched.</para>
/// <para>Codes that speak of other things than vouchers are refusals all the same: nothing was booked, and a person has
/// to see what Spiris said.</para>
/// </remarks>
internal static class ErrorTable
{
    /// <summary>What was asked for does not exist.</summary>
    internal const int NotFound = 3000;

    /// <summary>The access token does not hold.</summary>
    internal const int NotAuthorized = 4005;

    /// <summary>The quota is used up for now.</summary>
    internal const int TooManyRequests = 4010;

    private static readonly Verdict _later = new Verdict.Later();
    private static readonly Verdict _accessLost = new Verdict.AccessLost();
    private static readonly Verdict _unknown = new Verdict.Unknown();

    private static readonly Row[] _rows =
    [
        new(2000, "DataModelValidationError", Content()),
        new(NotFound, "ResourceNotFound", Content()),
        new(3001, "FiscalYearDoesNotExist", UntilBooksChange(FiscalYearMissing)),
        new(3002, "AccountNotFound", UntilBooksChange(AccountMissing)),
        new(3003, "InsufficientApprovalPermission", Company(NoAccess)),
        new(4000, "Conflict", _unknown),
        new(4001, "CanNotBeDeleted", Content()),
        new(4002, "NoAccessToModule", Company(NoAccess), Saying: "No access to module"),
        new(4002, "CanNotBeCreatedOrUpdated", Content()),
        new(4003, "StartupGuideNotCompleted", Company(CompanyNotActive)),
        new(4004, "CompanyNotActive", Company(CompanyNotActive)),
        new(NotAuthorized, "NotAuthorized", _accessLost),
        new(4006, "NoAccessToScopes", Company(NoAccess)),
        new(4007, "PermissionDenied", Company(NoAccess)),
        new(4008, "InvalidControlDigit", Content()),
        new(4009, "NoAccessDueToProductVariant", Company(NoAccess)),
        new(TooManyRequests, "TooManyRequests", _later),
        new(4011, "NoAccessForAuthenticatedUser", Company(NoAccess)),
        new(4012, "LicenceAgreementNotAccepted", Company(NoAccess)),
        new(4013, "CannotBookkeepInvoice", UntilBooksChange(PeriodLocked)),
        new(4014, "AutoInvoiceMissingYourReference", Content()),
        new(4015, "AutoInvoiceMissingOurReference", Content()),
        new(4016, "SupplierInvoiceInvalidDueDate", Content()),
        new(4017, "AutoInvoiceMissingElectronicAddress", Content()),
        new(4018, "SupplierInvoiceValidationSkipSendToBank", Content()),
        new(4019, "NoPermissionForReadonlyUser", Company(NoAccess)),
        new(4020, "FiscalYearIsOverlappingOtherYear", Content()),
        new(4021, "FiscalYearMaximumPeriodExceeded", Content()),
        new(4022, "FiscalYearEndDateMustBeLastDayOfMonth", Content()),
        new(4023, "FutureDateCannotBeSet", UntilBooksChange(RefusedBySpiris)),
        new(4024, "SalesAccountNumberMissing", UntilBooksChange(AccountMissing)),
        new(4025, "InvalidVatNumber", Content()),
        new(4026, "VoucherDateIsInLockedPeriod", UntilBooksChange(PeriodLocked)),
        new(4027, "ReversedVatZero", Content()),
        new(4028, "OrderCannotBeVoided", Content()),
        new(4029, "SsnNumberIsInvalid", Content()),
        new(4030, "OcrNumberIsInvalid", Content()),
        new(4031, "CustomerInvoiceMissingOrderArticles", Content()),
        new(4032, "SupplierInvoiceDoesntBalance", Content()),
        new(4033, "ForbiddenActionInApprovalFlow", Content()),
        new(4034, "NotAllowedWithSandboxClient", Company(NoAccess)),
        new(4035, "InvalidForceBookkeepVat", Content()),
        new(4037, "ReconciliationSetInLockedAccountingPeriod", UntilBooksChange(PeriodLocked)),
        new(4038, "VoucherDateIsInLockedYearException", UntilBooksChange(YearLocked)),
        new(4039, "NoDomesticAmountAllowedOnDomesticInvoices", Content()),
        new(4048, "CantLockPeriodWithUnreconciledBankTransaction", Content()),
        new(4100, "ExternalServiceValidation", _unknown),
        new(5000, "InternalServerError", _unknown),
        new(5001, "CantReachSystemDependency", _unknown),
        new(5002, "OperationCanceled", _unknown),
        new(5003, "StockToNonStockNoZeroBalance", Content()),
        new(5004, "StockToServiceNoZeroBalance", Content()),
        new(5005, "ProjectEnded", UntilBooksChange(RefusedBySpiris)),
        new(5006, "InactiveCostCenter", UntilBooksChange(RefusedBySpiris)),
        new(5007, "ItemToAttachNotFound", Content()),
        new(6000, "QueryParameterError", Company(RefusedBySpiris)),
        new(6001, "InvalidInput", Content()),
    ];

    private static readonly FrozenDictionary<int, Row[]> _rowsByCode =
        _rows.GroupBy(row => row.Code).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>What an error means. Of two rows with one code, the first whose words were said.</summary>
    internal static Verdict VerdictOn(SpirisError error) =>
        error.Code is { } code && _rowsByCode.TryGetValue(code, out var rows)
            ? Array.Find(rows, row => row.Fits(error))?.Verdict ?? _unknown
            : _unknown;

    private static Verdict.Refused Content() => new(RefusalReach.Content, RefusedBySpiris);

    private static Verdict.Refused UntilBooksChange(string reason) => new(RefusalReach.Voucher, reason);

    private static Verdict.Refused Company(string reason) => new(RefusalReach.Company, reason);

    private sealed record Row(int Code, string Name, Verdict Verdict, string? Saying = null)
    {
        internal bool Fits(SpirisError error) =>
            Saying is null || (error.Message?.Contains(Saying, StringComparison.OrdinalIgnoreCase) ?? false);
    }
}

/// <summary>What an error code says about a voucher.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is not in the books.</summary>
    internal sealed record Refused(RefusalReach Reach, string ReasonCode) : Verdict;

    /// <summary>It is not in the books, and the same may be sent again after a while.</summary>
    internal sealed record Later : Verdict;

    /// <summary>It is not in the books, and we have no access any more.</summary>
    internal sealed record AccessLost : Verdict;

    /// <summary>It may be in the books.</summary>
    internal sealed record Unknown : Verdict;
}
