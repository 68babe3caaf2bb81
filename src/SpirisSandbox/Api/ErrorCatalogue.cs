namespace SpirisSandbox.Api;

/// <summary>Every error of the API: code, name and HTTP status.</summary>
/// <remarks>
/// Source: portal, "Error codes" (56 entries; 4002 stands there twice), and 4048 from OpenAPI 2026-09. A status marked
/// <c>Assumed</c> is shown by no source.
/// </remarks>
public static class ErrorCatalogue
{
    private const bool Shown = false;
    private const bool Assumed = true;

    public static readonly ErrorKind DataModelValidationError = new(2000, nameof(DataModelValidationError), 400, Shown);
    public static readonly ErrorKind ResourceNotFound = new(3000, nameof(ResourceNotFound), 404, Assumed);
    public static readonly ErrorKind FiscalYearDoesNotExist = new(3001, nameof(FiscalYearDoesNotExist), 400, Shown);
    public static readonly ErrorKind AccountNotFound = new(3002, nameof(AccountNotFound), 400, Assumed);
    public static readonly ErrorKind InsufficientApprovalPermission =
        new(3003, nameof(InsufficientApprovalPermission), 400, Assumed);
    public static readonly ErrorKind Conflict = new(4000, nameof(Conflict), 400, Assumed);
    public static readonly ErrorKind CanNotBeDeleted = new(4001, nameof(CanNotBeDeleted), 400, Assumed);
    public static readonly ErrorKind CanNotBeCreatedOrUpdated =
        new(4002, nameof(CanNotBeCreatedOrUpdated), 400, Assumed);
    public static readonly ErrorKind NoAccessToModule = new(4002, nameof(NoAccessToModule), 403, Assumed);
    public static readonly ErrorKind StartupGuideNotCompleted = new(4003, nameof(StartupGuideNotCompleted), 403, Shown);
    public static readonly ErrorKind CompanyNotActive = new(4004, nameof(CompanyNotActive), 403, Shown);
    public static readonly ErrorKind NotAuthorized = new(4005, nameof(NotAuthorized), 401, Shown);
    public static readonly ErrorKind NoAccessToScopes = new(4006, nameof(NoAccessToScopes), 403, Assumed);
    public static readonly ErrorKind PermissionDenied = new(4007, nameof(PermissionDenied), 403, Assumed);
    public static readonly ErrorKind InvalidControlDigit = new(4008, nameof(InvalidControlDigit), 400, Assumed);
    public static readonly ErrorKind NoAccessDueToProductVariant =
        new(4009, nameof(NoAccessDueToProductVariant), 403, Assumed);
    public static readonly ErrorKind TooManyRequests = new(4010, nameof(TooManyRequests), 429, Shown);
    public static readonly ErrorKind NoAccessForAuthenticatedUser =
        new(4011, nameof(NoAccessForAuthenticatedUser), 403, Assumed);
    public static readonly ErrorKind LicenceAgreementNotAccepted =
        new(4012, nameof(LicenceAgreementNotAccepted), 403, Assumed);
    public static readonly ErrorKind CannotBookkeepInvoice = new(4013, nameof(CannotBookkeepInvoice), 400, Assumed);
    public static readonly ErrorKind AutoInvoiceMissingYourReference =
        new(4014, nameof(AutoInvoiceMissingYourReference), 400, Assumed);
    public static readonly ErrorKind AutoInvoiceMissingOurReference =
        new(4015, nameof(AutoInvoiceMissingOurReference), 400, Assumed);
    public static readonly ErrorKind SupplierInvoiceInvalidDueDate =
        new(4016, nameof(SupplierInvoiceInvalidDueDate), 400, Assumed);
    public static readonly ErrorKind AutoInvoiceMissingElectronicAddress =
        new(4017, nameof(AutoInvoiceMissingElectronicAddress), 400, Assumed);
    public static readonly ErrorKind SupplierInvoiceValidationSkipSendToBank =
        new(4018, nameof(SupplierInvoiceValidationSkipSendToBank), 400, Assumed);
    public static readonly ErrorKind NoPermissionForReadonlyUser =
        new(4019, nameof(NoPermissionForReadonlyUser), 403, Assumed);
    public static readonly ErrorKind FiscalYearIsOverlappingOtherYear =
        new(4020, nameof(FiscalYearIsOverlappingOtherYear), 400, Assumed);
    public static readonly ErrorKind FiscalYearMaximumPeriodExceeded =
        new(4021, nameof(FiscalYearMaximumPeriodExceeded), 400, Assumed);
    public static readonly ErrorKind FiscalYearEndDateMustBeLastDayOfMonth =
        new(4022, nameof(FiscalYearEndDateMustBeLastDayOfMonth), 400, Assumed);
    public static readonly ErrorKind FutureDateCannotBeSet = new(4023, nameof(FutureDateCannotBeSet), 400, Assumed);
    public static readonly ErrorKind SalesAccountNumberMissing =
        new(4024, nameof(SalesAccountNumberMissing), 400, Assumed);
    public static readonly ErrorKind InvalidVatNumber = new(4025, nameof(InvalidVatNumber), 400, Assumed);
    public static readonly ErrorKind VoucherDateIsInLockedPeriod =
        new(4026, nameof(VoucherDateIsInLockedPeriod), 400, Assumed);
    public static readonly ErrorKind ReversedVatZero = new(4027, nameof(ReversedVatZero), 400, Assumed);
    public static readonly ErrorKind OrderCannotBeVoided = new(4028, nameof(OrderCannotBeVoided), 400, Assumed);
    public static readonly ErrorKind SsnNumberIsInvalid = new(4029, nameof(SsnNumberIsInvalid), 400, Assumed);
    public static readonly ErrorKind OcrNumberIsInvalid = new(4030, nameof(OcrNumberIsInvalid), 400, Assumed);
    public static readonly ErrorKind CustomerInvoiceMissingOrderArticles =
        new(4031, nameof(CustomerInvoiceMissingOrderArticles), 400, Assumed);
    public static readonly ErrorKind SupplierInvoiceDoesntBalance =
        new(4032, nameof(SupplierInvoiceDoesntBalance), 400, Assumed);
    public static readonly ErrorKind ForbiddenActionInApprovalFlow =
        new(4033, nameof(ForbiddenActionInApprovalFlow), 400, Assumed);
    public static readonly ErrorKind NotAllowedWithSandboxClient =
        new(4034, nameof(NotAllowedWithSandboxClient), 403, Assumed);
    public static readonly ErrorKind InvalidForceBookkeepVat = new(4035, nameof(InvalidForceBookkeepVat), 400, Assumed);
    public static readonly ErrorKind ReconciliationSetInLockedAccountingPeriod =
        new(4037, nameof(ReconciliationSetInLockedAccountingPeriod), 400, Assumed);
    public static readonly ErrorKind VoucherDateIsInLockedYearException =
        new(4038, nameof(VoucherDateIsInLockedYearException), 400, Assumed);
    public static readonly ErrorKind NoDomesticAmountAllowedOnDomesticInvoices =
        new(4039, nameof(NoDomesticAmountAllowedOnDomesticInvoices), 400, Assumed);
    public static readonly ErrorKind CantLockPeriodWithUnreconciledBankTransaction =
        new(4048, nameof(CantLockPeriodWithUnreconciledBankTransaction), 400, Shown);
    public static readonly ErrorKind ExternalServiceValidation =
        new(4100, nameof(ExternalServiceValidation), 400, Assumed);
    public static readonly ErrorKind InternalServerError = new(5000, nameof(InternalServerError), 500, Assumed);
    public static readonly ErrorKind CantReachSystemDependency =
        new(5001, nameof(CantReachSystemDependency), 500, Assumed);
    public static readonly ErrorKind OperationCanceled = new(5002, nameof(OperationCanceled), 500, Assumed);
    public static readonly ErrorKind StockToNonStockNoZeroBalance =
        new(5003, nameof(StockToNonStockNoZeroBalance), 400, Assumed);
    public static readonly ErrorKind StockToServiceNoZeroBalance =
        new(5004, nameof(StockToServiceNoZeroBalance), 400, Assumed);
    public static readonly ErrorKind ProjectEnded = new(5005, nameof(ProjectEnded), 400, Assumed);
    public static readonly ErrorKind InactiveCostCenter = new(5006, nameof(InactiveCostCenter), 400, Assumed);
    public static readonly ErrorKind ItemToAttachNotFound = new(5007, nameof(ItemToAttachNotFound), 400, Assumed);
    public static readonly ErrorKind QueryParameterError = new(6000, nameof(QueryParameterError), 400, Assumed);
    public static readonly ErrorKind InvalidInput = new(6001, nameof(InvalidInput), 400, Assumed);

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<ErrorKind> All =
    [
        DataModelValidationError, ResourceNotFound, FiscalYearDoesNotExist, AccountNotFound,
        InsufficientApprovalPermission, Conflict, CanNotBeDeleted, CanNotBeCreatedOrUpdated, NoAccessToModule,
        StartupGuideNotCompleted, CompanyNotActive, NotAuthorized, NoAccessToScopes, PermissionDenied,
        InvalidControlDigit, NoAccessDueToProductVariant, TooManyRequests, NoAccessForAuthenticatedUser,
        LicenceAgreementNotAccepted, CannotBookkeepInvoice, AutoInvoiceMissingYourReference,
        AutoInvoiceMissingOurReference, SupplierInvoiceInvalidDueDate, AutoInvoiceMissingElectronicAddress,
        SupplierInvoiceValidationSkipSendToBank, NoPermissionForReadonlyUser, FiscalYearIsOverlappingOtherYear,
        FiscalYearMaximumPeriodExceeded, FiscalYearEndDateMustBeLastDayOfMonth, FutureDateCannotBeSet,
        SalesAccountNumberMissing, InvalidVatNumber, VoucherDateIsInLockedPeriod, ReversedVatZero,
        OrderCannotBeVoided, SsnNumberIsInvalid, OcrNumberIsInvalid, CustomerInvoiceMissingOrderArticles,
        SupplierInvoiceDoesntBalance, ForbiddenActionInApprovalFlow, NotAllowedWithSandboxClient,
        InvalidForceBookkeepVat, ReconciliationSetInLockedAccountingPeriod, VoucherDateIsInLockedYearException,
        NoDomesticAmountAllowedOnDomesticInvoices, CantLockPeriodWithUnreconciledBankTransaction,
        ExternalServiceValidation, InternalServerError, CantReachSystemDependency, OperationCanceled,
        StockToNonStockNoZeroBalance, StockToServiceNoZeroBalance, ProjectEnded, InactiveCostCenter,
        ItemToAttachNotFound, QueryParameterError, InvalidInput,
    ];

    /// <summary>The first kind with this code: the business meaning of 4002, not the module.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such code.</exception>
    public static ErrorKind Of(int code) =>
        All.FirstOrDefault(kind => kind.Code == code)
        ?? throw new ArgumentException($"No error of the API has the code {code}.", nameof(code));
}
