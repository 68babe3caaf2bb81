using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>The cost centres of one subject: at most one of each of the three groups, by id, with the name it had when it was chosen.</summary>
public sealed class CostCentreRow
{
    /// <summary>What they are set for.</summary>
    public required CostCentreSubject Subject { get; init; }

    /// <summary>Of the first group.</summary>
    public Guid? FirstId { get; init; }

    /// <summary>Its name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Of the second group.</summary>
    public Guid? SecondId { get; init; }

    /// <summary>Its name.</summary>
    public string? SecondName { get; init; }

    /// <summary>Of the third group.</summary>
    public Guid? ThirdId { get; init; }

    /// <summary>Its name.</summary>
    public string? ThirdName { get; init; }

    /// <summary>The row to store.</summary>
    public static CostCentreRow Of(CostCentreSubject subject, CostCentres centres) => new()
    {
        Subject = subject,
        FirstId = centres.First?.Id,
        FirstName = centres.First?.Name,
        SecondId = centres.Second?.Id,
        SecondName = centres.Second?.Name,
        ThirdId = centres.Third?.Id,
        ThirdName = centres.Third?.Name,
    };

    /// <summary>The cost centres that the row says.</summary>
    public CostCentres ToCostCentres() =>
        new(Centre(FirstId, FirstName), Centre(SecondId, SecondName), Centre(ThirdId, ThirdName));

    private static CostCentre? Centre(Guid? id, string? name) => id is { } known ? new(known, name ?? "") : null;
}
