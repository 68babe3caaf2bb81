using Microsoft.Extensions.Localization;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Mapping;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.ProfitUnits;

/// <summary>What people call what profit units are set for.</summary>
internal sealed class SubjectNames(
    IStringLocalizer<ProfitUnitTexts> text, IStringLocalizer<MappingTexts> keys, IEnumerable<Store> stores,
    IReadOnlyDictionary<MappingKey, string?> names)
{
    private readonly Dictionary<Guid, string> _stores = stores.ToDictionary(store => store.Id, store => store.Name);

    /// <summary>The subject in the words of the reader.</summary>
    public string Of(CostCentreSubject subject) => subject switch
    {
        CostCentreSubject.Store(var id) => text["Subject.Store", _stores.GetValueOrDefault(id, "?")],
        CostCentreSubject.Register(var designation) => text["Subject.Register", designation],
        CostCentreSubject.Group(var group) => text["Subject.Group", NameOf(group)],
        CostCentreSubject.Row(var key) => text["Subject.Row", KeyNames.Of(key, names.GetValueOrDefault(key), keys)],
        _ => subject.ToString()!,
    };

    private string NameOf(Domain.Closings.ProductGroup group) =>
        names.FirstOrDefault(named => named.Value is not null && named.Key is MappingKey.Sales sales && sales.Group == group).Value
        ?? group.Code;
}
