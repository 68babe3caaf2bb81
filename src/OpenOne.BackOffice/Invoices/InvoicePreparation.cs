using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>A draft that is ready to be asked for.</summary>
/// <param name="Draft">What goes over the wire.</param>
/// <param name="PricesIncludeVat">How we take it that Spiris takes its prices.</param>
internal sealed record PreparedDraft(SalesDraft Draft, bool PricesIncludeVat);

/// <summary>Gets ready what a draft needs in Spiris: started numbers, a customer, articles; and prices its rows.</summary>
internal sealed class InvoicePreparation(Guid companyId, InvoicingAccess spiris, InvoiceStore store)
{
    /// <summary>Gets it ready, or says why not.</summary>
    public async Task<Preparing<PreparedDraft>> PrepareAsync(InvoiceItem item, InvoicePlan plan, CancellationToken cancellation)
    {
        var settings = Preparing<CompanySettings>.Of(
            await spiris.Company.ReadSettingsAsync(cancellation), read => Numbered(plan.Kind, read));
        return await settings.ThenAsync(async company =>
        {
            var customers = await new InvoiceCustomers(companyId, spiris, store)
                .FindOrMakeAsync(item.Receipt.Receipt.Customer, company, cancellation);
            return await customers.ThenAsync(customer => PriceAsync(item, plan, customer, company, cancellation));
        });
    }

    private async Task<Preparing<PreparedDraft>> PriceAsync(
        InvoiceItem item, InvoicePlan plan, SpirisCustomer customer, CompanySettings company, CancellationToken cancellation)
    {
        // The documents contradict each other about this; what Spiris then says of the draft decides (InvoiceDelivery.RecordDraft).
        var includesVat = item.Delivery.PricesIncludeVat
            ?? (customer.IsPrivatePerson is true && company.ShowPricesExclVatPC is not true);
        if (InvoicePricing.Of(plan, includesVat) is not InvoicePricing.Priced(var rows, _))
        {
            return new Preparing<PreparedDraft>.Refused(
                [Reason.Of(ReasonCodes.AccountNotMapped, new Domain.Mapping.MappingKey.Rounding().ToString())]);
        }

        var articles = await new InvoiceArticles(companyId, spiris, store)
            .FindOrMakeAsync(rows.Select(row => row.Article).OfType<InvoiceArticle>().Distinct(), cancellation);
        return await articles.ThenAsync(ids => Task.FromResult<Preparing<PreparedDraft>>(new Preparing<PreparedDraft>.Ready(new(
            new SalesDraft(
                plan.Kind, customer.Id, plan.Date, plan.YourReference,
                [.. rows.Select(row => (row, row.Article is { } article ? ids[article] : (Guid?)null))]),
            includesVat))));
    }

    /// <summary>While the next number is 0 the numbering never starts, and nothing is attempted.</summary>
    private static Preparing<CompanySettings> Numbered(InvoiceKind kind, CompanySettings settings) => (kind, settings) switch
    {
        (InvoiceKind.Order, { NextOrderNumber: 0 }) => Refused(InvoiceReasonCodes.OrderNumberingNotStarted),
        (not InvoiceKind.Order, { NextCustomerInvoiceNumber: 0 }) => Refused(InvoiceReasonCodes.NumberingNotStarted),
        _ => new Preparing<CompanySettings>.Ready(settings),
    };

    private static Preparing<CompanySettings>.Refused Refused(string code) => new([Reason.Of(code)]);
}
