namespace OpenOne.Spiris.Resources;

/// <summary>An account as it is written: the body of a creation, and of a change, which replaces all of it.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>AccountApi</c>, the properties that are not read-only. A change holds for the one fiscal year
/// alone; what it leaves out is reset, so a change is made from what was read just before.</remarks>
public sealed record SpirisAccountInput
{
    /// <summary>Its number, as text.</summary>
    public required string Number { get; init; }

    /// <summary>Its name, at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The fiscal year whose chart it stands in.</summary>
    public required Guid FiscalYearId { get; init; }

    /// <summary>Whether it is in use.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Its VAT code, if it is to have one.</summary>
    public Guid? VatCodeId { get; init; }

    /// <summary>Whether its rows can carry a text.</summary>
    public bool AllowTransactionText { get; init; }

    /// <summary>Whether people may not book on it.</summary>
    public bool IsBlockedForManualBooking { get; init; }

    /// <summary>Whether its rows can carry cost centres.</summary>
    public bool IsCostCenterAllowed { get; init; }

    /// <summary>Whether its rows must carry the first of them.</summary>
    public bool IsFirstCostCenterMandatory { get; init; }

    /// <summary>Whether its rows can carry a project.</summary>
    public bool IsProjectAllowed { get; init; }

    /// <summary>The account as it was read, in use.</summary>
    public static SpirisAccountInput Activating(SpirisAccount account, Guid fiscalYear) => new()
    {
        Number = account.Number,
        Name = account.Name,
        FiscalYearId = fiscalYear,
        IsActive = true,
        VatCodeId = account.VatCodeId,
        AllowTransactionText = account.AllowTransactionText is true,
        IsBlockedForManualBooking = account.IsBlockedForManualBooking is true,
        IsCostCenterAllowed = account.IsCostCenterAllowed is true,
        IsFirstCostCenterMandatory = account.IsFirstCostCenterMandatory is true,
        IsProjectAllowed = account.IsProjectAllowed is true,
    };
}
