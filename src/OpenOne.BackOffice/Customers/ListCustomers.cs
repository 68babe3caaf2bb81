using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Customers;

/// <summary><c>GET /api/v1/customers</c>: the customers of the company, from our own table, so that no till waits for
/// Spiris.</summary>
internal static class ListCustomers
{
    private const string Path = "/api/v1/customers";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/customers", HandleAsync)
        .WithName("ListCustomers")
        .WithSummary("Searches the company's customers, or tells which have changed.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    public static async Task<Results<Ok<CustomerPage>, ProblemHttpResult>> HandleAsync(
        [FromQuery] string? search, [FromQuery] string? changedSince, [FromQuery] string? after, [FromQuery] string? limit,
        ApiCaller caller, BackOfficeDb db, IOptions<CustomerOptions> options, TimeProvider clock, CancellationToken cancellation)
    {
        if (search?.Length > CustomerSearch.MaxLength)
        {
            return CustomerProblems.MalformedQuery("search", $"At most {CustomerSearch.MaxLength} characters.");
        }

        DateTimeOffset? since = null;
        if (changedSince is not null)
        {
            if (!DateTimeOffset.TryParse(changedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return CustomerProblems.MalformedQuery("changedSince", "A moment such as 2026-11-20T18:00:00Z; best the changedUntil of an earlier answer.");
            }

            since = moment;
        }

        var most = CustomerQuery.UsualAtATime;
        if (limit is not null
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > CustomerQuery.MostAtATime))
        {
            return CustomerProblems.MalformedQuery("limit", $"A number from 1 to {CustomerQuery.MostAtATime}.");
        }

        var place = after is null ? null : CustomerQuery.Place.Read(after);
        if (after is not null && place is null)
        {
            return CustomerProblems.MalformedQuery("after", "As it stood in the next of the page before.");
        }

        // The book first: a customer that changes between the two reads is then told again, and never left out.
        var (freshness, until) = await FreshnessAsync(db, caller.CompanyId, options.Value, clock.GetUtcNow(), cancellation);
        var query = new CustomerQuery(search ?? "", since, place, most);
        var (customers, next) = await query.ReadAsync(db, caller.CompanyId, cancellation);
        return TypedResults.Ok(new CustomerPage(
            [.. customers.Select(CustomerAnswer.Of)], next is null ? null : AddressOf(search, changedSince, limit, next), until, freshness));
    }

    private static string AddressOf(string? search, string? changedSince, string? limit, CustomerQuery.Place next) =>
        QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
        {
            ["search"] = search,
            ["changedSince"] = changedSince,
            ["limit"] = limit,
            ["after"] = next.Text,
        }.Where(pair => pair.Value is not null));

    private static async Task<(CustomerFreshness Freshness, DateTimeOffset? ChangedUntil)> FreshnessAsync(
        BackOfficeDb db, Guid companyId, CustomerOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var invoices = await db.Companies.Where(company => company.Id == companyId)
            .Select(company => company.InvoicesInSpiris).SingleAsync(cancellation);
        var access = await db.Connections.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        var book = await db.CustomerBooks.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        var reason = (invoices, access, book) switch
        {
            (false, _, _) => Reason.Of(CustomerReasons.InvoicingOff),
            (_, null, _) => Reason.Of(ReasonCodes.NotAuthorised),
            (_, { State: not ConnectionState.Authorised }, _) => Reason.Of(ReasonCodes.AuthorisationLost, access.Problem ?? ""),
            (_, _, { Problem: { } problem }) => Reason.Of(ReasonCodes.SpirisUnavailable, problem),
            _ => null,
        };
        var said = reason is null ? null : CustomerSentences.Of(reason);
        var readAt = book?.ReadAt;
        var age = now - readAt;
        return (
            new(age <= options.FreshFor, readAt, age is { } passed ? (long)Math.Max(0, passed.TotalSeconds) : null, said?.Message, said?.Remedy),
            book is { Stamp: var stamp } && stamp > default(DateTimeOffset) ? stamp : null);
    }
}
