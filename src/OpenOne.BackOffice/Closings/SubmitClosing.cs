using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Closings;

/// <summary><c>POST /api/v1/closings</c>: takes in an end-of-day closure, and answers only when it is safe on disk.</summary>
/// <remarks>Nothing is sent from here. The company's lane does that at its own pace (<see cref="CompanyLane"/>).</remarks>
internal static class SubmitClosing
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/closings", HandleAsync)
        .WithName("SubmitClosing")
        .WithSummary("Hands over one end-of-day closure.")
        .Accepts<ClosingDocument>("application/json")
        .Produces<ClosingAnswer>(StatusCodes.Status202Accepted)
        .Produces<ClosingAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static async Task<Results<Accepted<ClosingAnswer>, Ok<ClosingAnswer>, ProblemHttpResult>> HandleAsync(
        HttpContext http, ApiCaller caller, ClosingIntake intake, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(http.Request, ClosingReader.MaxBytes, cancellation) is not { } document)
        {
            return Problems.TooLarge($"A closing has at most {ClosingReader.MaxBytes} bytes.");
        }

        switch (ClosingReader.Read(document))
        {
            case ClosingReading.TooLarge(var limit):
                return Problems.TooLarge(limit);
            case ClosingReading.Malformed(var errors):
                return Problems.Malformed(errors);
            case ClosingReading.Unacceptable(var errors):
                return Problems.Unacceptable(errors);
            case ClosingReading.Read(var report, var contentHash):
                try
                {
                    return await SubmitAsync(caller, intake, new(report, document, contentHash), cancellation);
                }
                catch (Exception problem) when (StorageProblem.Find(problem) is { } trouble)
                {
                    http.Response.Headers.RetryAfter = "30";
                    return Problems.NothingCanBeStored(trouble);
                }

            default:
                throw new UnreachableException("The cases of ClosingReading are closed.");
        }
    }

    private static async Task<Results<Accepted<ClosingAnswer>, Ok<ClosingAnswer>, ProblemHttpResult>> SubmitAsync(
        ApiCaller caller, ClosingIntake intake, Submission submission, CancellationToken cancellation)
    {
        var key = submission.Report.Key;
        if (caller.Register is { } only && only != key.Register)
        {
            return Problems.KeyOfAnotherRegister(caller, key.Register);
        }

        return await intake.TakeInAsync(caller, submission, cancellation) switch
        {
            Intaken.RegisterOfAnotherCompany => Problems.KeyOfAnotherCompany(caller, key.Register),
            Intaken.Changed => Problems.ClosingChanged(key),
            Intaken.Before => TypedResults.Ok((await intake.FindAsync(caller, key, cancellation))!.ToAnswer()),
            Intaken.DoesNotReconcile(var differences) => Problems.DoesNotReconcile(differences),
            Intaken.New => TypedResults.Accepted(
                GetClosing.AddressOf(key), ClosingView.Received(key, submission.Report.BusinessDate).ToAnswer()),
            _ => throw new UnreachableException("The cases of Intaken are closed."),
        };
    }
}
