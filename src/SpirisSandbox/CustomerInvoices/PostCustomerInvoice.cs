using SpirisSandbox.Api;
using SpirisSandbox.CustomerInvoiceDrafts;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>POST /customerinvoices: makes and books an invoice, or books the draft that it names.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: with CreatedFromDraftId the draft is booked and SendType says how it is sent; the rest of
/// such a body is not looked at. There is no key against doing it twice.
/// </remarks>
internal static class PostCustomerInvoice
{
    public static ApiAnswer Answer(ApiCall call, CustomerInvoiceInput input)
    {
        var work = SalesWork.Of(call);
        var made = input.CreatedFromDraftId is { } draft && draft != Guid.Empty
            ? FromDraft(work, draft, input.SendType ?? 0)
            : FromBody(work, input);
        return made.Answer(invoice =>
        {
            if (invoice.SendType is > 0 and var sendType)
            {
                SendInvoice.Record(work, invoice, sendType);
            }

            return new ApiAnswer.Created(InvoiceStatus.Shown(invoice, work.Today));
        });
    }

    private static Making<CustomerInvoiceApi> FromBody(SalesWork work, CustomerInvoiceInput input)
    {
        var errors = CustomerInvoiceFields.Check(input);
        if (errors.Any)
        {
            return new Making<CustomerInvoiceApi>.Refused(errors.Refusal());
        }

        return Buyer.Find(work, input.CustomerId!.Value, input.TermsOfPaymentId).Then(customer =>
        {
            var outline = InvoiceOutline.Of(work, customer, input);
            return SendInvoice.WhyNotElectronically(outline, outline.SendType ?? 0) is { } unsent
                ? new Making<CustomerInvoiceApi>.Refused(unsent)
                : CustomerInvoiceMaker.Make(work, customer, outline, input.ToRows());
        });
    }

    private static Making<CustomerInvoiceApi> FromDraft(SalesWork work, Guid id, int sendType) =>
        work.Registers.CustomerInvoiceDrafts.Find(id) is { } draft
            ? ConvertDraft.Convert(work, draft, new DraftDateChoice(false, false), sendType)
            : new Making<CustomerInvoiceApi>.Refused(SalesWork.Refuse(
                work.Sales.UnknownReferenceError,
                nameof(CustomerInvoiceInput.CreatedFromDraftId),
                "The draft does not exist."));
}
