using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;

namespace OpenOne.Bench.Delivery;

/// <summary>How fast a backlog leaves when only we set the pace.</summary>
internal static class Drain
{
    /// <summary>Takes in a backlog while delivery rests, lets it go, and prints how long that took.</summary>
    /// <returns>Whether each closing is in the books once.</returns>
    public static async Task<bool> RunAsync(int closings)
    {
        await using var restaurants = await Restaurants.StartAsync();
        var (product, journal) = (restaurants.Product, restaurants.Sandbox.Journal);
        product.RestLanes();
        for (var i = 0; i < closings; i++)
        {
            await restaurants.SubmitAsync(Restaurants.Evenings[i % Restaurants.Evenings.Count], 1_000_000 + i);
        }

        product.FreeLanes();
        journal.Clear();
        var start = Stopwatch.GetTimestamp();
        await using (var db = await product.OpenAsync())
        {
            var feed = product.Services.GetRequiredService<ClosingFeed>();
            db.Companies.Select(company => company.Id).ToList().ForEach(feed.Announce);
        }

        await restaurants.BookedAsync(closings);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var calls = journal.Entries.Where(entry => entry.Path.StartsWith("/v2/", StringComparison.Ordinal)).ToList();
        var vouchers = calls.Count(entry => entry is { Method: "POST", Path: "/v2/vouchers", Status: 201 or 200 });
        Console.WriteLine("| companies | closings | vouchers/s | calls a closing | 429 |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Restaurants.Evenings.Count} | {closings} | {closings / seconds:0} | {calls.Count / (double)closings:0.000} "
            + $"| {calls.Count(entry => entry.Status == 429)} |"));
        return vouchers == closings;
    }
}
