using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary><c>POST /closings/{register}/{zNumber}/try-again</c>: the button <b>Try again</b>, for whoever has put
/// right in Spiris what a voucher was refused for.</summary>
internal static class TryAgain
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost($"{ClosingsPage.Path}/{{register}}/{{zNumber:int}}/try-again", HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed(), new RequireAntiforgeryTokenAttribute());

    /// <summary>Where the button leads for a closing.</summary>
    public static string AddressOf(string companyNumber, string register, int zNumber) =>
        ClosingPage.AddressOf(companyNumber, register, zNumber, "/try-again");

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        string register, int zNumber, string company, [FromForm] int? ordinal, CurrentOrganisation current, BackOfficeDb db,
        ClosingFeed feed, TimeProvider clock, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var place = await ClosingPlace.FindAsync(db, current.Id, company, register, zNumber, cancellation);
        if (place is not var (owner, closingId))
        {
            return TypedResults.NotFound();
        }

        var which = ordinal ?? 0;
        if (await db.Deliveries.SingleOrDefaultAsync(
            delivery => delivery.ClosingId == closingId && delivery.Ordinal == which, cancellation) is not { } delivery)
        {
            return TypedResults.NotFound();
        }

        // Held and waiting ones are looked at again by themselves too, only later. One that may be in the books is searched for.
        if (delivery.MayBeTriedAgain)
        {
            await ReconsiderAsync(db, delivery, clock.GetUtcNow(), cancellation);
            feed.Announce(owner.Id);
        }

        return TypedResults.LocalRedirect(
            ClosingPage.AddressOf(owner.OrganisationNumber.ToString(), register, zNumber));
    }

    private static async Task ReconsiderAsync(
        BackOfficeDb db, VoucherDelivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        delivery.Reconsider(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The lane moved it while the button was pressed, which is all that the button asks for.
            db.ChangeTracker.Clear();
        }
    }
}
