using SpirisSandbox.Api;

namespace SpirisSandbox.PartnerResourceLinks;

/// <summary><c>/v2/partnerresourcelinks</c>: a register that partners keep for themselves.</summary>
/// <remarks>
/// Source: Swagger 2024-05. Whether the resource of a link exists is not looked at, as nothing says that it is: a link may
/// be made before, and outlives, what it is for.
/// </remarks>
public static class PartnerResourceLinkOperations
{
    private const string One = "/partnerresourcelinks/{partnerResourceLinkId:guid}";

    private static readonly Access _read =
        new(Scope.Sales, Scope.SalesReadonly, Scope.Purchase, Scope.PurchaseReadonly);

    private static readonly Access _write = new(Scope.Sales, Scope.Purchase);

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/partnerresourcelinks", _read, call => call.List(call.Company.PartnerResourceLinks.All));
        v2.Get(One, _read, call => ApiAnswer.Found(Find(call)));
        v2.Post<PartnerResourceLinkInput>("/partnerresourcelinks", _write, (call, input) =>
            Keep(call, input, Guid.NewGuid(), made => new ApiAnswer.Created(made)));
        v2.Put<PartnerResourceLinkInput>(One, _write, (call, input) => Find(call) is { } link
            ? Keep(call, input, link.Id, replaced => new ApiAnswer.Ok(replaced))
            : ApiAnswer.Found(null));
        v2.Delete(One, _write, call => call.Company.PartnerResourceLinks.Remove(call.Id("partnerResourceLinkId"))
            ? new ApiAnswer.Blank()
            : ApiAnswer.Found(null));
    }

    private static PartnerResourceLinkApi? Find(ApiCall call) =>
        call.Company.PartnerResourceLinks.Find(call.Id("partnerResourceLinkId"));

    private static ApiAnswer Keep(
        ApiCall call, PartnerResourceLinkInput input, Guid id, Func<PartnerResourceLinkApi, ApiAnswer> answer)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var link = new PartnerResourceLinkApi(
            id,
            input.ResourceId!.Value,
            input.ResourceType!.Value,
            input.Href!,
            input.PartnerCompanyName!,
            input.PartnerSystemName!);
        call.Company.PartnerResourceLinks.Put(link);
        return answer(link);
    }
}
