using System.Globalization;
using SpirisSandbox.Api;

namespace SpirisSandbox.Accounts;

/// <summary>What tells one account from all others: accounts are kept per fiscal year.</summary>
public readonly record struct AccountKey(Guid FiscalYearId, long Number);

/// <summary>An account (konto) in the chart of one fiscal year.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, AccountApi. <see cref="Number"/> is a text here and an integer everywhere else in the API.
/// </remarks>
public sealed record AccountApi
{
    public required string Name { get; init; }

    public required string Number { get; init; }

    public Guid? VatCodeId { get; init; }

    public string? VatCodeDescription { get; init; }

    public required Guid FiscalYearId { get; init; }

    public string? ReferenceCode { get; init; }

    public int Type { get; init; }

    public string? TypeDescription { get; init; }

    public DateTimeOffset ModifiedUtc { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    public bool IsActive { get; init; }

    public bool AllowTransactionText { get; init; }

    public bool IsFirstCostCenterMandatory { get; init; }

    public bool IsProjectAllowed { get; init; }

    public bool IsCostCenterAllowed { get; init; }

    public bool IsBlockedForManualBooking { get; init; }

    public string? Description { get; init; }

    [NotOnTheWire]
    public AccountKey Key => new(FiscalYearId, long.Parse(Number, CultureInfo.InvariantCulture));
}
