using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Localization;

[assembly: NeutralResourcesLanguage("en")]

namespace OpenOne.BackOffice.Pages.Language;

/// <summary>The languages of the pages: English, and Swedish.</summary>
internal static class Languages
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Swedish { get; } = CultureInfo.GetCultureInfo("sv");

    /// <summary>The language that the switch in the header offers.</summary>
    public static CultureInfo Other => IsSwedish(CultureInfo.CurrentUICulture) ? English : Swedish;

    /// <summary>Whether a culture is read as Swedish.</summary>
    public static bool IsSwedish(CultureInfo culture) => culture.TwoLetterISOLanguageName == "sv";

    /// <summary>The user's choice first, then what the browser asks for, then English.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(English);
        options.SupportedCultures = [English, Swedish];
        options.SupportedUICultures = [English, Swedish];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
            [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
