using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.ProductGroups;

/// <summary><c>POST /api/v1/product-groups</c>: a till tells what it is going to sell, so that accounts can be chosen before the
/// first closing.</summary>
/// <remarks>Sent as often as one likes: what is known stays known, and the name that is told last is kept.</remarks>
internal static class AnnounceProductGroups
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/product-groups", HandleAsync)
        .WithName("AnnounceProductGroups")
        .WithSummary("Tells which product groups and means of payment the till has.")
        .Accepts<ProductGroupsDocument>("application/json")
        .Produces<ProductGroupsAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<ProductGroupsAnswer>, ProblemHttpResult>> HandleAsync(
        HttpContext http, ApiCaller caller, BackOfficeDb db, ClosingFeed feed, TimeProvider clock, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(http.Request, ProductGroupsReader.MaxBytes, cancellation) is not { } document)
        {
            return Problems.ProductGroupsTooLarge($"The document has at most {ProductGroupsReader.MaxBytes} bytes.");
        }

        switch (ProductGroupsReader.Read(document))
        {
            case ProductGroupsReading.TooLarge(var limit):
                return Problems.ProductGroupsTooLarge(limit);
            case ProductGroupsReading.Malformed(var errors):
                return Problems.MalformedProductGroups(errors);
            case ProductGroupsReading.Read(var keys):
                try
                {
                    await SeenKeys.RememberAsync(db, caller.CompanyId, keys, clock.GetUtcNow(), cancellation);
                    feed.Announce(caller.CompanyId);
                    var mapping = await MappingInForce.ReadAsync(db, caller.CompanyId, Moments.Today(clock), cancellation);
                    return TypedResults.Ok(Answer(keys, mapping));
                }
                catch (Exception problem) when (StorageProblem.Find(problem) is { } trouble)
                {
                    http.Response.Headers.RetryAfter = "30";
                    return Problems.NothingCanBeStored(trouble);
                }

            default:
                throw new UnreachableException("The cases of ProductGroupsReading are closed.");
        }
    }

    private static ProductGroupsAnswer Answer(IReadOnlyList<NamedKey> keys, AccountMapping? mapping) => new(
        [
            .. from named in keys
               where named.Key is MappingKey.Sales
               let sales = (MappingKey.Sales)named.Key
               select new ProductGroupsAnswer.GroupAnswer(
                   sales.Group.Code, named.Name, sales.Rate.Percent, mapping?.Find(sales)?.Number),
        ],
        [
            .. from named in keys
               where named.Key is MappingKey.Payment
               let payment = (MappingKey.Payment)named.Key
               select new ProductGroupsAnswer.MeansAnswer(payment.Means.Code, named.Name, mapping?.Find(payment)?.Number),
        ]);
}
