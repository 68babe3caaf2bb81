using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace OpenOne.BackOffice.Pages.Organisations;

/// <summary><c>POST /organisation</c>: goes over to another organisation that the user belongs to.</summary>
internal static class ChooseOrganisation
{
    public const string Path = "/organisation";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, Handle).WithMetadata(new OrganisationOfRequest.Needed());

    private static Results<RedirectHttpResult, NotFound> Handle(
        [FromForm] Guid organisation, CurrentOrganisation current, HttpContext http)
    {
        if (current.Places.All(place => place.OrganisationId != organisation))
        {
            return TypedResults.NotFound();
        }

        http.Response.Cookies.Append(OrganisationOfRequest.Cookie, organisation.ToString(), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });

        // To the first page: what was open belongs to the organisation that was left.
        return TypedResults.LocalRedirect("/");
    }
}
