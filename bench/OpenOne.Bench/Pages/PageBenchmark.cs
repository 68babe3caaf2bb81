using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;
using OpenOne.Bench.Ingest;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Bench.Pages;

/// <summary>How long the pages of a large organisation take: 1 000 companies, one of them with 500 rows of mapping.</summary>
/// <remarks>From the request to the last byte over loopback, which is more than the server's own time.</remarks>
internal static partial class PageBenchmark
{
    private const int Companies = 1_000;
    private const int Rows = 500;
    private const int Accounts = 1_200;
    private const double Limit = 100;

    private static readonly string[] _pages =
    [
        "/finance", "/finance/account-mapping?company=559998-1239", "/finance/account-mapping/history?company=559998-1239",
        "/finance/account-mapping/import?company=559998-1239", "/finance/account-mapping/default",
        "/finance/account-mapping/accounts?company=559998-1239&search=sales", "/finance/profit-units?company=559998-1239",
        "/closings", "/integrations/finance/visma-ecom?company=559998-1239",
    ];

    /// <returns>0, or 1 when a page is slower than it should be.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        await using var product = await Product.StartAsync();
        await FillAsync(product);
        using var http = new HttpClient { BaseAddress = product.Address };
        await SignInAsync(http);
        var slow = 0;
        Console.WriteLine($"| {Companies} companies, {Rows} rows, {Accounts} accounts | p50 ms | p99 ms | kB |\n|---|---:|---:|---:|");
        foreach (var page in _pages)
        {
            var (times, length) = await MeasureAsync(http, new Uri(page, UriKind.Relative), quick ? 60 : 400);
            slow += times[(int)(times.Count * 0.99)] > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{page.Split('?')[0]}` | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.99)]:0.0} | {length / 1000} |"));
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
        fields["Email"] = "demo@openone.example";
        fields["Password"] = "demo-Kassa-1284";
        foreach (Match named in Named().Matches(form))
        {
            fields[named.Groups[1].Value] = named.Groups[1].Value.EndsWith("Email", StringComparison.Ordinal) ? fields["Email"] : fields["Password"];
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
        await using var db = await product.OpenAsync();
        var krogen = await db.Companies.SingleAsync(company => company.OrganisationNumber == OrganisationNumber.Parse("559998-1239"));
        for (var i = 0; i < Companies - 2; i++)
        {
            db.Companies.Add(new Company
            {
                OrganisationId = krogen.OrganisationId, OrganisationNumber = Number(i), Name = $"Restaurang {i:0000} AB",
            });
        }

        var groups = Enumerable.Range(0, Rows).Select(i => new MappingKey.Sales(new($"group-{i:000}"), VatRate.All[i % 3])).ToList();
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = krogen.Id,
            Version = 2,
            CreatedBy = "bench",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows = [.. groups.Select((key, i) => new MappingRow { Key = key, Account = AccountNumber.From(3000 + i) })],
        });
        db.SeenKeys.AddRange(groups.Select((key, i) => new SeenKey
        {
            CompanyId = krogen.Id, Key = key, Name = $"Varugrupp {i:000}", FirstSeenAt = DateTimeOffset.UnixEpoch,
        }));
        var year = new BooksYear
        {
            CompanyId = krogen.Id, Id = Guid.CreateVersion7(), FirstDay = new(2020, 1, 1), LastDay = new(2099, 12, 31), IsLocked = false,
            ChartReadAt = DateTimeOffset.UnixEpoch,
        };
        db.BooksYears.Add(year);
        db.BooksAccounts.AddRange(Enumerable.Range(0, Accounts).Select(i => new BooksAccount
        {
            CompanyId = krogen.Id, YearId = year.Id, Number = AccountNumber.From(2500 + i), Name = $"Försäljning (sales) {i:0000}", IsActive = true,
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>A number whose check digit is right (Luhn).</summary>
    private static OrganisationNumber Number(int i)
    {
        var nine = $"5590{i:00000}";
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
