using System.Globalization;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.ProfitUnits;

/// <summary>Reads the posted form of profit units.</summary>
internal static class UnitInput
{
    /// <summary>The rules that a form says.</summary>
    /// <param name="form">The form.</param>
    /// <param name="view">The company, whose stores, registers and units are the only ones there are.</param>
    /// <returns><see langword="null"/> when the form names something of another company, or something that is gone.</returns>
    public static IReadOnlyDictionary<CostCentreSubject, CostCentres>? Read(IFormCollection form, ProfitUnitsView view)
    {
        var rules = new Dictionary<CostCentreSubject, CostCentres>();
        foreach (var (field, value) in form.Where(field => field.Key.StartsWith("unit ", StringComparison.Ordinal) && field.Value != ""))
        {
            var space = field.IndexOf(' ', "unit ".Length);
            if (space < 0 || !int.TryParse(field.AsSpan("unit ".Length, space - "unit ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || CostCentreSubjectText.Read(field[(space + 1)..]) is not { } subject || !IsOf(view, subject)
                || !Guid.TryParse(value, out var id) || CentreOf(view, number, id, subject) is not { } centre)
            {
                return null;
            }

            var chosen = rules.GetValueOrDefault(subject, CostCentres.None);
            rules[subject] = number switch
            {
                1 => chosen with { First = centre },
                2 => chosen with { Second = centre },
                _ => chosen with { Third = centre },
            };
        }

        return rules;
    }

    private static bool IsOf(ProfitUnitsView view, CostCentreSubject subject) => subject switch
    {
        CostCentreSubject.Store(var id) => view.Stores.Any(store => store.Id == id),
        CostCentreSubject.Register(var designation) => view.Registers.Any(register => register.Designation == designation),
        _ => true,
    };

    /// <summary>The unit with the name it has now; one that is gone stays as it was chosen.</summary>
    private static CostCentre? CentreOf(ProfitUnitsView view, int number, Guid id, CostCentreSubject subject)
    {
        var item = view.Groups.Where(group => group.Number == number).SelectMany(group => group.Items)
            .FirstOrDefault(item => item.Id == id);
        var kept = view.Rules.GetValueOrDefault(subject, CostCentres.None);
        return item is not null
            ? new CostCentre(item.Id, item.Name)
            : new[] { kept.First, kept.Second, kept.Third }.FirstOrDefault(centre => centre?.Id == id);
    }
}
