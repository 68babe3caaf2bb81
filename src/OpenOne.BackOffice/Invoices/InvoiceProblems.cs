using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Every refusal of the invoices API as RFC 9457 problem details, each with a page under <c>docs/problems</c>. What keeps a
/// receipt from being invoiced has its reason's code as its <c>type</c>, and the reason's two sentences as its <c>detail</c>.</summary>
internal static class InvoiceProblems
{
    public static ProblemHttpResult TooLarge() => Problem(
        StatusCodes.Status413PayloadTooLarge, "receipt-too-large", "Too large",
        $"A receipt has at most {InvoiceReader.MaxBytes} bytes. Nothing was stored.");

    public static ProblemHttpResult Malformed(ImmutableArray<FieldError> errors) => TypedResults.Problem(
        "The document is not a receipt as the contract describes it. Correct the fields that are named and send it again.",
        statusCode: StatusCodes.Status400BadRequest, title: "Not a receipt", type: "/problems/malformed-receipt",
        extensions: new Dictionary<string, object?> { ["errors"] = errors });

    public static ProblemHttpResult Changed(ReceiptKey key) => Problem(
        StatusCodes.Status409Conflict, "receipt-changed", "Received before with other content",
        $"Receipt {key} was received before with other content, and something has come of that. It stands; the second was not taken in.");

    public static ProblemHttpResult WithTheDay(ReceiptKey key) => Problem(
        StatusCodes.Status409Conflict, "receipt-with-the-day", "Booked with the day",
        $"Receipt {key} is booked with its day's voucher, since Invoice was off then. No invoice is made of it through the integration.");

    public static ProblemHttpResult NotFound(ReceiptKey key) => Problem(
        StatusCodes.Status404NotFound, "receipt-not-found", "No such receipt",
        $"No receipt {key} has been received from the company whose key was sent.");

    /// <summary>It cannot be made, and nothing will come of it unless it is sent again.</summary>
    public static ProblemHttpResult Refused(Reason reason)
    {
        var said = ReasonSentences.Of(reason, CultureInfo.CurrentUICulture);
        return Problem(StatusCodes.Status422UnprocessableEntity, SlugOf(reason.Code), said.Message, $"{said.Message} {said.Remedy}");
    }

    /// <summary>Each code has a page; what Spiris refuses for a reason that only it knows shares one.</summary>
    private static string SlugOf(string code) => code switch
    {
        InvoiceReasonCodes.InvoiceOff => "invoice-off",
        InvoiceReasonCodes.TipNotAllowed => "tip-not-allowed",
        InvoiceReasonCodes.ReceiptDoesNotAddUp => "receipt-does-not-add-up",
        InvoiceReasonCodes.CustomerUnknown => "customer-unknown",
        InvoiceReasonCodes.CustomerInactive => "customer-inactive",
        InvoiceReasonCodes.CustomerAmbiguous => "customer-ambiguous",
        InvoiceReasonCodes.ArticleCodingMissing or ReasonCodes.AccountNotMapped => "article-coding-missing",
        InvoiceReasonCodes.NumberingNotStarted or InvoiceReasonCodes.OrderNumberingNotStarted => "numbering-not-started",
        InvoiceReasonCodes.ModuleMissing or ReasonCodes.NoAccess => "module-missing",
        InvoiceReasonCodes.CreditedInvoiceUnknown => "credited-invoice-unknown",
        InvoiceReasonCodes.ReturnAsOrder => "return-as-order",
        InvoiceReasonCodes.TotalsDiffer => "totals-differ",
        InvoiceReasonCodes.InvoiceFoundTwice or ReasonCodes.CompanyStopped => "invoicing-stopped",
        ReasonCodes.PeriodLocked or ReasonCodes.YearLocked or ReasonCodes.FiscalYearMissing => "period-locked",
        ReasonCodes.NotAuthorised or ReasonCodes.AuthorisationLost => "not-authorised",
        _ => "refused-by-spiris",
    };

    private static ProblemHttpResult Problem(int status, string slug, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"/problems/{slug}");
}
