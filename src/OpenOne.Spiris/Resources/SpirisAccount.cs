namespace OpenOne.Spiris.Resources;

/// <summary>An account of the company's chart, as it stands in one fiscal year.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>AccountApi</c>. What Spiris leaves out or calls null it has not said.</remarks>
public sealed record SpirisAccount
{
    /// <summary>Its number; text here, a number everywhere else in the API.</summary>
    public required string Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is in use. The chart lists those that are not, too.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Its VAT code; <see langword="null"/> when it has none.</summary>
    public Guid? VatCodeId { get; init; }

    /// <summary>Its VAT code in words.</summary>
    public string? VatCodeDescription { get; init; }

    /// <summary>Whether people may not book on it. Spiris' own bookkeeping may all the same.</summary>
    public bool? IsBlockedForManualBooking { get; init; }

    /// <summary>Whether its rows can carry a text.</summary>
    public bool? AllowTransactionText { get; init; }

    /// <summary>Whether its rows can carry cost centres.</summary>
    public bool? IsCostCenterAllowed { get; init; }

    /// <summary>Whether its rows must carry the first of them.</summary>
    public bool? IsFirstCostCenterMandatory { get; init; }

    /// <summary>Whether its rows can carry a project.</summary>
    public bool? IsProjectAllowed { get; init; }
}
