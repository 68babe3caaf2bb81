using SpirisSandbox.Api;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Attachments;

/// <summary>Ties attachments to vouchers and drafts, and lets them go again.</summary>
/// <remarks>
/// Source: portal, "Error codes": 5007; OpenAPI 2026-09: all files of a document together are at most 20 MB. An attachment
/// has one document, so one that is linked already is a conflict.
/// </remarks>
internal static class AttachmentLinks
{
    /// <summary>Why attachments cannot be linked to a document; null when they can.</summary>
    /// <param name="document">Null for one that is about to be made.</param>
    public static ApiAnswer.Refused? WhyNot(Company company, Guid? document, IReadOnlyList<Guid> attachments)
    {
        var found = attachments.Distinct().Select(company.Attachments.Find).ToArray();
        var linked = company.Attachments.Where(other => document is not null && other.DocumentId == document);
        return 0 switch
        {
            _ when found.Any(attachment => attachment is null) => new ApiAnswer.Refused(
                ErrorCatalogue.ItemToAttachNotFound, "An attachment does not exist."),
            _ when found.Any(attachment => attachment!.DocumentId is { } other && other != document) =>
                new ApiAnswer.Refused(ErrorCatalogue.Conflict, "An attachment is linked to another document."),
            _ when linked.UnionBy(found, attachment => attachment!.Id)
                .Sum(attachment => (long)attachment!.Content.Length) > AttachmentUpload.MostBytes =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.DataModelValidationError, "The attachments of a document are at most 20 MB together."),
            _ => null,
        };
    }

    /// <summary>Whether there is such a document.</summary>
    public static bool Exists(Company company, Guid document, int type) => type switch
    {
        DocumentType.Voucher => company.Vouchers.Find(document) is not null,
        DocumentType.VoucherDraft => company.VoucherDrafts.Find(document) is not null,
        _ => false,
    };

    public static void Link(Company company, Guid document, int type, IEnumerable<Guid> attachments)
    {
        foreach (var attachment in attachments.Distinct())
        {
            company.Attachments.Put(company.Attachments.Find(attachment)!.LinkedTo(document, type));
        }

        Show(company, document);
    }

    public static void Unlink(Company company, AttachmentApi attachment)
    {
        company.Attachments.Put(attachment.Unlinked());
        Show(company, attachment.DocumentId!.Value);
    }

    /// <summary>Gives the attachments of a draft to the voucher it became.</summary>
    public static void Move(Company company, Guid draft, Guid voucher)
    {
        var moved = company.Attachments.Where(attachment => attachment.DocumentId == draft).ToArray();
        if (moved.Length > 0)
        {
            Link(company, voucher, DocumentType.Voucher, moved.Select(attachment => attachment.Id));
        }
    }

    /// <summary>Lets go of the attachments of a draft that is deleted.</summary>
    public static void LetGo(Company company, Guid draft)
    {
        foreach (var attachment in company.Attachments.Where(attachment => attachment.DocumentId == draft).ToArray())
        {
            Unlink(company, attachment);
        }
    }

    // A voucher tells of its attachments; nothing else in it changes.
    private static void Show(Company company, Guid document)
    {
        if (company.Vouchers.Find(document) is { } voucher)
        {
            var ids = company.Attachments.Where(attachment => attachment.DocumentId == document)
                .Select(attachment => attachment.Id)
                .ToArray();
            company.Vouchers.Put(voucher with
            {
                Attachments = ids.Length > 0 ? new AttachmentLinkApi(document, DocumentType.Voucher, ids) : null,
            });
        }
    }
}
