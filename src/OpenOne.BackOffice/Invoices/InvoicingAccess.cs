using OpenOne.Spiris;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Gives what is needed of a company in Spiris to make invoices there.</summary>
internal delegate InvoicingAccess InvoicingOf(Guid companyId);

/// <summary>What is needed of one company in Spiris to make invoices there.</summary>
internal sealed class InvoicingAccess(SpirisConnection connection, SpirisAccessSource access)
{
    /// <summary>Drafts, invoices and orders.</summary>
    public SpirisInvoicing Documents { get; } = new(connection, access);

    /// <summary>Files on them, and their sending.</summary>
    public InvoiceAttachments Attachments { get; } = new(connection, access);

    /// <summary>Articles.</summary>
    public SpirisArticles Articles { get; } = new(connection, access);

    /// <summary>Customers.</summary>
    public SpirisCustomers Customers { get; } = new(connection, access);

    /// <summary>The company's settings.</summary>
    public SpirisCompany Company { get; } = new(connection, access);
}
