using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.Bench.Ingest;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;

namespace OpenOne.Bench.Pages;

/// <summary>How long the pages about closings that wait take in a large organisation: 1 000 companies, one of which has 400 closings
/// to approve.</summary>
/// <remarks>From the request to the last byte over loopback, which is more than the server's own time.</remarks>
internal static partial class WaitingPagesBenchmark
{
    private const int Companies = 1_000;
    private const int Closings = 400;
    private const double Limit = 100;

    private static readonly DateOnly _first = new(2026, 1, 1);
    private static readonly string _company = MadeUpEvening.Z1284.Company.ToString();

    private static readonly string[] _pages =
    [
        "/closings", $"/closings?company={_company}", $"/finance/approvals?company={_company}",
        $"/finance/dry-run?company={_company}&first=2026-03-01&last=2026-03-31", $"/finance/suspense?company={_company}",
        $"/finance/back-fill?company={_company}",
    ];

    /// <returns>0, or 1 when a page is slower than it should be.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        await using var product = await Product.StartAsync();
        await FillAsync(product);
        using var http = new HttpClient { BaseAddress = product.Address };
        await SignInAsync(http);
        var slow = 0;
        Console.WriteLine($"| {Companies} companies, {Closings} closings to approve | p50 ms | p99 ms | kB |\n|---|---:|---:|---:|");
        foreach (var page in _pages)
        {
            var (times, length) = await MeasureAsync(http, new Uri(page, UriKind.Relative), quick ? 60 : 400);
            slow += times[(int)(times.Count * 0.99)] > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{page}` | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.99)]:0.0} | {length / 1000} |"));
        }

        return slow == 0 ? 0 : 1;
    }

    private static async Task<(List<double> Times, int Length)> MeasureAsync(HttpClient http, Uri page, int rounds)
    {
        var (times, length) = (new List<double>(), 0);
        for (var round = -rounds / 4; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(page);
            length = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        return (times, length);
    }

    private static async Task SignInAsync(HttpClient http)
    {
        var form = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        
        // The form that changes the language stands before it, and has a token as well; both are good for either.
        var fields = Hidden().Matches(form).GroupBy(match => match.Groups[1].Value)
            .ToDictionary(same => same.Key, same => same.Last().Groups[2].Value);
        foreach (Match named in Named().Matches(form))
        {
            fields[named.Groups[1].Value] = named.Groups[1].Value.EndsWith("Email", StringComparison.Ordinal)
                ? "demo@openone.example"
                : "demo-Kassa-1284";
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/closings")
        {
            throw new InvalidOperationException("Nobody was signed in, so nothing is measured.");
        }
    }

    private static async Task FillAsync(Product product)
    {
        product.RestLanes();
        using (var till = new HttpClient { BaseAddress = product.Address })
        {
            till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", product.ApiKey);
            for (var number = 1; number <= Closings; number++)
            {
                await SubmitAsync(till, number);
            }
        }

        await using var db = await product.OpenAsync();
        var company = await db.Companies.SingleAsync(row => row.OrganisationNumber == MadeUpEvening.Z1284.Company);
        company.ChooseTransfer(syncSales: true, _first, VoucherSeries.Parse("A"));
        company.ChooseMode(TransferMode.ApproveFirst);
        for (var i = 0; i < Companies - 2; i++)
        {
            db.Companies.Add(new Company { OrganisationId = company.OrganisationId, OrganisationNumber = Number(i), Name = $"Restaurang {i:0000} AB" });
        }

        await db.SaveChangesAsync();
        var deliveries = await db.Deliveries.ToListAsync();
        foreach (var item in await LanePreview.ReadAsync(db, company, deliveries, CancellationToken.None))
        {
            var voucher = LaneDecision.Compose(item) is Composition.Composed(var made)
                ? made
                : throw new InvalidOperationException("A closing does not compose, so nothing is measured.");
            item.Delivery.AwaitApproval(voucher, item.Mapping!.Version, DateTimeOffset.UnixEpoch);
        }

        await db.SaveChangesAsync();
    }

    private static async Task SubmitAsync(HttpClient till, int number)
    {
        var document = (JsonObject)JsonNode.Parse(ClosingDocuments.Make(MadeUpEvening.Z1284, number))!;
        document["businessDate"] = _first.AddDays(number / 2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var body = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await till.PostAsync(new Uri("/api/v1/closings", UriKind.Relative), body);
        if (answer.StatusCode is not HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"Z {number} was not taken in: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>A number whose check digit is right (Luhn).</summary>
    private static OrganisationNumber Number(int i)
    {
        var nine = $"5591{i:00000}";
        for (var check = 0; check < 10; check++)
        {
            if (OrganisationNumber.TryParse($"{nine}{check}", out var number))
            {
                return number;
            }
        }

        throw new InvalidOperationException($"{nine} has no check digit.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*(?:Email|Password))\"")]
    private static partial Regex Named();
}
