using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>One version of a company's account mapping as it is stored. Insert-only: a change is a new version.</summary>
/// <remarks>The version in force on a date is the newest of those that begin on it or before. Rows of the organisation's default
/// chart that it follows stand below its own: a row of its own replaces the default's with the same key.</remarks>
public sealed class MappingVersion
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>1 for the company's first.</summary>
    public required int Version { get; init; }

    /// <summary>The first business date it is meant for; <see cref="DateOnly.MinValue"/> for all that came before, too.</summary>
    public DateOnly EffectiveFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The version of the organisation's default chart that it follows; <see langword="null"/> when it follows none.</summary>
    public int? FollowsDefault { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its own rows.</summary>
    public List<MappingRow> Rows { get; init; } = [];

    /// <summary>Its cost centres.</summary>
    public List<CostCentreRow> CostCentres { get; init; } = [];

    /// <summary>The mapping that the rows say.</summary>
    /// <param name="followed">The default chart that it follows, when it follows one.</param>
    public AccountMapping ToMapping(DefaultChart? followed = null)
    {
        if (followed?.Version != FollowsDefault)
        {
            throw new ArgumentException($"Version {Version} follows default chart {FollowsDefault}.", nameof(followed));
        }

        var own = Rows.Select(row => row.Key).ToHashSet();
        return new(
            Version,
            (followed?.Rows ?? []).Where(row => !own.Contains(row.Key)).Concat(Rows)
                .Select(row => KeyValuePair.Create(row.Key, row.Account)),
            new CostCentreRules(CostCentres.Select(row => KeyValuePair.Create(row.Subject, row.ToCostCentres()))));
    }
}

/// <summary>One row of a mapping: a key and its account.</summary>
public sealed class MappingRow
{
    /// <summary>What is mapped.</summary>
    public required MappingKey Key { get; init; }

    /// <summary>The account it is booked on.</summary>
    public required AccountNumber Account { get; init; }
}
