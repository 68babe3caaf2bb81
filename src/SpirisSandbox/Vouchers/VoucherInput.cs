using SpirisSandbox.Api;
using SpirisSandbox.Attachments;

namespace SpirisSandbox.Vouchers;

/// <summary>The body of POST /vouchers. Read-only properties of the model may be there and are not looked at.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherApi.</remarks>
public sealed record VoucherInput : ApiInput<VoucherApi>
{
    public DateOnly? VoucherDate { get; init; }

    public string? VoucherText { get; init; }

    public IReadOnlyList<VoucherRowInput?>? Rows { get; init; }

    public string? NumberSeries { get; init; }

    /// <summary>Attachments that were uploaded before; of the link only their ids count.</summary>
    public AttachmentLinkInput? Attachments { get; init; }
}

/// <summary>A row of the body. An amount that is left out or null is zero.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, VoucherRowApi. It marks <c>CostCenterItemId1</c> as read-only and its two siblings as not:
/// taken for a slip of the document, so all three are accepted.
/// </remarks>
public sealed record VoucherRowInput : ApiInput<VoucherRowApi>
{
    public long? AccountNumber { get; init; }

    public decimal? DebitAmount { get; init; }

    public decimal? CreditAmount { get; init; }

    public string? TransactionText { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? VatCodeId { get; init; }

    public Guid? ProjectId { get; init; }

    internal IEnumerable<Guid> CostCenterItems =>
        new[] { CostCenterItemId1, CostCenterItemId2, CostCenterItemId3 }.OfType<Guid>();
}
