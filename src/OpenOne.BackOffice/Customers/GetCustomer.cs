using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Customers;

/// <summary><c>GET /api/v1/customers/{id}</c>: one customer, from our own table.</summary>
internal static class GetCustomer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/customers/{id:guid}", HandleAsync)
        .WithName("GetCustomer")
        .WithSummary("Tells of one customer.")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Where a customer is found.</summary>
    public static string AddressOf(string id) => $"/api/v1/customers/{id}";

    public static async Task<Results<Ok<CustomerAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, ApiCaller caller, BackOfficeDb db, CancellationToken cancellation)
    {
        var spirisId = id.ToString();
        return await db.Customers.AsNoTracking().SingleOrDefaultAsync(
            customer => customer.CompanyId == caller.CompanyId && customer.SpirisId == spirisId, cancellation) is { } customer
            ? TypedResults.Ok(CustomerAnswer.Of(customer))
            : CustomerProblems.NotFound();
    }
}
