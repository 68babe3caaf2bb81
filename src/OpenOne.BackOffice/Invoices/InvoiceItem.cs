using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Invoices;

/// <summary>A receipt with everything that decides about it.</summary>
/// <param name="Delivery">How far it has come.</param>
/// <param name="Receipt">What it says.</param>
/// <param name="Company">The company and what it has chosen.</param>
/// <param name="Mapping">The mapping in force; <see langword="null"/> when the company has none.</param>
/// <param name="DaysTerms">What the voucher of that register and day would go by.</param>
/// <param name="Access">Whether Spiris can be reached.</param>
/// <param name="AuthorisedAt">When a person last gave us access.</param>
/// <param name="Credited">For a return: the invoice that it takes back, where it is known.</param>
/// <param name="FoundTwice">The numbers of an invoice of the company that was found twice and that nobody has decided about.</param>
internal sealed record InvoiceItem(
    InvoiceDelivery Delivery,
    ReceiptToInvoice Receipt,
    Company Company,
    AccountMapping? Mapping,
    VoucherTerms DaysTerms,
    LaneAccess Access,
    DateTimeOffset? AuthorisedAt,
    CreditedInvoice? Credited,
    string? FoundTwice)
{
    /// <summary>By which it is known again in Spiris.</summary>
    public VoucherKey Key => VoucherKey.For(Company.OrganisationNumber, Delivery.Key);

    /// <summary>What it becomes: as was decided when it was begun, else as the company has chosen.</summary>
    public bool MakesOrder => Delivery.Kind is { } kind ? kind is InvoiceKind.Order : Company.UsesOrders;

    /// <summary>What the company has chosen for it.</summary>
    public InvoiceTerms Terms => new(Company.OrganisationNumber, Company.AllowsTipOnInvoice, MakesOrder)
    {
        Store = DaysTerms.Store,
        CostCentreAccounts = DaysTerms.CostCentreAccounts,
    };

    /// <summary>What is looked for in Spiris.</summary>
    public InvoiceKind Kind => MakesOrder ? InvoiceKind.Order : Receipt.IsReturn ? InvoiceKind.CreditInvoice : InvoiceKind.Invoice;
}
