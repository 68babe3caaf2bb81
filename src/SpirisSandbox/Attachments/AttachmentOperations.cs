using SpirisSandbox.Api;
using SpirisSandbox.Documents;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Attachments;

/// <summary><c>/v2/attachments</c> and <c>/v2/attachmentlinks</c>.</summary>
/// <remarks>Source: Swagger 2024-05; both queries are true unless said otherwise, and a linked file is not deleted.</remarks>
public static class AttachmentOperations
{
    private static readonly Access _read =
        new(Scope.Purchase, Scope.PurchaseReadonly, Scope.Accounting, Scope.AccountingReadonly);

    private static readonly Access _write = new(Scope.Purchase, Scope.Accounting);

    public static void Map(ApiRoutes v2, TemporaryFiles files)
    {
        v2.Get("/attachments", _read, call => All(call, files));
        v2.Get("/attachments/{attachmentId:guid}", _read, call =>
            ApiAnswer.Found(Find(call) is { } attachment ? WithUrl(call, files, attachment) : null));
        v2.Post<AttachmentUpload>("/attachments", _write, (call, input) => Upload(call, files, input));
        v2.Delete("/attachments/{attachmentId:guid}", _write, Delete);
        v2.Post<AttachmentLinkInput>("/attachmentlinks", _write, Link);
        v2.Delete("/attachmentlinks/{attachmentId:guid}", _write, Unlink);
    }

    private static AttachmentApi? Find(ApiCall call) => call.Company.Attachments.Find(call.Id("attachmentId"));

    private static AttachmentApi WithUrl(ApiCall call, TemporaryFiles files, AttachmentApi attachment) => attachment with
    {
        TemporaryUrl = files.Offer(
            call.Origin, call.Company.Id, attachment.Id, attachment.ContentType!, attachment.FileName!, attachment.Content),
    };

    private static ApiAnswer All(ApiCall call, TemporaryFiles files)
    {
        var shown = call.Flag("includeMatched", otherwise: true)
            ? call.Company.Attachments
            : call.Company.Attachments.Where(attachment => attachment.DocumentId is null);
        return call.List(call.Flag("includeTemporaryUrl", otherwise: true)
            ? shown.Select(attachment => WithUrl(call, files, attachment)).ToArray()
            : shown.ToArray());
    }

    private static ApiAnswer Upload(ApiCall call, TemporaryFiles files, AttachmentUpload input)
    {
        var errors = input.Check(call.Assumptions);
        var bytes = string.IsNullOrEmpty(input.Data) ? [] : input.Bytes();
        if (bytes is null)
        {
            errors.Add(nameof(input.Data), "Data is not Base64.");
        }
        else if (bytes.Length > AttachmentUpload.MostBytes)
        {
            errors.Add(nameof(input.Data), "A file is at most 20 MB.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        var attachment = new AttachmentApi
        {
            Id = Guid.NewGuid(),
            ContentType = input.ContentType,
            FileName = input.FileName,
            Comment = input.Comment,
            UploadedBy = $"{call.User.FirstName} {call.User.LastName}",
            ImageDate = call.Now,
            Content = bytes!,
        };
        call.Company.Attachments.Put(attachment);
        return new ApiAnswer.Created(WithUrl(call, files, attachment));
    }

    private static ApiAnswer Delete(ApiCall call) => Find(call) switch
    {
        null => ApiAnswer.Found(null),
        { DocumentId: not null } => new ApiAnswer.Refused(
            ErrorCatalogue.CanNotBeDeleted, "The attachment is linked to a document."),
        { } attachment => Removed(call, attachment),
    };

    private static ApiAnswer.Blank Removed(ApiCall call, AttachmentApi attachment)
    {
        call.Company.Attachments.Remove(attachment.Id);
        return new ApiAnswer.Blank();
    }

    private static ApiAnswer Link(ApiCall call, AttachmentLinkInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.DocumentId), input.DocumentId);
        errors.Required(nameof(input.DocumentType), input.DocumentType);
        errors.Required(nameof(input.AttachmentIds), input.AttachmentIds);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var (document, type, attachments) = (input.DocumentId!.Value, input.DocumentType!.Value, input.AttachmentIds!);
        if (!AttachmentLinks.Exists(call.Company, document, type))
        {
            return new ApiAnswer.Refused(ErrorCatalogue.ItemToAttachNotFound, "The document does not exist.");
        }

        if (AttachmentLinks.WhyNot(call.Company, document, attachments) is { } refusal)
        {
            return refusal;
        }

        AttachmentLinks.Link(call.Company, document, type, attachments);
        return new ApiAnswer.Ok(new AttachmentLinkApi(document, type, attachments));
    }

    private static ApiAnswer Unlink(ApiCall call)
    {
        if (Find(call) is not { DocumentId: not null } attachment)
        {
            return ApiAnswer.Found(null);
        }

        AttachmentLinks.Unlink(call.Company, attachment);
        return new ApiAnswer.Blank();
    }
}
