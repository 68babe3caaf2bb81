using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>A mapping as a file says it, read and well formed, but not yet held against a company.</summary>
/// <param name="Company">The company it says it is of, where it says so.</param>
/// <param name="EffectiveFrom">The date it says it begins on, where it says so.</param>
/// <param name="FollowsDefault">Whether it follows the default chart, where it says so.</param>
/// <param name="Accounts">Its rows.</param>
/// <param name="CostCentres">Its cost centres, with the line that each stands on.</param>
public sealed record MappingFile(
    OrganisationNumber? Company,
    DateOnly? EffectiveFrom,
    bool? FollowsDefault,
    IReadOnlyDictionary<MappingKey, AccountNumber> Accounts,
    ImmutableArray<MappingFile.Centres> CostCentres)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>The cost centres of one subject.</summary>
    public sealed record Centres(int Line, CostCentreSubject Subject, CostCentres Chosen);
}

/// <summary>What a file turned out to be.</summary>
public abstract record MappingFileReading
{
    private MappingFileReading()
    {
    }

    /// <summary>No mapping: everything that is wrong at once.</summary>
    public sealed record Refused(ImmutableArray<MappingFileProblem> Problems) : MappingFileReading;

    /// <summary>A mapping.</summary>
    public sealed record Read(MappingFile File) : MappingFileReading;
}
