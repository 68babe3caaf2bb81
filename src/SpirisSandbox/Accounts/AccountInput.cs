using SpirisSandbox.Api;

namespace SpirisSandbox.Accounts;

/// <summary>The body of POST and PUT of an account. What is left out becomes false or null, also on PUT.</summary>
/// <remarks>Source: OpenAPI 2026-09, AccountApi: required are Name, Number, FiscalYearId and IsActive.</remarks>
public sealed record AccountInput : ApiInput<AccountApi>
{
    public string? Name { get; init; }

    public string? Number { get; init; }

    public Guid? VatCodeId { get; init; }

    public Guid? FiscalYearId { get; init; }

    public bool? IsActive { get; init; }

    public bool? AllowTransactionText { get; init; }

    public bool? IsFirstCostCenterMandatory { get; init; }

    public bool? IsProjectAllowed { get; init; }

    public bool? IsCostCenterAllowed { get; init; }

    public bool? IsBlockedForManualBooking { get; init; }

    internal void Check(FieldErrors errors, int digits)
    {
        errors.Required(nameof(Name), Name, maximumLength: 100);
        errors.Required(nameof(Number), Number, maximumLength: digits);
        errors.Required(nameof(FiscalYearId), FiscalYearId);
        errors.Required(nameof(IsActive), IsActive);
    }
}

/// <summary>A standard account of the Dutch chart. Swedish companies have none.</summary>
/// <remarks>Source: Swagger 2024-05, StandardAccountApi.</remarks>
public sealed record StandardAccountApi(string AccountType, long AccountNumber);
