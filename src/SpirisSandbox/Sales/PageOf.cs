using System.Globalization;

namespace SpirisSandbox.Sales;

/// <summary>One page of a list on the screen.</summary>
/// <param name="Page">Its number, from 1.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Records, int Page, int Pages);

/// <summary>Cuts lists into pages for the screen.</summary>
internal static class Paging
{
    private const int Size = 50;

    public static PageOf<T> NewestFirst<T>(HttpContext context, IReadOnlyList<T> all)
    {
        var pages = Math.Max(1, (all.Count + Size - 1) / Size);
        var page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, pages)
            : 1;
        return new PageOf<T>([.. all.Reverse().Skip((page - 1) * Size).Take(Size)], page, pages);
    }
}
