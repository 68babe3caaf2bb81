using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Exports;

/// <summary><c>POST /api/v1/sie-exports</c>: makes a SIE file of the company's closings, which then leave by no other way.</summary>
/// <remarks>Only with a key of the whole company: what one register may send says nothing of what may become of the others'
/// days.</remarks>
internal static class OrderExport
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost(GetExport.Path, HandleAsync)
        .WithName("OrderExport")
        .WithSummary("Makes a SIE file of a period's closings. What it holds is not transferred to Spiris any more.")
        .Accepts<ExportRequest>("application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<ExportAnswer>, ProblemHttpResult>> HandleAsync(
        HttpContext http, ApiCaller caller, Exporting exports, CancellationToken cancellation)
    {
        if (caller.Register is not null)
        {
            return ExportProblems.KeyOfOneRegister();
        }

        if (await RequestBody.ReadAsync(http.Request, ExportRequest.MaxBytes, cancellation) is not { } document)
        {
            return ExportProblems.Malformed($"It has at most {ExportRequest.MaxBytes} bytes.");
        }

        return ExportRequest.Read(document, caller.CompanyId) switch
        {
            ExportAsked.Order(var order) => await MakeAsync(caller, exports, order, cancellation),
            ExportAsked.Unusable(var problem) => ExportProblems.Malformed(problem),
            _ => throw new UnreachableException("The cases of ExportAsked are closed."),
        };
    }

    private static async Task<Results<Created<ExportAnswer>, ProblemHttpResult>> MakeAsync(
        ApiCaller caller, Exporting exports, ExportOrder order, CancellationToken cancellation) =>
        await exports.MakeAsync(order, $"API, {caller.KeyHint}…", null, cancellation) switch
        {
            ExportMaking.Made(var export) => TypedResults.Created(GetExport.AddressOf(export.Number), ExportAnswer.Of(export)),
            ExportMaking.IntegrationOn(var from) => ExportProblems.IntegrationOn(from),
            ExportMaking.Incomplete(var draft) => ExportProblems.Incomplete(draft),
            ExportMaking.NothingToExport(var draft) => ExportProblems.NothingToExport(draft),
            ExportMaking.ChangedMeanwhile => ExportProblems.ChangedMeanwhile(),
            ExportMaking.PeriodUnusable => throw new UnreachableException("The period was looked at when the request was read."),
            _ => throw new UnreachableException("The cases of ExportMaking are closed."),
        };
}
