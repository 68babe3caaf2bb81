using SpirisSandbox.Api;

namespace SpirisSandbox.CostCenters;

/// <summary><c>/v2/costcenters</c> and <c>/v2/costcenteritems</c>: the three groups and what is in them.</summary>
/// <remarks>Source: Swagger 2024-05: not in the variant Solo; groups are neither made nor deleted, nor are items deleted.</remarks>
public static class CostCenterOperations
{
    public static void Map(ApiRoutes v2)
    {
        var read = Access.ReadBoth with { Variants = ProductVariants.AllButSolo };
        var write = Access.WriteBoth with { Variants = ProductVariants.AllButSolo };
        v2.Get("/costcenters", read, call => call.List(call.Company.CostCenters.All));
        v2.Put<CostCenterInput>("/costcenters/{id:guid}", write, Rename);
        v2.Get("/costcenteritems/{itemId:guid}", read, call => ApiAnswer.Found(FindItem(call, call.Id("itemId"))));
        v2.Post<CostCenterItemInput>("/costcenteritems", write, AddItem);
        v2.Put<CostCenterItemInput>("/costcenteritems/{costCenterItemId:guid}", write, ReplaceItem);
    }

    private static CostCenterItemApi? FindItem(ApiCall call, Guid id) =>
        call.Company.CostCenters.SelectMany(center => center.Items).FirstOrDefault(item => item.Id == id);

    private static ApiAnswer Rename(ApiCall call, CostCenterInput input)
    {
        if (call.Company.CostCenters.Find(call.Id("id")) is not { } center)
        {
            return ApiAnswer.Found(null);
        }

        var errors = input.Check();
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var renamed = center with { Name = input.Name!, IsActive = input.IsActive ?? false };
        call.Company.CostCenters.Put(renamed);
        return new ApiAnswer.Ok(renamed);
    }

    private static ApiAnswer AddItem(ApiCall call, CostCenterItemInput input)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var change = CostCenterItems.Put(
            call.Company, input.CostCenterId!.Value, Guid.NewGuid(), input.Name!, input.ShortName!, input.IsActive!.Value, call.Now);
        return Answered(change, item => new ApiAnswer.Created(item));
    }

    private static ApiAnswer ReplaceItem(ApiCall call, CostCenterItemInput input)
    {
        if (FindItem(call, call.Id("costCenterItemId")) is not { } item)
        {
            return ApiAnswer.Found(null);
        }

        var errors = input.Check();
        if (input.CostCenterId is { } center && center != item.CostCenterId)
        {
            errors.Add(nameof(input.CostCenterId), "An item cannot be moved to another cost center.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        var change = CostCenterItems.Put(
            call.Company, item.CostCenterId, item.Id, input.Name!, input.ShortName!, input.IsActive!.Value, item.CreatedUtc);
        return Answered(change, replaced => new ApiAnswer.Ok(replaced));
    }

    private static ApiAnswer Answered(ItemChange change, Func<CostCenterItemApi, ApiAnswer> answer) => change switch
    {
        ItemChange.Kept(var item) => answer(item),
        ItemChange.NoSuchCenter => new ApiAnswer.Refused(
            ErrorCatalogue.DataModelValidationError, "CostCenterId is not a cost center of the company."),
        ItemChange.ShortNameTaken(var shortName) => new ApiAnswer.Refused(
            ErrorCatalogue.Conflict, $"The short name {shortName} is taken."),
        _ => throw new System.Diagnostics.UnreachableException("The changes are closed."),
    };
}
