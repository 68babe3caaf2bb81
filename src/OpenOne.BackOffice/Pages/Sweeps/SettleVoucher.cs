using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Sweeps;

/// <summary><c>POST /finance/reconciliation/settle</c>: a person has reversed a voucher that should not stand in the books.</summary>
internal static class SettleVoucher
{
    private const string Path = $"{SweepsPage.Path}/settle";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string? voucher, CurrentOrganisation current, BackOfficeDb db,
        VoucherDecisions decisions, HttpContext http, CancellationToken cancellation)
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

        // Where somebody else was quicker, the page shows what is true now.
        await decisions.SettleAsync(owner.Id, voucher ?? "", http.User.Identity!.Name!, cancellation);
        return TypedResults.LocalRedirect(SweepsPage.AddressOf(number.ToString()));
    }
}
