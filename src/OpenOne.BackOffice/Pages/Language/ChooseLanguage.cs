using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace OpenOne.BackOffice.Pages.Language;

/// <summary><c>POST /language</c>: the language switch in the header. Remembered for a year, also before signing
/// in.</summary>
internal static class ChooseLanguage
{
    public const string Path = "/language";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, Handle).AllowAnonymous();

    private static RedirectHttpResult Handle([FromForm] string language, [FromForm] string? returnUrl, HttpContext http)
    {
        var culture = language == Languages.Swedish.Name ? Languages.Swedish : Languages.English;
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        return TypedResults.LocalRedirect(ReturnAddress.OrHome(returnUrl));
    }
}
