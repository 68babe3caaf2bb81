namespace SpirisSandbox.FiscalYears;

/// <summary>A fiscal year (räkenskapsår) with its chart of accounts and its voucher numbers.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, FiscalYearApi. <see cref="BookkeepingMethod"/>: 0 invoicing, 1 cash, 2 none.
/// </remarks>
public sealed record FiscalYearApi(
    Guid Id, DateOnly StartDate, DateOnly EndDate, bool IsLockedForAccounting, int BookkeepingMethod)
{
    public bool Covers(DateOnly date) => StartDate <= date && date <= EndDate;
}
