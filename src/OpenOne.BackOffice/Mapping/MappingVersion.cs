using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>One version of a company's account mapping as it is stored. Insert-only: a change is a new version.</summary>
public sealed class MappingVersion
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>1 for the company's first.</summary>
    public required int Version { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its rows.</summary>
    public List<MappingRow> Rows { get; init; } = [];

    /// <summary>The mapping that the rows say.</summary>
    public AccountMapping ToMapping() =>
        new(Version, Rows.Select(row => KeyValuePair.Create(row.Key, row.Account)));
}

/// <summary>One row of a mapping: a key and its account.</summary>
public sealed class MappingRow
{
    /// <summary>What is mapped.</summary>
    public required MappingKey Key { get; init; }

    /// <summary>The account it is booked on.</summary>
    public required AccountNumber Account { get; init; }
}
