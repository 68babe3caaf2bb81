using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Customers;

/// <summary>What a till asks for: customers that a text is found in, or those that have changed.</summary>
/// <param name="Search">Words that all must be found in name, number, organisation number, e-mail or address; empty for all.</param>
/// <param name="ChangedSince">Only what has changed later than this; then deleted ones too.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Limit">How many customers at the most.</param>
internal sealed record CustomerQuery(string Search, DateTimeOffset? ChangedSince, CustomerQuery.Place? After, int Limit)
{
    /// <summary>The most customers that one page may hold.</summary>
    public const int MostAtATime = 500;

    /// <summary>How many it holds if nobody says.</summary>
    public const int UsualAtATime = 50;

    /// <summary>The last customer of a page, by what orders them.</summary>
    public sealed record Place(string Key, string SpirisId)
    {
        /// <summary>As it stands in an address.</summary>
        public string Text => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{SpirisId} {Key}"));

        /// <summary>Reads <see cref="Text"/>.</summary>
        public static Place? Read(string text)
        {
            try
            {
                var decoded = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
                var space = decoded.IndexOf(' ', StringComparison.Ordinal);
                return space > 0 ? new(decoded[(space + 1)..], decoded[..space]) : null;
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>A page of a company's customers.</summary>
    /// <returns>The customers, and where the next page begins if there is one.</returns>
    public async Task<(List<Customer> Customers, Place? Next)> ReadAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var sought = Sought(db.Customers.AsNoTracking().Where(customer => customer.CompanyId == companyId));
        var ordered = ChangedSince is null
            ? sought.OrderBy(customer => customer.SortName).ThenBy(customer => customer.SpirisId)
            : sought.OrderBy(customer => customer.ChangedAt).ThenBy(customer => customer.SpirisId);
        var customers = await ordered.Take(Limit + 1).ToListAsync(cancellation);
        if (customers.Count <= Limit)
        {
            return (customers, null);
        }

        customers.RemoveAt(Limit);
        var last = customers[^1];
        return (customers, new Place(ChangedSince is null ? last.SortName : Milliseconds(last.ChangedAt), last.SpirisId));
    }

    private IQueryable<Customer> Sought(IQueryable<Customer> customers)
    {
        if (ChangedSince is { } since)
        {
            customers = customers.Where(customer => customer.ChangedAt > since);
            if (After is { } after && TryReadMilliseconds(after.Key, out var moment))
            {
                customers = customers.Where(customer => customer.ChangedAt > moment
                    || (customer.ChangedAt == moment && TextOrder.IsBehind(customer.SpirisId, after.SpirisId)));
            }
        }
        else
        {
            customers = customers.Where(customer => customer.State != CustomerState.Gone);
            if (After is { } after)
            {
                customers = customers.Where(customer => TextOrder.IsBehind(customer.SortName, after.Key)
                    || (customer.SortName == after.Key && TextOrder.IsBehind(customer.SpirisId, after.SpirisId)));
            }
        }

        if (CustomerSearch.PersonalNumberIn(Search) is { } identity)
        {
            return customers.Where(customer => customer.Identity == identity);
        }

        foreach (var word in CustomerSearch.WordsOf(Search))
        {
            customers = customers.Where(customer => customer.SearchText.Contains(word));
        }

        return customers;
    }

    private static string Milliseconds(DateTimeOffset moment) =>
        moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static bool TryReadMilliseconds(string text, out DateTimeOffset moment)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        moment = read ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return read;
    }
}
