using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Readiness;

/// <summary>A cost centre that rows are to be put on.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="Group">Its group, 1 to 3.</param>
/// <param name="Name">What it was called when it was chosen.</param>
/// <param name="Account">The account it is chosen for; <see langword="null"/> when it is for every account that allows it.</param>
public sealed record CostCentreUse(Guid Id, int Group, string Name, AccountNumber? Account)
{
    /// <summary>Every cost centre of a mapping, once for each account that it is chosen for.</summary>
    public static ImmutableArray<CostCentreUse> Of(AccountMapping mapping) =>
    [
        .. mapping.CostCentres.All
            .SelectMany(rule => AccountsOf(rule.Key, mapping).SelectMany(account => Of(rule.Value, account)))
            .Distinct(),
    ];

    private static IEnumerable<CostCentreUse> Of(CostCentres centres, AccountNumber? account) =>
        new[] { centres.First, centres.Second, centres.Third }
            .Select((centre, index) => centre is null ? null : new CostCentreUse(centre.Id, index + 1, centre.Name, account))
            .OfType<CostCentreUse>();

    private static List<AccountNumber?> AccountsOf(CostCentreSubject subject, AccountMapping mapping)
    {
        var accounts = subject switch
        {
            CostCentreSubject.Row { Key: var key } => mapping.Accounts.Where(row => row.Key == key),
            CostCentreSubject.Group { Code: var group } => mapping.Accounts.Where(row =>
                row.Key is MappingKey.Sales sales && sales.Group == group || row.Key is MappingKey.SalesOfGroup any && any.Group == group),
            _ => [],
        };
        var own = accounts.Select(row => (AccountNumber?)row.Value).Distinct().ToList();
        return own.Count > 0 ? own : [null];
    }
}
