using SpirisSandbox.Articles;
using SpirisSandbox.CustomerInvoiceDrafts;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.CustomerLedgerItems;
using SpirisSandbox.Customers;
using SpirisSandbox.Delivery;
using SpirisSandbox.Labels;
using SpirisSandbox.Orders;
using SpirisSandbox.SalesDocumentAttachments;
using SpirisSandbox.Sending;
using SpirisSandbox.State;
using SpirisSandbox.TermsOfPayment;

namespace SpirisSandbox.Sales;

/// <summary>
/// What a company keeps for its sales: customers, articles, documents and the small registers they point to.
/// </summary>
public sealed class SalesRegisters(ChangeLog changes)
{
    public Register<Guid, CustomerApi> Customers { get; } = new("customers", customer => customer.Id, changes);

    public Register<Guid, LabelApi> CustomerLabels { get; } = new("customerlabels", label => label.Id, changes);

    public Register<Guid, ArticleApi> Articles { get; } = new("articles", article => article.Id, changes);

    public Register<Guid, LabelApi> ArticleLabels { get; } = new("articlelabels", label => label.Id, changes);

    public Register<Guid, ArticleAccountCodingAPI> AccountCodings { get; } =
        new("articleaccountcodings", coding => coding.Id, changes);

    public Register<Guid, UnitApi> Units { get; } = new("units", unit => unit.Id, changes);

    public Register<Guid, TermsOfPaymentApi> TermsOfPayments { get; } =
        new("termsofpayments", terms => terms.Id, changes);

    public Register<Guid, DeliveryMethodApi> DeliveryMethods { get; } =
        new("deliverymethods", method => method.Id, changes);

    public Register<Guid, DeliveryTermApi> DeliveryTerms { get; } = new("deliveryterms", term => term.Id, changes);

    public Register<Guid, CustomerInvoiceApi> CustomerInvoices { get; } =
        new("customerinvoices", invoice => invoice.Id, changes);

    public Register<Guid, CustomerInvoiceDraftApi> CustomerInvoiceDrafts { get; } =
        new("customerinvoicedrafts", draft => draft.Id, changes);

    public Register<Guid, InvoicePaymentApi> InvoicePayments { get; } =
        new("invoicepayments", payment => payment.BankTransactionId, changes);

    public Register<Guid, OrderApi> Orders { get; } = new("orders", order => order.Id, changes);

    public Register<Guid, CustomerLedgerItemApi> CustomerLedgerItems { get; } =
        new("customerledgeritems", item => item.Id, changes);

    /// <summary>The files that hang on sales documents.</summary>
    public Register<Guid, SalesDocumentAttachmentApi> Attachments { get; } =
        new("salesdocumentattachments", file => file.Id, changes);

    /// <summary>What the real service would have sent by e-mail or as an e-invoice.</summary>
    public Register<Guid, SentDocument> SentDocuments { get; } = new("sentdocuments", sent => sent.Id, changes);

    /// <summary>True when something has been made for the customer, so that it cannot be deleted.</summary>
    internal bool HasDocumentsOf(Guid customer) =>
        CustomerInvoices.Any(invoice => invoice.CustomerId == customer)
        || CustomerInvoiceDrafts.Any(draft => draft.CustomerId == customer)
        || Orders.Any(order => order.CustomerId == customer)
        || CustomerLedgerItems.Any(item => item.CustomerId == customer);
}
