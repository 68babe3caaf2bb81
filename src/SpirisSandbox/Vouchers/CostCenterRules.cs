using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>Whether a row may carry its cost centres: the company uses them, they exist, and they are active.</summary>
/// <remarks>
/// Source: portal, "Error codes": 5006; Swagger 2024-05: a row has one place for each of the three groups. That a place
/// only takes items of its own group is an assumption.
/// </remarks>
internal static class CostCenterRules
{
    public static ApiAnswer.Refused? WhyNot(ApiCall call, VoucherRowInput row)
    {
        Guid?[] places = [row.CostCenterItemId1, row.CostCenterItemId2, row.CostCenterItemId3];
        for (var place = 1; place <= places.Length; place++)
        {
            if (places[place - 1] is { } id && WhyNot(call, place, id) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static ApiAnswer.Refused? WhyNot(ApiCall call, int place, Guid id)
    {
        var center = call.Company.CostCenters.FirstOrDefault(center => center.Items.Any(item => item.Id == id));
        var item = center?.Items.First(item => item.Id == id);
        return 0 switch
        {
            _ when !call.Company.Settings.UsesCostCenter => Refuse(place, "The company does not use cost centers."),
            _ when center is null => Refuse(place, $"The cost center item {id} does not exist."),
            _ when call.Assumptions.CostCenterItemsKeepToTheirGroup && center.Number != place =>
                Refuse(place, $"The cost center item {item!.Name} belongs to {center.Name}."),
            _ when !center.IsActive || !item!.IsActive => new ApiAnswer.Refused(
                ErrorCatalogue.InactiveCostCenter, $"The cost center {item!.Name} is not active."),
            _ => null,
        };
    }

    private static ApiAnswer.Refused Refuse(int place, string text)
    {
        var errors = new FieldErrors();
        errors.Add(FormattableString.Invariant($"CostCenterItemId{place}"), text);
        return errors.Refusal();
    }
}
