using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Invoices;

/// <summary><c>POST /finance/invoices/articles</c>: which of the company's own articles a product group is to stand on.</summary>
internal static class ChooseArticle
{
    private const string Path = $"{InvoicesPage.Path}/articles";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string article, [FromForm] string? number, CurrentOrganisation current, BackOfficeDb db,
        ArticleChoices choices, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var known)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(row => row.OrganisationNumber == known, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var choosing = await choices.ChooseAsync(
            owner.Id, article, number, http.User.Identity!.Name!, Moments.Today(clock), cancellation);
        return TypedResults.LocalRedirect($"{InvoicesPage.AddressOf(known.ToString())}&article={choosing.GetType().Name}#articles");
    }
}
