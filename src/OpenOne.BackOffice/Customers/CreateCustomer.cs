using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;
using Answers = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Created<OpenOne.BackOffice.Customers.CustomerAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.Ok<OpenOne.BackOffice.Customers.CustomerAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.Accepted<OpenOne.BackOffice.Customers.CreationAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace OpenOne.BackOffice.Customers;

/// <summary><c>POST /api/v1/customers</c>: creates a customer in Spiris, and tells the cashier at once what came of it.</summary>
/// <remarks>The request is on disk before anything is sent, and goes on when the till has stopped waiting. Sending the same again is
/// how a till asks what has become of it: it creates nothing twice.</remarks>
internal static class CreateCustomer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/customers", HandleAsync)
        .WithName("CreateCustomer")
        .WithSummary("Creates a customer in Spiris.")
        .Accepts<CustomerDocument>("application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static async Task<Answers> HandleAsync(
        HttpContext http, ApiCaller caller, CreationIntake intake, CreationDesk desk, IDbContextFactory<BackOfficeDb> databases,
        IOptions<CustomerOptions> options, TimeProvider clock, CancellationToken cancellation)
    {
        if (await ReadBodyAsync(http.Request, cancellation) is not { } document)
        {
            return CustomerProblems.TooLarge();
        }

        switch (CustomerReader.Read(document))
        {
            case CustomerDocumentReading.Malformed(var errors):
                return CustomerProblems.Malformed(errors);
            case CustomerDocumentReading.Unacceptable(var errors):
                return CustomerProblems.Unacceptable(errors);
            case CustomerDocumentReading.Read(var wanted, var hash):
                try
                {
                    return await WhyNotAsync(databases, caller, cancellation) is { } reason
                        ? CustomerProblems.Refused(reason)
                        : await CreateAsync(http, caller, wanted, hash, intake, desk, databases, options.Value, clock, cancellation);
                }
                catch (Exception problem) when (StorageProblem.Find(problem) is { } trouble)
                {
                    http.Response.Headers.RetryAfter = "30";
                    return Problems.NothingCanBeStored(trouble);
                }

            default:
                throw new UnreachableException("The cases of CustomerDocumentReading are closed.");
        }
    }

    /// <summary>What the company itself has to put right first.</summary>
    private static async Task<Reason?> WhyNotAsync(
        IDbContextFactory<BackOfficeDb> databases, ApiCaller caller, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var invoices = await db.Companies.Where(company => company.Id == caller.CompanyId)
            .Select(company => company.InvoicesInSpiris).SingleAsync(cancellation);
        var access = await db.Connections.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == caller.CompanyId, cancellation);
        return (invoices, access) switch
        {
            (false, _) => Reason.Of(CustomerReasons.InvoicingOff),
            (_, null) => Reason.Of(ReasonCodes.NotAuthorised),
            (_, { State: not ConnectionState.Authorised }) => Reason.Of(ReasonCodes.AuthorisationLost, access.Problem ?? ""),
            _ => null,
        };
    }

    private static async Task<Answers> CreateAsync(
        HttpContext http, ApiCaller caller, NewCustomer wanted, string hash, CreationIntake intake, CreationDesk desk,
        IDbContextFactory<BackOfficeDb> databases, CustomerOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        switch (await intake.TakeInAsync(caller.CompanyId, wanted, hash, cancellation))
        {
            case CreationTaken.Inactive(var standing):
                return CustomerProblems.Inactive(standing);
            case CreationTaken.Exists(var standing):
                return CustomerProblems.Exists(standing);
            case CreationTaken.Repeated(var standing):
                return TypedResults.Ok(CustomerAnswer.Of(standing));
            case CreationTaken.UnderWay(var id, _, _) underWay:
                desk.Wake();
                var creation = await UntilSettledAsync(id, desk, databases, options.AnswerWithin, clock, cancellation);
                return await AnswerAsync(http, creation, underWay, databases, cancellation);
            default:
                throw new UnreachableException("The cases of CreationTaken are closed.");
        }
    }

    private static async Task<CustomerCreation> UntilSettledAsync(
        Guid id, CreationDesk desk, IDbContextFactory<BackOfficeDb> databases, TimeSpan within, TimeProvider clock,
        CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var move = desk.NextMoveAsync(id, cancellation);
            await using (var db = await databases.CreateDbContextAsync(cancellation))
            {
                var creation = await db.CustomerCreations.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);

                // An answer that was lost takes longer to find out about than any cashier waits.
                if (creation.IsSettled || clock.GetElapsedTime(began) >= within)
                {
                    return creation;
                }
            }

            await move;
        }
    }

    private static async Task<Answers> AnswerAsync(
        HttpContext http, CustomerCreation creation, CreationTaken.UnderWay asked, IDbContextFactory<BackOfficeDb> databases,
        CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(
            row => row.CompanyId == creation.CompanyId && row.SpirisId == creation.CustomerId, cancellation);
        switch (creation.State, customer)
        {
            case (CreationState.Created, { } made) when asked.IsSame && !asked.IsNew:
                return TypedResults.Ok(CustomerAnswer.Of(made));
            case (CreationState.Created, { } made) when asked.IsNew:
                return TypedResults.Created(GetCustomer.AddressOf(made.SpirisId), CustomerAnswer.Of(made));
            case (CreationState.Created, { } made):
                return CustomerProblems.Exists(made);
            case (CreationState.Refused, { State: CustomerState.Inactive } standing):
                return CustomerProblems.Inactive(standing);
            case (CreationState.Refused, { } standing):
                return CustomerProblems.Exists(standing);
            case (CreationState.Refused, null) when asked.IsSame:
                return CustomerProblems.Refused(creation.Reasons[0]);
            default:
                http.Response.Headers.RetryAfter = "5";
                return asked.IsSame
                    ? TypedResults.Accepted((string?)null, CreationAnswer.Of(creation))
                    : CustomerProblems.BeingCreated();
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = new byte[CustomerReader.MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > CustomerReader.MaxBytes ? null : buffer[..length];
    }
}
