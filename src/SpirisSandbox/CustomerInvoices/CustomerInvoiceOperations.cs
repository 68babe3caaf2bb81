using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.Sending;

namespace SpirisSandbox.CustomerInvoices;

/// <summary><c>/v2/customerinvoices</c>: listed, read, made, paid, sent and voided; never changed or deleted.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: scopes, among them the readonly one for making, sending and voiding, as the documents say.
/// </remarks>
public static class CustomerInvoiceOperations
{
    private const string One = "/customerinvoices/{invoiceId:guid}";

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/customerinvoices", SalesAccess.Read, List);
        v2.Get(One, SalesAccess.Read, call =>
            With(call, invoice => new ApiAnswer.Ok(InvoiceStatus.Shown(invoice, SwedishDay.Of(call.Now)))));
        v2.Post<CustomerInvoiceInput>("/customerinvoices", SalesAccess.WriteWithReadonlyScope, PostCustomerInvoice.Answer);
        v2.Get(One + "/pdf", SalesAccess.Read, call => With(call, invoice => InvoiceFiles.Address(call, invoice)));
        v2.Get(One + "/print", SalesAccess.Read, call => With(call, invoice => InvoiceFiles.Content(call, invoice)));
        v2.Post<InvoicePaymentInput>(One + "/payments", SalesAccess.Write, (call, input) => With(call, invoice =>
            PostPayment.Pay(SalesWork.Of(call), invoice, input).Answer(payment => new ApiAnswer.Created(payment))));
        v2.PostOptional<EmailApi>(One + "/email", SalesAccess.WriteWithReadonlyScope, (call, input) =>
            With(call, invoice => SendInvoice.Email(call, invoice, input)));
        v2.Post<ElectronicInvoiceRequestApi>(One + "/einvoice", SalesAccess.WriteWithReadonlyScope, (call, input) =>
            With(call, invoice => SendInvoice.Electronically(call, invoice, input)));
        v2.PostOptional<PaymentReminderEmailApi>(
            One + "/paymentreminders", SalesAccess.WriteWithReadonlyScope, (call, input) =>
                With(call, invoice => SendInvoice.Reminder(call, invoice, input)));
        v2.Post(One + "/void", SalesAccess.WriteWithReadonlyScope, call => With(call, invoice =>
            VoidInvoice.Void(SalesWork.Of(call), invoice).Answer(_ => new ApiAnswer.Blank())));
    }

    private static ApiAnswer With(ApiCall call, Func<CustomerInvoiceApi, ApiAnswer> answer) =>
        call.Company.Sales.CustomerInvoices.Find(call.Id("invoiceId")) is { } invoice
            ? answer(invoice)
            : ApiAnswer.Found(null);

    private static ApiAnswer List(ApiCall call)
    {
        IReadOnlyList<CustomerInvoiceApi> invoices = call.Company.Sales.CustomerInvoices.All;
        if (call.Query.TryGetValue("modifiedSinceUtc", out var text) && !string.IsNullOrEmpty(text))
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            {
                return new ApiAnswer.Refused(ErrorCatalogue.InvalidInput, $"'{text}' is not a date.");
            }

            invoices = invoices.Where(invoice => invoice.ModifiedUtc >= since).ToArray();
        }

        if (call.HiddenSince is { } hidden)
        {
            invoices = invoices.Where(invoice => invoice.CreatedUtc < hidden).ToArray();
        }

        var today = SwedishDay.Of(call.Now);
        return call.List(new MappedList<CustomerInvoiceApi>(invoices, invoice => InvoiceStatus.Shown(invoice, today)));
    }
}
