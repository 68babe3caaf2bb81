using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.ProfitUnits;

/// <summary>What the page of profit units shows of one company.</summary>
/// <param name="Companies">Every company of the organisation, to choose from.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="Groups">Its groups of profit units in Spiris, as they were read last.</param>
/// <param name="Stores">Its stores by name.</param>
/// <param name="Registers">Its registers by designation.</param>
/// <param name="InForce">The mapping in force today, which the rules belong to.</param>
/// <param name="Newest">The newest version of the mapping, 0 when there is none.</param>
/// <param name="Names">What the registers call product groups and means.</param>
public sealed record ProfitUnitsView(
    IReadOnlyList<SpirisPageView.Choice> Companies,
    Company Company,
    ImmutableArray<CostCentreGroup> Groups,
    ImmutableArray<Store> Stores,
    ImmutableArray<CashRegister> Registers,
    MappingVersion? InForce,
    int Newest,
    IReadOnlyDictionary<MappingKey, string?> Names)
{
    /// <summary>The rules in force.</summary>
    public IReadOnlyDictionary<CostCentreSubject, CostCentres> Rules =>
        (InForce?.CostCentres ?? []).ToDictionary(row => row.Subject, row => row.ToCostCentres());

    /// <summary>What rules can be set for, the most general first; rows of the mapping only where they have a rule or were asked for.</summary>
    /// <param name="added">One more row of the mapping.</param>
    public IEnumerable<CostCentreSubject> Subjects(MappingKey? added) =>
    [
        .. Stores.Select(store => new CostCentreSubject.Store(store.Id)),
        .. Registers.Select(register => new CostCentreSubject.Register(register.Designation)),
        .. Groupings().Select(group => new CostCentreSubject.Group(group)),
        .. Rules.Keys.OfType<CostCentreSubject.Row>().Select(row => row.Key).Concat(added is null ? [] : [added]).Distinct()
            .OrderBy(key => key.ToString(), StringComparer.Ordinal).Select(key => new CostCentreSubject.Row(key)),
    ];

    /// <summary>Items that a rule names and that Spiris has no longer, has renamed or has taken out of use.</summary>
    public IEnumerable<UnitFinding> Findings()
    {
        var known = Groups.SelectMany(group => group.Items).ToDictionary(item => item.Id);
        return Rules.SelectMany(rule => new[] { rule.Value.First, rule.Value.Second, rule.Value.Third }
                .OfType<CostCentre>().Select(centre => (rule.Key, centre)))
            .Select(found => known.GetValueOrDefault(found.centre.Id) switch
            {
                null => new UnitFinding(found.Key, found.centre.Name, UnitState.Gone, ""),
                { IsActive: false } item => new UnitFinding(found.Key, item.Name, UnitState.Inactive, ""),
                var item when item.Name != found.centre.Name => new UnitFinding(found.Key, found.centre.Name, UnitState.Renamed, item.Name),
                _ => null,
            })
            .OfType<UnitFinding>();
    }

    /// <summary>Reads the page of a company of the organisation.</summary>
    public static async Task<ProfitUnitsView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, DateOnly today, CancellationToken cancellation)
    {
        var (companies, shown) = await CompanyChoice.ReadAsync(db, organisationId, number, cancellation);
        if (shown is null)
        {
            return null;
        }

        return new ProfitUnitsView(
            companies,
            shown,
            await CostCentreGroup.ReadAsync(db, shown.Id, cancellation),
            [.. await db.Stores.AsNoTracking().Where(store => store.CompanyId == shown.Id).OrderBy(store => store.Name).ToListAsync(cancellation)],
            [.. await db.Registers.AsNoTracking().Where(register => register.CompanyId == shown.Id)
                .OrderBy(register => register.Designation).ToListAsync(cancellation)],
            await db.Mappings.AsNoTracking().AsSplitQuery()
                .Where(mapping => mapping.CompanyId == shown.Id && mapping.EffectiveFrom <= today)
                .OrderByDescending(mapping => mapping.Version).FirstOrDefaultAsync(cancellation),
            await db.Mappings.Where(mapping => mapping.CompanyId == shown.Id).MaxAsync(mapping => (int?)mapping.Version, cancellation) ?? 0,
            await db.SeenKeys.Where(seen => seen.CompanyId == shown.Id)
                .ToDictionaryAsync(seen => seen.Key, seen => seen.Name, cancellation));
    }

    private IEnumerable<ProductGroup> Groupings() => Names.Keys.Concat((InForce?.Rows ?? []).Select(row => row.Key))
        .Select(key => key switch
        {
            MappingKey.Sales sales => sales.Group,
            MappingKey.SalesOfGroup sales => sales.Group,
            _ => (ProductGroup?)null,
        })
        .OfType<ProductGroup>()
        .Concat(Rules.Keys.OfType<CostCentreSubject.Group>().Select(rule => rule.Code))
        .Distinct().OrderBy(group => group.Code, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What has become of a profit unit that a rule names.</summary>
public enum UnitState
{
    /// <summary>Spiris has it no longer.</summary>
    Gone = 1,

    /// <summary>It is out of use, so Spiris refuses vouchers with it.</summary>
    Inactive = 2,

    /// <summary>It is called otherwise now.</summary>
    Renamed = 3,
}

/// <summary>A profit unit of a rule that is not as it was when it was chosen.</summary>
public sealed record UnitFinding(CostCentreSubject Subject, string Name, UnitState State, string NameNow);
