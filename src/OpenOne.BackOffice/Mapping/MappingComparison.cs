using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>One key that two mappings have different accounts for.</summary>
/// <param name="Key">The key.</param>
/// <param name="Before">Its account in the first; <see langword="null"/> when the second adds it.</param>
/// <param name="After">Its account in the second; <see langword="null"/> when the second takes it away.</param>
public sealed record MappingDifference(MappingKey Key, AccountNumber? Before, AccountNumber? After);

/// <summary>One subject that two mappings have different cost centres for.</summary>
public sealed record CostCentreDifference(CostCentreSubject Subject, CostCentres Before, CostCentres After);

/// <summary>What is different between two mappings.</summary>
public sealed record MappingComparison(
    ImmutableArray<MappingDifference> Accounts, ImmutableArray<CostCentreDifference> CostCentres)
{
    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => Accounts.IsEmpty && CostCentres.IsEmpty;

    /// <summary>Compares two mappings.</summary>
    public static MappingComparison Of(AccountMapping? before, AccountMapping? after)
    {
        var (old, young) = (before?.CostCentres ?? CostCentreRules.None, after?.CostCentres ?? CostCentreRules.None);
        return new(
            OfAccounts(before?.Accounts ?? Nothing, after?.Accounts ?? Nothing),
            [
                .. old.All.Keys.Union(young.All.Keys)
                    .Select(subject => new CostCentreDifference(
                        subject,
                        old.All.GetValueOrDefault(subject, Domain.Accounting.CostCentres.None),
                        young.All.GetValueOrDefault(subject, Domain.Accounting.CostCentres.None)))
                    .Where(difference => difference.Before != difference.After)
                    .OrderBy(difference => difference.Subject.ToString(), StringComparer.Ordinal),
            ]);
    }

    /// <summary>Compares rows.</summary>
    public static ImmutableArray<MappingDifference> OfAccounts(
        IReadOnlyDictionary<MappingKey, AccountNumber> before, IReadOnlyDictionary<MappingKey, AccountNumber> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Select(key => new MappingDifference(key, Find(before, key), Find(after, key)))
            .Where(difference => difference.Before != difference.After)
            .OrderBy(difference => difference.Key.ToString(), StringComparer.Ordinal),
    ];

    private static IReadOnlyDictionary<MappingKey, AccountNumber> Nothing { get; } = new Dictionary<MappingKey, AccountNumber>();

    private static AccountNumber? Find(IReadOnlyDictionary<MappingKey, AccountNumber> rows, MappingKey key) =>
        rows.TryGetValue(key, out var account) ? account : null;
}
