using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary><c>POST /finance/account-mapping/accept</c>: accounts for what was seen and has none, one by one or several at once.</summary>
internal static class AcceptKeys
{
    private const string Path = $"{MappingPage.Path}/accept";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, IFormCollection form, CurrentOrganisation current, BackOfficeDb db,
        MappingAddition addition, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await CompanyChoice.FindAsync(db, current.Id, company, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var done = "nothing";
        if (Rows(form) is { Count: > 0 } rows)
        {
            var added = await addition.AddAsync(owner, rows, Moments.Today(clock), http.User.Identity!.Name!, cancellation);
            done = added ? "accepted" : "busy";
        }

        return TypedResults.LocalRedirect($"{MappingPage.AddressOf(owner.OrganisationNumber.ToString())}&done={done}");
    }

    /// <summary>The rows that were chosen: the one whose button was pressed, or those that are ticked. What has no account that is
    /// one is left where it is.</summary>
    private static Dictionary<MappingKey, AccountNumber> Rows(IFormCollection form)
    {
        var (only, rows) = (form["only"].ToString(), new Dictionary<MappingKey, AccountNumber>());
        foreach (var text in only.Length > 0 ? [only] : form["take"].OfType<string>())
        {
            if (MappingKeyText.Read(text) is { } key
                && MappingInput.ReadAccount(form[MappingLine.FieldOf(key)].ToString().Trim()) is { } account)
            {
                rows[key] = account;
            }
        }

        return rows;
    }
}
