using SpirisSandbox.Api;

namespace SpirisSandbox.FiscalYears;

/// <summary>What stood on an account when the first fiscal year began (ingående balans): debit less credit, in kronor.</summary>
public sealed record OpeningBalance(long Account, decimal Balance);

/// <summary>An opening balance as it is read.</summary>
/// <remarks>Source: OpenAPI 2026-09, OpeningBalancesApi.</remarks>
public sealed record OpeningBalancesApi(string? Name, long Number, decimal Balance);

/// <summary>An opening balance as it is written. Its property is <c>AccountNumber</c> and not <c>Number</c>.</summary>
/// <remarks>Source: OpenAPI 2026-09, AccountOpeningBalanceApi.</remarks>
public sealed record AccountOpeningBalanceInput : ApiInput<AccountOpeningBalanceInput>
{
    public long? AccountNumber { get; init; }

    public decimal? Balance { get; init; }
}
