using SpirisSandbox.Api;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocumentAttachments;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>The two query flags of a conversion.</summary>
/// <param name="Keep">keepOriginalDraftDate.</param>
/// <param name="OverridesCompany">overrideCompanyKeepOriginalDraftDate: the company's setting does not count.</param>
internal readonly record struct DraftDateChoice(bool Keep, bool OverridesCompany)
{
    /// <summary>The date of the invoice that a draft becomes.</summary>
    /// <remarks>
    /// Source: Swagger 2021-10: kept, it is the draft's date, past or future, or else the day it was made; not kept, it
    /// is the draft's date only if that is in the future, and otherwise today.
    /// </remarks>
    public DateOnly Of(SalesWork work, CustomerInvoiceDraftApi draft)
    {
        var keeps = Keep || (!OverridesCompany && work.Company.Settings.KeepOriginalDraftDate == true);
        return (keeps, draft.InvoiceDate) switch
        {
            (true, { } own) => own,
            (true, null) => Sales.SwedishDay.Of(draft.CreatedUtc ?? work.Now),
            (false, { } own) when own > work.Today => own,
            _ => work.Today,
        };
    }
}

/// <summary>POST /customerinvoicedrafts/{id}/convert: the draft becomes an invoice and is gone.</summary>
internal static class ConvertDraft
{
    public static ApiAnswer Answer(
        ApiCall call, CustomerInvoiceDraftApi draft, CustomerInvoiceDraftValidationApi? expected)
    {
        if (expected?.Check(draft) is { Any: true } errors)
        {
            return errors.Refusal();
        }

        var choice = new DraftDateChoice(
            call.Flag("keepOriginalDraftDate", otherwise: false),
            call.Flag("overrideCompanyKeepOriginalDraftDate", otherwise: false));
        var work = SalesWork.Of(call);
        return Convert(work, draft, choice, sendType: 0)
            .Answer(invoice => new ApiAnswer.Created(InvoiceStatus.Shown(invoice, work.Today)));
    }

    public static Making<CustomerInvoiceApi> Convert(
        SalesWork work, CustomerInvoiceDraftApi draft, DraftDateChoice choice, int sendType) =>
        Buyer.Find(work, draft.CustomerId, draft.TermsOfPaymentId).Then(found =>
        {
            var customer = found with { IsPrivatePerson = draft.CustomerIsPrivatePerson };
            var outline = Outline(work, draft, InvoiceOutline.Blank(
                work, customer, draft.EuThirdParty, draft.TermsOfPaymentId)) with
            {
                InvoiceDate = choice.Of(work, draft),
                SendType = sendType,
            };
            return SendInvoice.WhyNotElectronically(outline, sendType) is { } unsent
                ? new Making<CustomerInvoiceApi>.Refused(unsent)
                : CustomerInvoiceMaker.Make(work, customer, outline, Rows(draft))
                    .Then(invoice => Taken(work, draft, invoice));
        });

    private static Making<CustomerInvoiceApi> Taken(
        SalesWork work, CustomerInvoiceDraftApi draft, CustomerInvoiceApi invoice)
    {
        work.Registers.CustomerInvoiceDrafts.Remove(draft.Id);
        AttachedDocument.Move(work.Registers, draft.Id, invoice.Id);
        return new Making<CustomerInvoiceApi>.Made(work.Registers.CustomerInvoices.Find(invoice.Id)!);
    }

    private static CustomerInvoiceApi Outline(SalesWork work, CustomerInvoiceDraftApi draft, CustomerInvoiceApi blank) =>
        blank with
        {
            IsCreditInvoice = draft.IsCreditInvoice,
            CreatedFromDraftId = draft.Id,
            DueDate = draft.DueDate >= (draft.InvoiceDate ?? work.Today) ? draft.DueDate : null,
            DeliveryDate = draft.DeliveryDate,
            ElectronicReference = draft.ElectronicReference,
            SubscriptionNumber = draft.SubscriptionNumber,
            ContractNumber = draft.ContractNumber,
            OurReference = draft.OurReference,
            YourReference = draft.YourReference,
            BuyersOrderReference = draft.BuyersOrderReference,
            InvoiceAddress1 = draft.InvoiceAddress1,
            InvoiceAddress2 = draft.InvoiceAddress2,
            DeliveryCustomerName = draft.DeliveryCustomerName,
            DeliveryAddress1 = draft.DeliveryAddress1,
            DeliveryAddress2 = draft.DeliveryAddress2,
            DeliveryPostalCode = draft.DeliveryPostalCode,
            DeliveryCity = draft.DeliveryCity,
            DeliveryCountryCode = draft.DeliveryCountryCode,
            DeliveryMethodName = draft.DeliveryMethodName ?? blank.DeliveryMethodName,
            DeliveryMethodCode = draft.DeliveryMethodCode ?? blank.DeliveryMethodCode,
            DeliveryTermName = draft.DeliveryTermName ?? blank.DeliveryTermName,
            DeliveryTermCode = draft.DeliveryTermCode ?? blank.DeliveryTermCode,
            IsDirectDebit = draft.IsDirectDebit,
            BackgroundId = draft.BackgroundId,
        };

    // The prices were settled when the draft was kept: a price of zero is not replaced a second time.
    private static IReadOnlyList<SalesRow> Rows(CustomerInvoiceDraftApi draft) =>
    [
        .. (draft.Rows ?? []).Select((row, position) => new SalesRow
        {
            Field = $"Rows[{position}]",
            LineNumber = row.LineNumber ?? position,
            ArticleId = row.ArticleId,
            Text = row.Text,
            UnitPrice = row.UnitPrice ?? 0,
            Quantity = row.Quantity,
            DiscountPercentage = row.DiscountPercentage,
            DiscountFixedAmount = row.DiscountFixedAmount,
            IsReversedConstruction = row.ReversedConstructionServicesVatFree,
            CostCenterItemId1 = row.CostCenterItemId1,
            CostCenterItemId2 = row.CostCenterItemId2,
            CostCenterItemId3 = row.CostCenterItemId3,
            ProjectId = row.ProjectId,
        }),
    ];
}
