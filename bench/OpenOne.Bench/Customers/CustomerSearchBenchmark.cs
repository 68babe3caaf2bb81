using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Customers;
using OpenOne.Bench.Ingest;
using OpenOne.Domain.Customers;
using OpenOne.Testing;

namespace OpenOne.Bench.Customers;

/// <summary>How long a till waits for a search among 20 000 customers.</summary>
/// <remarks>From the request to the last byte over loopback, which is more than the server's own time. Each answer is held first
/// against the customers that the words stand in.</remarks>
internal static class CustomerSearchBenchmark
{
    private const int Customers = 20_000;
    private const double Limit = 50;

    private static readonly string[] _trades = ["Bygg", "Måleri", "El", "Åkeri", "Konsult", "Glas", "Redovisning", "Trädgård"];
    private static readonly string[] _cities = ["Stockholm", "Göteborg", "Malmö", "Umeå", "Örebro"];

    private static readonly (string What, string Query, Func<CustomerSight, bool> Sought)[] _searches =
    [
        ("the first page of all", "", _ => true),
        ("a name and a number", "search=glas+17773", customer => customer.Name.Contains("Glas", StringComparison.Ordinal)
            && (customer.Name.Contains("17773", StringComparison.Ordinal) || customer.PostalCode == "17773")),
        ("a word in an eighth of them", "search=m%C3%A5leri", customer => customer.Name.Contains("Måleri", StringComparison.Ordinal)),
        ("two words", "search=ume%C3%A5+bygg", customer => customer.City == "Umeå" && customer.Name.Contains("Bygg", StringComparison.Ordinal)),
        ("a customer number", "search=K19999", customer => customer.CustomerNumber == "K19999"),
        ("a word in none", "search=nonesuch", _ => false),
    ];

    /// <returns>0, or 1 when a search is slower than it should be or finds something else.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        await using var product = await Product.StartAsync();
        var all = Enumerable.Range(0, Customers).Select(Sight).ToList();
        await FillAsync(product, all);
        using var http = new HttpClient { BaseAddress = product.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", product.ApiKey);
        var wrong = 0;
        Console.WriteLine($"| {Customers} customers | p50 ms | p99 ms | found |\n|---|---:|---:|---:|");
        foreach (var (what, query, sought) in _searches)
        {
            var address = new Uri($"/api/v1/customers?limit=50&{query}", UriKind.Relative);
            var found = await CountAsync(http, address);
            var expected = Math.Min(50, all.Count(sought));
            if (found != expected)
            {
                Console.Error.WriteLine($"{what}: {found} were found and not {expected}, so nothing is measured.");
                return 1;
            }

            var times = await MeasureAsync(http, address, quick ? 60 : 400);
            wrong += times[(int)(times.Count * 0.99)] > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.99)]:0.0} | {found} |"));
        }

        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> CountAsync(HttpClient http, Uri address)
    {
        using var answer = JsonDocument.Parse(await http.GetByteArrayAsync(address));
        return answer.RootElement.GetProperty("customers").GetArrayLength();
    }

    private static async Task<List<double>> MeasureAsync(HttpClient http, Uri address, int rounds)
    {
        var times = new List<double>();
        for (var round = -rounds / 4; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(address);
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static async Task FillAsync(Product product, IReadOnlyList<CustomerSight> all)
    {
        await using var db = await product.OpenAsync();
        var company = await db.Companies.SingleAsync(row => row.OrganisationNumber == MadeUpEvening.Z1284.Company);
        foreach (var some in all.Chunk(2_000))
        {
            foreach (var sight in some)
            {
                var customer = new Customer { CompanyId = company.Id, SpirisId = sight.Id };
                customer.Take(sight, DateTimeOffset.UnixEpoch.AddMilliseconds(1));
                db.Customers.Add(customer);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static CustomerSight Sight(int i) => new(
        Guid.CreateVersion7().ToString(), $"K{i:00000}", $"{_trades[i % _trades.Length]} {i:00000} i {_cities[i % _cities.Length]} AB", null,
        false, true, $"faktura{i}@kund.example", $"Storgatan {i % 200}", $"{10000 + (i % 80000)}", _cities[i % _cities.Length], "SE",
        DateTimeOffset.UnixEpoch);
}
