using SpirisSandbox.Sales;

namespace SpirisSandbox.SalesDocumentAttachments;

/// <summary>Writes into a document which files hang on it.</summary>
internal static class AttachedDocument
{
    /// <summary>Whether a document of the type exists.</summary>
    public static bool Exists(SalesRegisters sales, int type, Guid id) => type switch
    {
        SalesDocumentType.CustomerInvoiceDraft => sales.CustomerInvoiceDrafts.Find(id) is not null,
        SalesDocumentType.CustomerInvoice =>
            sales.CustomerInvoices.Find(id) is not null || sales.CustomerLedgerItems.Find(id) is not null,
        _ => sales.Orders.Find(id) is not null,
    };

    /// <summary>Brings a document's list of files in step with the register of files.</summary>
    public static void Refresh(SalesRegisters sales, Guid document)
    {
        Guid[] files = [.. sales.Attachments.Where(file => file.DocumentId == document).Select(file => file.Id)];
        if (sales.CustomerInvoices.Find(document) is { } invoice)
        {
            sales.CustomerInvoices.Put(invoice with { SalesDocumentAttachments = files });
        }
        else if (sales.CustomerInvoiceDrafts.Find(document) is { } draft)
        {
            sales.CustomerInvoiceDrafts.Put(draft with { SalesDocumentAttachments = files });
        }
        else if (sales.Orders.Find(document) is { } order)
        {
            sales.Orders.Put(order with { SalesDocumentAttachments = files });
        }
    }

    /// <summary>Hangs the files of a draft on the invoice that it became.</summary>
    public static void Move(SalesRegisters sales, Guid draft, Guid invoice)
    {
        var files = sales.Attachments.Where(file => file.DocumentId == draft).ToArray();
        foreach (var file in files)
        {
            sales.Attachments.Put(file with { DocumentId = invoice, DocumentType = SalesDocumentType.CustomerInvoice });
        }

        if (files.Length > 0)
        {
            Refresh(sales, invoice);
        }
    }

    /// <summary>Takes away the files of a document that is deleted.</summary>
    public static void Drop(SalesRegisters sales, Guid document)
    {
        foreach (var file in sales.Attachments.Where(file => file.DocumentId == document).ToArray())
        {
            sales.Attachments.Remove(file.Id);
        }
    }
}
