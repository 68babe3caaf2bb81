using System.Diagnostics;
using System.Text.Json;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Bench;

/// <summary>The time of a page at the beginning and at the end of a long list: the last must cost what the first does.</summary>
internal static class Paging
{
    private const int PageSize = 1_000;
    private const int Compared = 10;

    public static async Task<bool> MeasureAsync(Sandbox sandbox, int vouchers)
    {
        var company = sandbox.State.Company(BenchClient.Restaurant);
        Fill(company, vouchers);
        using var client = BenchClient.Of(sandbox, sandbox.Address);
        await PageAsync(client, 1);
        await PageAsync(client, vouchers / PageSize);

        var (times, seen) = (new List<TimeSpan>(), new HashSet<Guid>());
        for (var page = 1; page <= vouchers / PageSize; page++)
        {
            var start = Stopwatch.GetTimestamp();
            seen.UnionWith(await PageAsync(client, page));
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        var (first, last) = (Median(times.Take(Compared)), Median(times.TakeLast(Compared)));
        Console.WriteLine($"GET /vouchers, {vouchers:N0} vouchers in pages of {PageSize:N0}, median of {Compared} pages:");
        Console.WriteLine($"  first {first:0.0} ms   last {last:0.0} ms   ratio {last / first:0.00}");
        Console.WriteLine($"  different vouchers seen {seen.Count:N0}");
        return seen.Count == vouchers;
    }

    private static void Fill(Company company, int vouchers)
    {
        var now = TimeProvider.System.GetUtcNow();
        VoucherRowApi[] rows =
        [
            new() { AccountNumber = 1910, DebitAmount = 100 },
            new() { AccountNumber = 3001, CreditAmount = 100 },
        ];
        var booking = new Booking(new DateOnly(2026, 11, 20), "Dagskassa", "A", rows);
        company.Write(() =>
        {
            while (company.Vouchers.Count < vouchers)
            {
                company.Ledger.Book(booking, now);
            }
        });
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
