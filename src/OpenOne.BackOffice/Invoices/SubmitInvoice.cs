using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary><c>POST /api/v1/invoices</c>: a receipt that is to be invoiced at once, while the cashier waits.</summary>
/// <remarks>Nothing is sent from here. It is taken in, the company's invoices are woken, and what comes of it within some seconds
/// is the answer: 201 with Spiris' number, 422 with what the cashier can do, or 202, and then it is promised.</remarks>
internal static class SubmitInvoice
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/invoices", HandleAsync)
        .WithName("SubmitInvoice")
        .WithSummary("Has a receipt made into an invoice or an order.")
        .Accepts<InvoiceDocument>("application/json")
        .Produces<InvoiceAnswer>(StatusCodes.Status201Created)
        .Produces<InvoiceAnswer>(StatusCodes.Status202Accepted)
        .Produces<InvoiceAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static async Task<Results<Created<InvoiceAnswer>, Accepted<InvoiceAnswer>, Ok<InvoiceAnswer>, ProblemHttpResult>> HandleAsync(
        HttpContext http, ApiCaller caller, ClosingIntake registers, InvoiceIntake intake, InvoicePatience patience,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(http.Request, InvoiceReader.MaxBytes, cancellation) is not { } document)
        {
            return InvoiceProblems.TooLarge();
        }

        switch (InvoiceReader.Read(document, Moments.Today(clock)))
        {
            case InvoiceReading.Malformed(var errors):
                return InvoiceProblems.Malformed(errors);
            case InvoiceReading.Unacceptable(var errors):
                return Problems.Unacceptable(errors);
            case InvoiceReading.Read read:
                try
                {
                    return await SubmitAsync(caller, registers, intake, patience, read, cancellation);
                }
                catch (Exception problem) when (StorageProblem.Find(problem) is { } trouble)
                {
                    http.Response.Headers.RetryAfter = "30";
                    return Problems.NothingCanBeStored(trouble);
                }

            default:
                throw new UnreachableException("The cases of InvoiceReading are closed.");
        }
    }

    private static async Task<Results<Created<InvoiceAnswer>, Accepted<InvoiceAnswer>, Ok<InvoiceAnswer>, ProblemHttpResult>> SubmitAsync(
        ApiCaller caller, ClosingIntake registers, InvoiceIntake intake, InvoicePatience patience, InvoiceReading.Read read,
        CancellationToken cancellation)
    {
        var key = read.Receipt.Key;
        if (caller.Register is { } only && only != key.Register)
        {
            return Problems.KeyOfAnotherRegister(caller, key.Register);
        }

        if (await registers.IsRegisterOfAnotherCompanyAsync(caller, key.Register, cancellation))
        {
            return Problems.KeyOfAnotherCompany(caller, key.Register);
        }

        switch (await intake.TakeInAsync(caller, read, cancellation))
        {
            case TakenReceipt.Changed:
                return InvoiceProblems.Changed(key);
            case TakenReceipt.WithTheDay:
                return InvoiceProblems.WithTheDay(key);
            case TakenReceipt.InvoiceOff:
                return InvoiceProblems.Refused(Domain.Delivery.Reason.Of(InvoiceReasonCodes.InvoiceOff));
            case TakenReceipt.DoesNotAddUp(var differences):
                return InvoiceProblems.Refused(InvoiceReasons.Of(new InvoiceComposition.DoesNotAddUp(differences))[0]);
            case TakenReceipt.Taken(_, var isNew):
                return Answer(await patience.AwaitAsync(caller.CompanyId, key, cancellation), isNew);
            default:
                throw new UnreachableException("The cases of TakenReceipt are closed.");
        }
    }

    private static Results<Created<InvoiceAnswer>, Accepted<InvoiceAnswer>, Ok<InvoiceAnswer>, ProblemHttpResult> Answer(
        InvoiceView view, bool isNew) => view.State switch
    {
        InvoiceState.Refused => InvoiceProblems.Refused(view.Reasons[0]),
        InvoiceState.WithTheDay => InvoiceProblems.WithTheDay(view.Key),
        InvoiceState.Made when isNew => TypedResults.Created(GetInvoice.AddressOf(view.Key), view.ToAnswer()),
        InvoiceState.Made => TypedResults.Ok(view.ToAnswer()),
        _ => TypedResults.Accepted(GetInvoice.AddressOf(view.Key), view.ToAnswer()),
    };
}
