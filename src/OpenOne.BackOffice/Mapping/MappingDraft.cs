using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>What a mapping is to be from a date on, as somebody has filled it in.</summary>
/// <param name="Newest">The newest version that was shown, 0 when there was none; so that two people cannot overwrite each other
/// unseen.</param>
/// <param name="EffectiveFrom">The first business date it is meant for.</param>
/// <param name="Accounts">All its own rows: what is left out is taken away.</param>
/// <param name="By">Who has filled it in.</param>
public sealed record MappingDraft(
    int Newest, DateOnly EffectiveFrom, IReadOnlyDictionary<MappingKey, AccountNumber> Accounts, string By)
{
    /// <summary>Its cost centres. Nothing of the kind in a default chart.</summary>
    public IReadOnlyDictionary<CostCentreSubject, CostCentres> CostCentres { get; init; } =
        new Dictionary<CostCentreSubject, CostCentres>();

    /// <summary>Whether a company's mapping follows the organisation's default chart.</summary>
    public bool FollowsDefault { get; init; }
}

/// <summary>What came of saving a mapping. Nothing is saved but in the last case.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
public abstract record MappingSaving
{
    private MappingSaving()
    {
    }

    /// <summary>Somebody else has made a version since this one was shown.</summary>
    public sealed record ChangedMeanwhile(int Newest, string By) : MappingSaving;

    /// <summary>It would begin before the first version does.</summary>
    public sealed record BeforeTheFirst(DateOnly First) : MappingSaving;

    /// <summary>It says what is in force on that date already.</summary>
    public sealed record NothingChanged : MappingSaving;

    /// <summary>Saved; what waits is being looked at again.</summary>
    /// <param name="Version">The new version.</param>
    /// <param name="Replaces">Versions that begin later and are no longer in force, since this one is newer.</param>
    public sealed record Saved(int Version, IReadOnlyList<int> Replaces) : MappingSaving;
}
