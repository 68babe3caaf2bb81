using System.Globalization;

namespace SpirisSandbox.Pages;

/// <summary>Reads the fields of a form as what they are; a field that is missing or makes no sense is null.</summary>
internal static class FormFields
{
    private const string SavedMark = "saved";

    /// <summary>The text without space around it; empty when there is none.</summary>
    public static string Text(this IFormCollection form, string name) => form[name].ToString().Trim();

    /// <summary>A browser sends nothing for a box that is not ticked.</summary>
    public static bool IsTicked(this IFormCollection form, string name) => form[name].Count > 0;

    public static int? Whole(this IFormCollection form, string name) =>
        int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? Id(this IFormCollection form, string name) =>
        Guid.TryParse(form.Text(name), out var id) ? id : null;

    /// <summary>A date as a browser sends it, <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly? Date(this IFormCollection form, string name) => Exact(form.Text(name), "yyyy-MM-dd");

    /// <summary>The first day of a month as a browser sends it, <c>yyyy-MM</c>.</summary>
    public static DateOnly? Month(this IFormCollection form, string name) => Exact(form.Text(name), "yyyy-MM");

    /// <summary>Back to a page that then says that the form was saved.</summary>
    public static PageAnswer Saved(string path) =>
        new PageAnswer.SeeOther(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + SavedMark + "=1");

    /// <summary>Whether a page was come to by <see cref="Saved"/>.</summary>
    public static bool WasSaved(this HttpContext context) => context.Request.Query.ContainsKey(SavedMark);

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
