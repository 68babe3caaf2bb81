using SpirisSandbox.Api;
using SpirisSandbox.Articles;
using SpirisSandbox.Countries;
using SpirisSandbox.Currencies;
using SpirisSandbox.CustomerInvoiceDrafts;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.CustomerLedgerItems;
using SpirisSandbox.Customers;
using SpirisSandbox.Delivery;
using SpirisSandbox.Labels;
using SpirisSandbox.Orders;
using SpirisSandbox.SalesDocumentAttachments;
using SpirisSandbox.TermsOfPayment;

namespace SpirisSandbox.Sales;

/// <summary>Every operation of the sales side, one line per subject.</summary>
internal static class SalesOperations
{
    public static void Map(ApiRoutes v2, SalesAssumptions assumptions)
    {
        CustomerOperations.Map(v2);
        LabelOperations.Map(v2);
        ArticleOperations.Map(v2);
        ArticleAccountCodings.Map(v2);
        UnitOperations.Map(v2);
        TermsOfPaymentOperations.Map(v2);
        DeliveryOperations.Map(v2);
        CountryOperations.Map(v2);
        CurrencyOperations.Map(v2);
        CustomerInvoiceOperations.Map(v2);
        CustomerInvoiceDraftOperations.Map(v2);
        OrderOperations.Map(v2, assumptions);
        CustomerLedgerItemOperations.Map(v2);
        SalesDocumentAttachmentOperations.Map(v2);
    }
}
