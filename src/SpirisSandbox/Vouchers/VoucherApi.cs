using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>A booked voucher (verifikation). Its debit equals its credit, and it is never changed.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherApi: names, order and nullability.</remarks>
public sealed record VoucherApi
{
    public required Guid Id { get; init; }

    public required DateOnly VoucherDate { get; init; }

    public required string VoucherText { get; init; }

    public required IReadOnlyList<VoucherRowApi> Rows { get; init; }

    /// <summary>Series and number, as in <c>A12</c>.</summary>
    public required string NumberAndNumberSeries { get; init; }

    public required string NumberSeries { get; init; }

    public string? ImportedVoucherNumber { get; init; }

    public AttachmentLinkApi? Attachments { get; init; }

    public DateTimeOffset? ModifiedUtc { get; init; }

    public required int VoucherType { get; init; }

    public Guid? SourceId { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    [NotOnTheWire]
    public required Guid FiscalYearId { get; init; }

    /// <summary>The running number within series and fiscal year, from 1 without gaps.</summary>
    [NotOnTheWire]
    public required int Number { get; init; }
}

/// <summary>A row of a voucher. Amounts are kronor with at most two decimals, and never negative.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherRowApi.</remarks>
public sealed record VoucherRowApi
{
    public required long AccountNumber { get; init; }

    public string? AccountDescription { get; init; }

    public decimal DebitAmount { get; init; }

    public decimal CreditAmount { get; init; }

    public string? TransactionText { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? VatCodeId { get; init; }

    public string? VatCodeAndPercent { get; init; }

    public decimal? VatAmount { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? Weight { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public int? HarvestYear { get; init; }

    public Guid? ProjectId { get; init; }
}

/// <summary>The files that hang on a document. <see cref="DocumentType"/> 3 is a voucher.</summary>
/// <remarks>Source: OpenAPI 2026-09, AttachmentLinkApi.</remarks>
public sealed record AttachmentLinkApi(Guid DocumentId, int DocumentType, IReadOnlyList<Guid> AttachmentIds);
