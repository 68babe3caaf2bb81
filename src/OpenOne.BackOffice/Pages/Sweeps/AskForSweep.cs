using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Sweeps;

/// <summary><c>POST /finance/reconciliation/check</c>: the button <b>Check now</b>.</summary>
internal static class AskForSweep
{
    private const string Path = $"{SweepsPage.Path}/check";

    /// <summary>The longest period: a fiscal year may be 18 months (bokföringslagen 3 kap 3 §), and one may want the year before too.</summary>
    private const int MaxMonths = 36;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string? first, [FromForm] string? last, CurrentOrganisation current,
        BackOfficeDb db, SweepDesk desk, HttpContext http, CancellationToken cancellation)
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

        var answer = "period";
        if (ReadDay(first) is { } from && ReadDay(last) is { } to && from <= to && from.AddMonths(MaxMonths) > to)
        {
            var request = new SweepRequest(owner.Id, from, to, http.User.Identity!.Name!);
            var authorised = await db.Connections.AnyAsync(
                connection => connection.CompanyId == owner.Id && connection.State == ConnectionState.Authorised, cancellation);
            answer = !authorised ? "no-access" : desk.Ask(request) ? "yes" : "busy";
        }

        return TypedResults.LocalRedirect($"{SweepsPage.AddressOf(number.ToString())}&asked={answer}");
    }

    /// <summary>A day that anybody can mean: from before it no ledger is kept (bokföringslagen 7 kap 2 §: seven years).</summary>
    private static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2010 and < 2100
            ? day
            : null;
}
