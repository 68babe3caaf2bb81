using System.Globalization;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>Every error code that Spiris documents, as an answer to a voucher, and what becomes of the
/// voucher.</summary>
public sealed class ErrorTableTests
{
    private const string NotBooked = "Refused Content refused-by-spiris";
    private const string Parked = "Refused Company no-access";

    /// <summary>Code, name, and the outcome in words.</summary>
    public static TheoryData<int, string, string> Catalogue => new()
    {
        { 2000, "DataModelValidationError", NotBooked },
        { 3000, "ResourceNotFound", NotBooked },
        { 3001, "FiscalYearDoesNotExist", "Refused Voucher fiscal-year-missing" },
        { 3002, "AccountNotFound", "Refused Voucher account-missing" },
        { 3003, "InsufficientApprovalPermission", Parked },
        { 4000, "Conflict", "Uncertain" },
        { 4001, "CanNotBeDeleted", NotBooked },
        { 4002, "CanNotBeCreatedOrUpdated", NotBooked },
        { 4002, "ForbiddenRequestException - No access to module: api_standard", Parked },
        { 4003, "StartupGuideNotCompleted", "Refused Company company-not-active" },
        { 4004, "CompanyNotActive", "Refused Company company-not-active" },
        { 4005, "NotAuthorized", "AccessLost" },
        { 4006, "NoAccessToScopes", Parked },
        { 4007, "PermissionDenied", Parked },
        { 4008, "InvalidControlDigit", NotBooked },
        { 4009, "NoAccessDueToProductVariant", Parked },
        { 4010, "TooManyRequests", "Unavailable" },
        { 4011, "NoAccessForAuthenticatedUser", Parked },
        { 4012, "LicenceAgreementNotAccepted", Parked },
        { 4013, "CannotBookkeepInvoice", "Refused Voucher period-locked" },
        { 4014, "AutoInvoiceMissingYourReference", NotBooked },
        { 4015, "AutoInvoiceMissingOurReference", NotBooked },
        { 4016, "SupplierInvoiceInvalidDueDate", NotBooked },
        { 4017, "AutoInvoiceMissingElectronicAddress", NotBooked },
        { 4018, "SupplierInvoiceValidationSkipSendToBank", NotBooked },
        { 4019, "NoPermissionForReadonlyUser", Parked },
        { 4020, "FiscalYearIsOverlappingOtherYear", NotBooked },
        { 4021, "FiscalYearMaximumPeriodExceeded", NotBooked },
        { 4022, "FiscalYearEndDateMustBeLastDayOfMonth", NotBooked },
        { 4023, "FutureDateCannotBeSet", "Refused Voucher refused-by-spiris" },
        { 4024, "SalesAccountNumberMissing", "Refused Voucher account-missing" },
        { 4025, "InvalidVatNumber", NotBooked },
        { 4026, "VoucherDateIsInLockedPeriod", "Refused Voucher period-locked" },
        { 4027, "ReversedVatZero", NotBooked },
        { 4028, "OrderCannotBeVoided", NotBooked },
        { 4029, "SsnNumberIsInvalid", NotBooked },
        { 4030, "OcrNumberIsInvalid", NotBooked },
        { 4031, "CustomerInvoiceMissingOrderArticles", NotBooked },
        { 4032, "SupplierInvoiceDoesntBalance", NotBooked },
        { 4033, "ForbiddenActionInApprovalFlow", NotBooked },
        { 4034, "NotAllowedWithSandboxClient", Parked },
        { 4035, "InvalidForceBookkeepVat", NotBooked },
        { 4037, "ReconciliationSetInLockedAccountingPeriod", "Refused Voucher period-locked" },
        { 4038, "VoucherDateIsInLockedYearException", "Refused Voucher year-locked" },
        { 4039, "NoDomesticAmountAllowedOnDomesticInvoices", NotBooked },
        { 4048, "CantLockPeriodWithUnreconciledBankTransaction", NotBooked },
        { 4100, "ExternalServiceValidation", "Uncertain" },
        { 5000, "InternalServerError", "Uncertain" },
        { 5001, "CantReachSystemDependency", "Uncertain" },
        { 5002, "OperationCanceled", "Uncertain" },
        { 5003, "StockToNonStockNoZeroBalance", NotBooked },
        { 5004, "StockToServiceNoZeroBalance", NotBooked },
        { 5005, "ProjectEnded", "Refused Voucher refused-by-spiris" },
        { 5006, "InactiveCostCenter", "Refused Voucher refused-by-spiris" },
        { 5007, "ItemToAttachNotFound", NotBooked },
        { 6000, "QueryParameterError", "Refused Company refused-by-spiris" },
        { 6001, "InvalidInput", NotBooked },
    };

    [Fact]
    public void The_catalogue_has_all_57_entries() => Catalogue.Count.ShouldBe(57);

    [Theory]
    [MemberData(nameof(Catalogue))]
    public async Task Each_error_code_means_one_thing_whatever_status_it_comes_with(
        int code, string name, string outcome)
    {
        foreach (var status in new[] { 400, 403, 404, 409, 500 })
        {
            (await OutcomeOfAsync(status, Envelope(code, name))).ShouldBe(outcome, $"status {status}");
        }
    }

    [Fact]
    public async Task S20_a_code_that_nobody_knows_leaves_the_voucher_uncertain()
    {
        foreach (var code in new[] { 9999, 0, -1, 1999, 4036, 4040, 4047, 4049, 5008, 6002 })
        {
            (await OutcomeOfAsync(400, Envelope(code, "Unheard of"))).ShouldBe("Uncertain", $"code {code}");
        }
    }

    [Theory]
    [InlineData("""{"ErrorCode":"4026","DeveloperErrorMessage":"x"}""", "Refused Voucher period-locked")]
    [InlineData("""{"ErrorCode":4026}""", "Refused Voucher period-locked")]
    [InlineData("""{"ErrorCode":4026,"Errors":null,"New":{"a":[1]}}""", "Refused Voucher period-locked")]
    [InlineData("""{"ErrorCode":4026,"DeveloperErrorMessage":null}""", "Refused Voucher period-locked")]
    [InlineData("""{"ErrorCode":40.26}""", "Uncertain")]
    [InlineData("""{"ErrorCode":99999999999999}""", "Uncertain")]
    [InlineData("""{"ErrorCode":null}""", "Uncertain")]
    [InlineData("""{"errorCode":4026}""", "Uncertain")]
    [InlineData("""[4026]""", "Uncertain")]
    [InlineData("""4026""", "Uncertain")]
    [InlineData("""{"ErrorCode":4026""", "Uncertain")]
    [InlineData("""{"DeveloperErrorMessage":"4026"}""", "Uncertain")]
    public async Task A_code_is_read_from_the_envelope_and_from_nowhere_else(string body, string outcome) =>
        (await OutcomeOfAsync(400, body)).ShouldBe(outcome);

    [Fact]
    public async Task A_refusal_tells_what_spiris_said_field_by_field()
    {
        const string body = """
            {"ErrorCode":2000,"DeveloperErrorMessage":"Validation failed.",
             "ErrorId":"0aa81f2c-0c07-4b4b-b8b9-1c9d1a0f3b11",
             "Errors":[{"Field":"Rows[1].AccountNumber","ErrorCode":"1","Message":"is\r\nrequired"},
                       {"Message":"No field"},7,null]}
            """;

        (await PostAsync(400, body)).ShouldBe(new Posting.Refused(
            Reason.Of(
                ReasonCodes.RefusedBySpiris, "2000", "Validation failed. Rows[1].AccountNumber: is  required No field"),
            RefusalReach.Content));
    }

    [Fact]
    public async Task A_refusal_for_a_reason_of_our_own_speaks_of_what_spiris_said() =>
        (await PostAsync(400, Envelope(4026, "Locked to 2026-11-30"))).ShouldBe(
            new Posting.Refused(Reason.Of(ReasonCodes.PeriodLocked, "Locked to 2026-11-30"), RefusalReach.Voucher));

    [Fact]
    public async Task A_message_without_end_is_cut()
    {
        var posting = await PostAsync(400, Envelope(4026, new string('x', 100_000)));

        posting.ShouldBeOfType<Posting.Refused>().Reason.Arguments.Single().Length.ShouldBe(501);
    }

    private static async Task<string> OutcomeOfAsync(int status, string body) => await PostAsync(status, body) switch
    {
        Posting.Refused(var reason, var reach) => $"Refused {reach} {reason.Code}",
        var other => other.GetType().Name,
    };

    private static async Task<Posting> PostAsync(int status, string body)
    {
        await using var server = RawServer.Answering(_ => Http.Answer(status, body));
        using var connection = A.Connection(server.Address);
        var accounting = A.Accounting(connection);

        var posting = await accounting.PostVoucherAsync();

        server.Requests.Count.ShouldBe(1);
        return posting;
    }

    private static string Envelope(int code, string message) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"ErrorCode":{{code}},"DeveloperErrorMessage":"{{message}}","ErrorId":"{{Guid.Empty}}"}""");
}
