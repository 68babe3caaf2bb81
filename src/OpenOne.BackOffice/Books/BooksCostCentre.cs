namespace OpenOne.BackOffice.Books;

/// <summary>One of the three groups of cost centres, as it was when Spiris was last asked. Pages call them profit units.</summary>
public sealed class BooksCostCentreGroup
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Spiris' id of the group.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which of a row's three cost centres is of this group: 1, 2 or 3.</summary>
    public required int Number { get; set; }

    /// <summary>What the company calls it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether the group is in use.</summary>
    public required bool IsActive { get; set; }
}

/// <summary>A cost centre of a group, as it was when Spiris was last asked.</summary>
public sealed class BooksCostCentre
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Spiris' id of it; what is sent and compared.</summary>
    public required Guid Id { get; init; }

    /// <summary>The group it belongs to.</summary>
    public required Guid GroupId { get; set; }

    /// <summary>Its short name.</summary>
    public required string ShortName { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether rows can still be put on it.</summary>
    public required bool IsActive { get; set; }
}
