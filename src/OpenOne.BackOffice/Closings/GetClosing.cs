using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary><c>GET /api/v1/closings/{register}/{zNumber}</c>: how far a closing has come on its way into the books.</summary>
internal static class GetClosing
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/closings/{register}/{zNumber:int}", HandleAsync)
        .WithName("GetClosing")
        .WithSummary("Tells the state of one closing.")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Where a closing is found.</summary>
    public static string AddressOf(ClosingKey key) => $"/api/v1/closings/{Uri.EscapeDataString(key.Register)}/{key.ZNumber}";

    public static async Task<Results<Ok<ClosingAnswer>, ProblemHttpResult>> HandleAsync(
        string register, int zNumber, ApiCaller caller, ClosingIntake intake, BackOfficeDb db, CancellationToken cancellation)
    {
        var key = new ClosingKey(register, zNumber);
        if (caller.Register is { } only && only != register)
        {
            return Problems.KeyOfAnotherRegister(caller, register);
        }

        if (await ClosingView.FindAsync(db, caller.CompanyId, key, cancellation) is { } closing)
        {
            return TypedResults.Ok(closing.ToAnswer());
        }

        return await intake.IsRegisterOfAnotherCompanyAsync(caller, register, cancellation)
            ? Problems.KeyOfAnotherCompany(caller, register)
            : Problems.NotFound(key);
    }
}
