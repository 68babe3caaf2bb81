using SpirisSandbox.Api;

namespace SpirisSandbox.Attachments;

/// <summary>A picture or PDF that was uploaded, perhaps linked to a document.</summary>
/// <remarks>Source: OpenAPI 2026-09, Attachment, which was AttachmentResultApi in 2024: names and order.</remarks>
public sealed record AttachmentApi
{
    public required Guid Id { get; init; }

    public string? ContentType { get; init; }

    public Guid? DocumentId { get; init; }

    public int AttachedDocumentType { get; init; }

    public IReadOnlyList<Guid>? MessageThreads { get; init; } = [];

    public IReadOnlyList<Guid>? Notes { get; init; } = [];

    /// <summary>105: an integration.</summary>
    public int PhotoSource { get; init; } = 105;

    public string? FileName { get; init; }

    /// <summary>Where the file can be fetched for a while; made anew for each answer.</summary>
    public string? TemporaryUrl { get; init; }

    public string? Comment { get; init; }

    public string? SupplierName { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal AmountInvoiceCurrency { get; init; }

    /// <summary>0 invoice, 1 receipt, 2 document. An upload does not say, so it is a document.</summary>
    public int Type { get; init; } = 2;

    /// <summary>0 matched with a document, 1 unmatched.</summary>
    public int AttachmentStatus { get; init; } = 1;

    public string? UploadedBy { get; init; }

    public DateTimeOffset ImageDate { get; init; }

    public DateTimeOffset? TransactionDate { get; init; }

    public string? Ocr { get; init; }

    public string? InvoiceNumber { get; init; }

    public decimal? Vat { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    public string? SupplierCorporateIdentityNumber { get; init; }

    public DateTimeOffset? PaymentDate { get; init; }

    /// <summary>The file itself.</summary>
    [NotOnTheWire]
    public byte[] Content { get; init; } = [];

    /// <summary>The attachment linked to a document.</summary>
    internal AttachmentApi LinkedTo(Guid document, int type) =>
        this with { DocumentId = document, AttachedDocumentType = type, AttachmentStatus = 0 };

    /// <summary>The attachment linked to nothing.</summary>
    internal AttachmentApi Unlinked() =>
        this with { DocumentId = null, AttachedDocumentType = Attachments.DocumentType.None, AttachmentStatus = 1 };
}

/// <summary>What an attachment can hang on. Numbers of the API; the sandbox has vouchers and their drafts.</summary>
/// <remarks>Source: OpenAPI 2026-09, AttachmentLinkApi.</remarks>
public static class DocumentType
{
    public const int None = 0;

    public const int Voucher = 3;

    public const int VoucherDraft = 9;
}
