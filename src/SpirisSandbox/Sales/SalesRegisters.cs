using SpirisSandbox.Articles;
using SpirisSandbox.BankAccounts;
using SpirisSandbox.Customers;
using SpirisSandbox.Delivery;
using SpirisSandbox.Labels;
using SpirisSandbox.State;
using SpirisSandbox.TermsOfPayment;

namespace SpirisSandbox.Sales;

/// <summary>What a company keeps for its sales: customers, articles, documents and the small registers they point to.</summary>
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

    public Register<Guid, BankAccountApi> BankAccounts { get; } = new("bankaccounts", account => account.Id, changes);

    /// <summary>True when something has been made for the customer, so that it cannot be deleted.</summary>
    internal bool HasDocumentsOf(Guid customer) =>
        Customers.Find(customer)?.LastInvoiceDate is not null;
}
