using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.SalesDocumentAttachments;

/// <summary><c>/v2/salesdocumentattachments</c>: files on invoices, invoice drafts and orders.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: POST answers 201 everywhere (the 2024 document had 200 for drafts); the two operations
/// without a kind of document are about invoice drafts and deprecated. Quotes are not imitated. 5007 when the document
/// is unknown.
/// </remarks>
public static class SalesDocumentAttachmentOperations
{
    private const string Path = "/salesdocumentattachments";

    public static void Map(ApiRoutes v2)
    {
        v2.Get(Path, SalesAccess.Write, call => call.List(call.Company.Sales.Attachments.All));
        v2.Get(Path + "/{attachmentId:guid}", SalesAccess.Write, call =>
            ApiAnswer.Found(call.Company.Sales.Attachments.Find(call.Id("attachmentId"))));
        v2.Get(Path + "/{attachmentId:guid}.pdf", SalesAccess.Write, Download);
        Map(v2, "", SalesDocumentType.CustomerInvoiceDraft);
        Map(v2, "/customerinvoicedraft", SalesDocumentType.CustomerInvoiceDraft);
        Map(v2, "/customerinvoice", SalesDocumentType.CustomerInvoice);
        Map(v2, "/order", SalesDocumentType.Order);
    }

    private static void Map(ApiRoutes v2, string kind, int type)
    {
        v2.Post<SalesDocumentAttachmentUploadApi>(
            Path + kind, SalesAccess.Write, (call, input) => Attach(call, input, type));
        v2.Delete(
            Path + kind + "/{documentId:guid}/{attachmentId:guid}", SalesAccess.Write, call => Detach(call, type));
    }

    private static ApiAnswer Download(ApiCall call) =>
        call.Company.Sales.Attachments.Find(call.Id("attachmentId")) is { } file
            ? new ApiAnswer.File(file.Content, file.ContentType)
            : ApiAnswer.Found(null);

    private static ApiAnswer Attach(ApiCall call, SalesDocumentAttachmentUploadApi input, int type)
    {
        var errors = input.Check(call.Assumptions.Sales.AttachmentTypes, out var content);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var sales = call.Company.Sales;
        if (!AttachedDocument.Exists(sales, type, input.DockumentId!.Value))
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.ItemToAttachNotFound, "The document to attach to was not found.");
        }

        var file = new SalesDocumentAttachmentApi(
            Guid.NewGuid(),
            input.DockumentId,
            type,
            input.FileName,
            content.Length,
            call.Now,
            $"{call.User.FirstName} {call.User.LastName}",
            Thumbnail: null)
        {
            Content = content,
            ContentType = input.ContentType!,
        };
        sales.Attachments.Put(file);
        AttachedDocument.Refresh(sales, input.DockumentId.Value);
        return new ApiAnswer.Created(file);
    }

    private static ApiAnswer Detach(ApiCall call, int type)
    {
        var sales = call.Company.Sales;
        if (sales.Attachments.Find(call.Id("attachmentId")) is not { } file
            || file.DocumentId != call.Id("documentId")
            || file.DocumentType != type)
        {
            return ApiAnswer.Found(null);
        }

        sales.Attachments.Remove(file.Id);
        AttachedDocument.Refresh(sales, file.DocumentId.Value);
        return new ApiAnswer.Blank();
    }
}
