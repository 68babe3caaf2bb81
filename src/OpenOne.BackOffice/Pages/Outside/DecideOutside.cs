using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Outside;

/// <summary><c>POST /finance/duplicates/decide</c>: what a person has decided about a day that others may have booked.</summary>
internal static class DecideOutside
{
    /// <summary>The voucher of others books the day.</summary>
    public const string Link = "link";

    /// <summary>It does not: ours is to be sent.</summary>
    public const string Send = "send";

    /// <summary>Both stand there, and one of them has been reversed.</summary>
    public const string Reversed = "reversed";

    private const string Path = $"{OutsidePage.Path}/decide";

    /// <summary>More closings than a company has on one day.</summary>
    private const int MaxClosings = 500;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string? choice, [FromForm] string? voucher, [FromForm] Guid[] closings,
        CurrentOrganisation current, BackOfficeDb db, VoucherDecisions decisions, HttpContext http, CancellationToken cancellation)
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

        if (choice is not (Link or Send or Reversed) || closings.Length is 0 or > MaxClosings || string.IsNullOrEmpty(voucher))
        {
            return TypedResults.BadRequest();
        }

        // Only the company's own closings, whatever the form says.
        var own = await db.Deliveries.Where(delivery => delivery.CompanyId == owner.Id && delivery.Ordinal == 0 && closings.Contains(delivery.ClosingId))
            .Select(delivery => delivery.ClosingId).ToListAsync(cancellation);
        var done = own.Count == closings.Distinct().Count();
        foreach (var closing in own)
        {
            done &= choice switch
            {
                Link => await decisions.ChooseAsync(new(closing, 0), voucher, http.User.Identity!.Name!, cancellation),
                Send => await decisions.SendAsync(new(closing, 0), http.User.Identity!.Name!, cancellation),
                _ => await decisions.DismissAsync(closing, voucher, http.User.Identity!.Name!, cancellation),
            };
        }

        var answer = !done ? "changed" : choice switch { Link => "linked", Send => "sent", _ => "reversed" };
        return TypedResults.LocalRedirect($"{OutsidePage.AddressOf(number.ToString())}&answer={answer}");
    }
}
