using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Settling;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Orders;

/// <summary><c>POST /finance/orders/ask</c>: the button <b>Ask Spiris now</b>.</summary>
internal static class AskForSettling
{
    private const string Path = $"{OrdersPage.Path}/ask";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, CurrentOrganisation current, BackOfficeDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var authorised = await db.Connections.AnyAsync(
            connection => connection.CompanyId == owner.Id && connection.State == ConnectionState.Authorised, cancellation);
        var answer = !authorised ? "no-access" : await AskAsync(db, owner.Id, clock.GetUtcNow(), cancellation) ? "yes" : "busy";
        return TypedResults.LocalRedirect($"{OrdersPage.AddressOf(number.ToString())}&asked={answer}");
    }

    private static async Task<bool> AskAsync(BackOfficeDb db, Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        var book = await db.SettlingBooks.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        if (book is null)
        {
            book = new SettlingBook { CompanyId = companyId };
            db.SettlingBooks.Add(book);
        }

        book.Ask(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody asks or reads at this very moment.
            return false;
        }
    }
}
