namespace OpenOne.BackOffice.Mapping;

/// <summary>One version of an organisation's default chart, which its companies' mappings may follow. Insert-only.</summary>
/// <remarks>A new version is no change of any company's mapping by itself: those that follow get versions of their own that follow
/// it (<see cref="DefaultChartChange"/>), so that each voucher's version says everything that made it.</remarks>
public sealed class DefaultChart
{
    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>1 for the organisation's first.</summary>
    public required int Version { get; init; }

    /// <summary>The first business date it is meant for.</summary>
    public DateOnly EffectiveFrom { get; init; } = DateOnly.MinValue;

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its rows.</summary>
    public List<MappingRow> Rows { get; init; } = [];
}
