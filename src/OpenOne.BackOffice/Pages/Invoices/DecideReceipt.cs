using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Pages.Invoices;

/// <summary><c>POST /finance/invoices/{id}/decide</c>: what a person has decided about a receipt on invoice.</summary>
internal static class DecideReceipt
{
    /// <summary>Look at it again.</summary>
    public const string Again = "again";

    /// <summary>Its invoice has been credited in Spiris by hand, so that the day's voucher books it.</summary>
    public const string TakenBack = "taken-back";

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost($"{InvoicesPage.Path}/{{id:guid}}/decide", HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a receipt.</summary>
    public static string AddressOf(string company, Guid id) => $"{InvoicesPage.Path}/{id}/decide?company={company}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        Guid id, [FromQuery] string company, [FromForm] string choice, [FromForm] string? back, CurrentOrganisation current,
        BackOfficeDb db, ClosingFeed feed, TimeProvider clock, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner
            || await db.InvoiceDeliveries.SingleOrDefaultAsync(
                row => row.Id == id && row.CompanyId == owner.Id, cancellation) is not { } delivery)
        {
            return TypedResults.NotFound();
        }

        if (Decide(delivery, choice, clock.GetUtcNow()))
        {
            try
            {
                await db.SaveChangesAsync(cancellation);
                await Reconsideration.OfCompanyAsync(db, owner.Id, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was quicker; the page shows what is true now.
                return TypedResults.LocalRedirect(ReturnAddress.OrHome(back ?? InvoicesPage.AddressOf(company)));
            }

            feed.Announce(owner.Id);
        }

        return TypedResults.LocalRedirect(ReturnAddress.OrHome(back ?? InvoicesPage.AddressOf(company)));
    }

    /// <returns>Whether anything has been decided: what is true now may allow nothing more.</returns>
    private static bool Decide(InvoiceDelivery delivery, string choice, DateTimeOffset now)
    {
        switch (choice, delivery.State)
        {
            case (Again, InvoiceState.Held):
                delivery.Reconsider(now);
                return true;
            case (TakenBack, InvoiceState.Made):
                delivery.TakeBack(now);
                return true;
            case (_, InvoiceState.NeedsAttention) when delivery.Candidates.FirstOrDefault(one => one.Number == choice) is { } chosen:
                delivery.Decide(chosen, now);
                return true;
            default:
                return false;
        }
    }
}
