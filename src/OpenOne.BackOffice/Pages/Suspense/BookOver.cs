using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Corrections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Suspense;

/// <summary><c>POST /finance/suspense/book-over</c>: the buttons <b>Book correcting vouchers</b> and <b>Date them anew</b>.</summary>
internal static class BookOver
{
    private const string Path = $"{SuspensePage.Path}/book-over";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, IFormCollection form, CurrentOrganisation current, BackOfficeDb db, SuspenseBooking booking,
        HttpContext http, CancellationToken cancellation)
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

        List<Guid> closings = [];
        foreach (var value in form["closing"])
        {
            if (!Guid.TryParse(value, out var id))
            {
                return TypedResults.BadRequest();
            }

            closings.Add(id);
        }

        var came = form.ContainsKey("anew")
            ? Moved(await booking.DateAnewAsync(owner, cancellation))
            : Told(await booking.BookAsync(owner, closings, http.User.Identity!.Name!, cancellation));
        return TypedResults.LocalRedirect($"{SuspensePage.AddressOf(number.ToString())}&{came}");
    }

    private static string Moved(int vouchers) => string.Create(CultureInfo.InvariantCulture, $"moved={vouchers}");

    private static string Told(BookingOver outcome) => outcome switch
    {
        BookingOver.Planned(var vouchers, { IsEmpty: true }) => string.Create(CultureInfo.InvariantCulture, $"planned={vouchers}"),
        BookingOver.Planned(var vouchers, { Length: var closed }) =>
            string.Create(CultureInfo.InvariantCulture, $"planned={vouchers}&closed={closed}"),
        BookingOver.Unread => "failed=unread",
        _ => "failed=changed",
    };
}
