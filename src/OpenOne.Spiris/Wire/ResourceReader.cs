using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Wire;

/// <summary>Reads single things and whole lists, and tells what came of it.</summary>
internal sealed class ResourceReader(AuthorisedCalls calls)
{
    // The most that Spiris gives at a time.
    private const int PageSize = 1000;

    /// <summary>Reads one thing.</summary>
    internal Task<SpirisAnswer<T>> ReadAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken cancellation)
        where T : class => ReadAsync(path, QuotaUse.Work, shape, cancellation);

    private async Task<SpirisAnswer<T>> ReadAsync<T>(
        string path, QuotaUse use, JsonTypeInfo<T> shape, CancellationToken cancellation)
        where T : class
    {
        var exchange = await calls.GetAsync(path, use, cancellation);
        return exchange is Exchange.Answered { Status: HttpStatusCode.OK } answer
            ? Parse(answer, shape)
            : NotRead<T>(exchange);
    }

    /// <summary>Reads a list, all pages of it, or says why not: part of a list is never given out.</summary>
    /// <param name="path">Without paging.</param>
    /// <param name="query">Further query, beginning with an ampersand; or empty.</param>
    /// <param name="shape">How a page is read.</param>
    /// <param name="identity">What tells two items apart.</param>
    /// <param name="use">What it is for. Only the first page waits its turn as that: a list that was begun is read to its end.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<SpirisAnswer<SpirisList<T>>> ReadListAsync<T, TKey>(
        string path, string query, JsonTypeInfo<Page<T>> shape, Func<T, TKey> identity,
        QuotaUse use, CancellationToken cancellation)
        where TKey : notnull
    {
        var items = new OrderedDictionary<TKey, T>();
        var (asOf, expected) = (DateTimeOffset.MaxValue, 0);
        for (var (number, pages) = (1, 1); number <= pages; number++)
        {
            var answer = await ReadAsync(
                PathOf(path, number, query), number == 1 ? use : QuotaUse.Work, shape, cancellation);
            if (answer is not SpirisAnswer<Page<T>>.Read(var page))
            {
                return answer.Map<SpirisList<T>>(_ => throw new UnreachableException("The page was not read."));
            }

            foreach (var item in page.Data)
            {
                items[identity(item)] = item;
            }

            // Of an empty list the number of pages may be 0; and a page beyond the end is the end, whatever it says.
            pages = page.Data.IsEmpty ? 0 : page.Meta.TotalNumberOfPages;
            expected = number == 1 ? page.Meta.TotalNumberOfResults : expected;
            asOf = page.Meta.ServerTimeUtc < asOf ? page.Meta.ServerTimeUtc : asOf;
        }

        // Between two pages an item can slip onto a page that has been read already. Then fewer come than were
        // promised, and nobody may conclude that something is not there.
        return items.Count >= expected
            ? new SpirisAnswer<SpirisList<T>>.Read(new([.. items.Values], asOf))
            : new SpirisAnswer<SpirisList<T>>.Unavailable(
                $"The list changed while it was read: Spiris promised {expected} and gave {items.Count}.");
    }

    private static string PathOf(string path, int number, string query) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?$page={number}&$pagesize={PageSize}{query}");

    internal static SpirisAnswer<T> Parse<T>(Exchange.Answered answer, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(answer.Body.Span, shape) ?? throw new JsonException("It is null.");
            return new SpirisAnswer<T>.Read(value);
        }
        catch (JsonException unreadable)
        {
            return new SpirisAnswer<T>.Unavailable($"Spiris' answer cannot be read: {unreadable.Message}");
        }
    }

    internal static SpirisAnswer<T> NotRead<T>(Exchange exchange) => exchange switch
    {
        Exchange.NoAccess(var problem) => new SpirisAnswer<T>.AccessLost(problem),
        Exchange.NotSent(var problem, var retryAfter) => new SpirisAnswer<T>.Unavailable(problem, retryAfter),
        Exchange.Lost(var problem) => new SpirisAnswer<T>.Unavailable(problem),
        Exchange.Answered { Error.Code: ErrorTable.NotAuthorized } answer =>
            new SpirisAnswer<T>.AccessLost(answer.Described),
        Exchange.Answered answer when IsRefusal(answer) =>
            new SpirisAnswer<T>.Refused(answer.Error.Code, answer.Described),
        Exchange.Answered answer => new SpirisAnswer<T>.Unavailable(answer.Described, answer.RetryAfter),
        _ => throw new UnreachableException("The cases of Exchange are closed."),
    };

    /// <summary>A 4xx, unless it is one that time alone takes away.</summary>
    private static bool IsRefusal(Exchange.Answered answer) =>
        answer.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            and not HttpStatusCode.TooManyRequests
        && answer.Error.Code is not ErrorTable.TooManyRequests;
}
