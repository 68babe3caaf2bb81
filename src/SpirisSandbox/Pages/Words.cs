using System.Globalization;

namespace SpirisSandbox.Pages;

/// <summary>Every text of the pages in English and Swedish. A subject adds its own in a part of this class.</summary>
/// <remarks>
/// The Swedish names of menus are those of the real program, as the guide of the integration uses them.
/// </remarks>
public sealed partial class Words
{
    private Words(CultureInfo culture) => Culture = culture;

    /// <summary>How dates and amounts are written.</summary>
    public CultureInfo Culture { get; }

    public string Language => Culture.TwoLetterISOLanguageName;

    public string SandboxNotice => Say(
        "This is a sandbox: nothing here is real bookkeeping.",
        "Det här är en sandlåda: inget här är riktig bokföring.");

    public string Menu => Say("Menu", "Meny");

    public string Accounting => Say("Accounting", "Bokföring");

    public string Vouchers => Say("Vouchers", "Verifikationer");

    public string ChangeCompany => Say("Change company", "Byt företag");

    public string SignOut => Say("Sign out", "Logga ut");

    public string Previous => Say("Previous", "Föregående");

    public string Next => Say("Next", "Nästa");

    public string Page(int page, int pages) => Say($"Page {page} of {pages}", $"Sida {page} av {pages}");

    /// <summary>An amount with two decimals, and nothing for zero.</summary>
    public string Kronor(decimal amount) => amount == 0 ? "" : amount.ToString("N2", Culture);

    /// <summary>The language the browser likes best of the two; English when it likes neither.</summary>
    public static Words For(HttpContext? context)
    {
        var likesBest = context?.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => IsOf(language, "sv") || IsOf(language, "en"));
        var culture = likesBest is not null && IsOf(likesBest, "sv") ? "sv-SE" : "en-GB";
        return new Words(CultureInfo.GetCultureInfo(culture));
    }

    private static bool IsOf(string language, string tag) =>
        language.StartsWith(tag, StringComparison.OrdinalIgnoreCase);

    private string Say(string english, string swedish) => Language == "sv" ? swedish : english;
}
