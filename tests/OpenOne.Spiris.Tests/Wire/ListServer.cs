using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace OpenOne.Spiris.Tests.Wire;

/// <summary>Answers with pages of a list, each with its own server time.</summary>
internal static class ListServer
{
    /// <summary>The server's clock at the first page; each further page is read a second later.</summary>
    public static readonly DateTimeOffset FirstPageAt = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Pages that never change.</summary>
    public static RawServer Of(params JsonNode[][] pages) => RawServer.Answering(request => Page(
        pages.ElementAtOrDefault(PageIn(request) - 1) ?? [],
        PageIn(request),
        pages.Length,
        pages.Sum(page => page.Length)));

    /// <summary>A page as Spiris sends it.</summary>
    public static string Page(JsonNode?[] items, int number, int pages, int results) => Http.Answer(200, new JsonObject
    {
        ["Meta"] = new JsonObject
        {
            ["CurrentPage"] = number,
            ["PageSize"] = 1000,
            ["TotalNumberOfPages"] = pages,
            ["TotalNumberOfResults"] = results,
            ["ServerTimeUtc"] = PageAt(number).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
        ["Data"] = new JsonArray([.. items.Select(item => item?.DeepClone())]),
    }.ToJsonString());

    private static DateTimeOffset PageAt(int number) => FirstPageAt.AddSeconds(number - 1);

    /// <summary>Which page a request asks for.</summary>
    public static int PageIn(RawRequest request) =>
        int.Parse(QueryOf(request)["$page"]!, CultureInfo.InvariantCulture);

    /// <summary>The query of a request, decoded.</summary>
    public static System.Collections.Specialized.NameValueCollection QueryOf(RawRequest request) =>
        HttpUtility.ParseQueryString(request.Line[(request.Line.IndexOf('?', StringComparison.Ordinal) + 1)..]);
}
