using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.Sending;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>E-mail, e-invoice and payment reminder of an invoice: checked and written down, never sent.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09 and Swagger 2024-05. Default subject of an e-mail: "Invoice from {companyName}".
/// </remarks>
internal static class SendInvoice
{
    private const string Document = "customerinvoice";
    private const int Electronic = 1;
    private const decimal HighestFee = 10_000_000m;

    public static ApiAnswer Email(ApiCall call, CustomerInvoiceApi invoice, EmailApi? email)
    {
        var work = SalesWork.Of(call);
        return Write(work, invoice, email).Answer(letter => Keep(work, invoice, "email", letter, fee: null));
    }

    public static ApiAnswer Electronically(ApiCall call, CustomerInvoiceApi invoice, ElectronicInvoiceRequestApi input)
    {
        var errors = new FieldErrors();
        CustomerInvoiceFields.CheckSendType(errors, input.SendType ?? 0, least: Electronic);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        return WhyNotElectronically(invoice, input.SendType!.Value) is { } refusal
            ? refusal
            : Record(SalesWork.Of(call), invoice, input.SendType!.Value);
    }

    /// <summary>Why an invoice cannot travel as asked: 4017 without an electronic address.</summary>
    public static ApiAnswer.Refused? WhyNotElectronically(CustomerInvoiceApi outline, int sendType) =>
        sendType == Electronic && string.IsNullOrWhiteSpace(outline.ElectronicAddress)
            ? new ApiAnswer.Refused(
                ErrorCatalogue.AutoInvoiceMissingElectronicAddress, "The customer has no electronic address.")
            : null;

    /// <summary>Writes an e-invoice down.</summary>
    public static ApiAnswer.Blank Record(SalesWork work, CustomerInvoiceApi invoice, int sendType)
    {
        work.Registers.SentDocuments.Put(new SentDocument(
            Guid.NewGuid(),
            "einvoice",
            Document,
            invoice.Id,
            invoice.InvoiceNumber,
            invoice.ElectronicAddress,
            [],
            null,
            null,
            sendType,
            null,
            work.Now));
        return new ApiAnswer.Blank();
    }

    public static ApiAnswer Reminder(ApiCall call, CustomerInvoiceApi invoice, PaymentReminderEmailApi? input)
    {
        var work = SalesWork.Of(call);
        var errors = new FieldErrors();
        errors.Within(nameof(input.LatePaymentFee), input?.LatePaymentFee ?? 0, 0, HighestFee);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (InvoiceStatus.Of(invoice, work.Today) != InvoiceStatus.Overdue)
        {
            return SalesWork.Refuse(
                work.Sales.WrongStateError, nameof(invoice.PaymentStatus), "The invoice is not overdue.");
        }

        return Write(work, invoice, input?.EmailDetails).Answer(letter =>
        {
            InvoiceBalance.Put(work, invoice with
            {
                PaymentReminderIssued = true,
                PaymentRemindersCount = invoice.PaymentRemindersCount + 1,
                LastPaymentReminderSentDate = work.Today,
                ModifiedUtc = work.Now,
            });
            return Keep(work, invoice, "reminder", letter, input?.LatePaymentFee ?? 0);
        });
    }

    private static Making<Letter> Write(SalesWork work, CustomerInvoiceApi invoice, EmailApi? email) => Letter.Of(
        work,
        email,
        work.Registers.Customers.Find(invoice.CustomerId)!,
        invoice.CustomerEmail,
        "Invoice from",
        work.Company.Settings.CompanyText.InvoiceEmailDomestic,
        invoice.InvoiceNumber);

    private static ApiAnswer.Blank Keep(
        SalesWork work, CustomerInvoiceApi invoice, string kind, Letter letter, decimal? fee)
    {
        var sent = SentDocument.Of(letter, kind, Document, invoice.Id, invoice.InvoiceNumber, work.Now);
        work.Registers.SentDocuments.Put(sent with { LatePaymentFee = fee });
        return new ApiAnswer.Blank();
    }
}
