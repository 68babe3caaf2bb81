namespace SpirisSandbox.CostCenters;

/// <summary>One of the at most three groups of cost centres (resultatenheter, "profit units" in the pages).</summary>
/// <remarks>Source: Swagger 2024-05, CostCenterApi.</remarks>
public sealed record CostCenterApi(
    string Name, int Number, bool IsActive, IReadOnlyList<CostCenterItemApi> Items, Guid Id);

/// <summary>A cost centre that a voucher row can be put on.</summary>
public sealed record CostCenterItemApi(
    Guid CostCenterId, Guid Id, string Name, string ShortName, bool IsActive, DateTimeOffset CreatedUtc);
