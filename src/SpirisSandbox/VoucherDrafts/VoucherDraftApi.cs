using SpirisSandbox.Api;

namespace SpirisSandbox.VoucherDrafts;

/// <summary>A voucher that is not booked yet: it has no number, need not balance, and may be changed and deleted.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherDraftApi; portal: "to be reviewed and edited before posting".</remarks>
public sealed record VoucherDraftApi
{
    public required Guid Id { get; init; }

    public required DateOnly VoucherDate { get; init; }

    public string? VoucherText { get; init; }

    public string? NumberSeries { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    public DateTimeOffset? ModifiedUtc { get; init; }

    public IReadOnlyList<VoucherDraftRowApi>? Rows { get; init; }
}

/// <summary>A row of a draft; amounts are kronor.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, VoucherDraftRowApi. Its bounds are narrower than a voucher's: texts of 50 characters, amounts
/// of a milliard. Quantity, weight, delivery date and harvest year are for Dutch farmers and kept as they come.
/// </remarks>
public sealed record VoucherDraftRowApi
{
    public required long AccountNumber { get; init; }

    public decimal DebitAmount { get; init; }

    public decimal CreditAmount { get; init; }

    public Guid? VatCodeId { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public string? TransactionText { get; init; }

    public Guid? ProjectId { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? Weight { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public int? HarvestYear { get; init; }
}

/// <summary>The body of POST and PUT of a draft.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherDraftApi: only the date is required.</remarks>
public sealed record VoucherDraftInput : ApiInput<VoucherDraftApi>
{
    public DateOnly? VoucherDate { get; init; }

    public string? VoucherText { get; init; }

    public string? NumberSeries { get; init; }

    public IReadOnlyList<VoucherDraftRowInput?>? Rows { get; init; }
}

/// <summary>A row of the body. An amount that is left out or null is zero.</summary>
public sealed record VoucherDraftRowInput : ApiInput<VoucherDraftRowApi>
{
    public long? AccountNumber { get; init; }

    public decimal? DebitAmount { get; init; }

    public decimal? CreditAmount { get; init; }

    public Guid? VatCodeId { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public string? TransactionText { get; init; }

    public Guid? ProjectId { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? Weight { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public int? HarvestYear { get; init; }
}
