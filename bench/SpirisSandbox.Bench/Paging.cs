using System.Diagnostics;
using System.Text.Json;
using SpirisSandbox.Demo;

namespace SpirisSandbox.Bench;

/// <summary>The time of a page at the beginning and at the end of a long list: the last must cost what the first does.</summary>
internal static class Paging
{
    private const int PageSize = 1_000;
    private const int Compared = 20;

    public static async Task<bool> MeasureAsync(int vouchers)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Seed(new MadeUpVouchers(BenchClient.Restaurant, vouchers));
        using var client = BenchClient.Of(sandbox, sandbox.Address);
        var seen = new HashSet<Guid>();
        for (var page = 1; page <= vouchers / PageSize; page++)
        {
            seen.UnionWith(await PageAsync(client, page));
        }

        // First and last take turns, since others use the machine too.
        var (firsts, lasts) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Compared; round++)
        {
            firsts.Add(await TimeAsync(client, 1));
            lasts.Add(await TimeAsync(client, vouchers / PageSize));
        }

        var (first, last) = (Median(firsts), Median(lasts));
        Console.WriteLine($"GET /vouchers, {vouchers:N0} vouchers in pages of {PageSize:N0}, median of {Compared}:");
        Console.WriteLine($"  first {first:0.0} ms   last {last:0.0} ms   ratio {last / first:0.00}");
        Console.WriteLine($"  different vouchers seen {seen.Count:N0}");
        return seen.Count == vouchers;
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient client, int page)
    {
        var start = Stopwatch.GetTimestamp();
        await PageAsync(client, page);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<IReadOnlyList<Guid>> PageAsync(HttpClient client, int page)
    {
        var path = new Uri($"/v2/vouchers?$page={page}&$pagesize={PageSize}", UriKind.Relative);
        var body = await client.GetByteArrayAsync(path);
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("Data").EnumerateArray()
            .Select(voucher => voucher.GetProperty("Id").GetGuid())];
    }

    private static double Median(IEnumerable<TimeSpan> times) =>
        times.Order().ElementAt(Compared / 2).TotalMilliseconds;
}
