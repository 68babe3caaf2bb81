using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary><c>POST /finance/account-mapping/when-unmapped</c>: whether a day with something that has no account waits, or is
/// booked on the suspense account.</summary>
internal static class ChooseWhenUnmapped
{
    private const string Path = $"{MappingPage.Path}/when-unmapped";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string choice, CurrentOrganisation current, BackOfficeDb db, ClosingFeed feed,
        CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id)
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        if (!Enum.TryParse<WhenUnmapped>(choice, out var chosen) || !Enum.IsDefined(chosen))
        {
            return TypedResults.BadRequest();
        }

        owner.ChooseWhenUnmapped(chosen);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TypedResults.LocalRedirect($"{MappingPage.AddressOf(number.ToString())}&done=busy");
        }

        await Reconsideration.OfCompanyAsync(db, owner.Id, cancellation);
        feed.Announce(owner.Id);
        return TypedResults.LocalRedirect($"{MappingPage.AddressOf(number.ToString())}&done=chosen");
    }
}
