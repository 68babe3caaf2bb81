using System.Collections.Immutable;

namespace OpenOne.Spiris.Resources;

/// <summary>One of the at most three groups of cost centres; Spiris' pages call them profit units (resultatenheter).</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>CostCenterApi</c>.</remarks>
public sealed record SpirisCostCenter
{
    /// <summary>Spiris' id of the group.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which of a row's three cost centres is of this group: 1, 2 or 3.</summary>
    public int? Number { get; init; }

    /// <summary>What the company calls the group.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the group is in use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>What is in the group.</summary>
    public ImmutableArray<SpirisCostCenterItem?>? Items { get; init; }
}

/// <summary>A cost centre that a voucher's row can be put on.</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>CostCenterItemApi</c>.</remarks>
public sealed record SpirisCostCenterItem
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its short name, which is what lists show.</summary>
    public string? ShortName { get; init; }

    /// <summary>Whether rows can still be put on it.</summary>
    public required bool IsActive { get; init; }
}
