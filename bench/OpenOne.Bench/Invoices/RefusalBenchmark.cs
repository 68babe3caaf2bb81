using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.Bench.Delivery;

namespace OpenOne.Bench.Invoices;

/// <summary>How long a cashier waits to be told that a receipt cannot become an invoice.</summary>
/// <remarks>From the request to the last byte, with all that Spiris is asked meanwhile: the time after Spiris' answer is less. The
/// promise is one second after that answer. Each answer is held first against the sentence that it must be.</remarks>
internal static class RefusalBenchmark
{
    private const double Limit = 1000;
    private static readonly Uri _invoices = new("/api/v1/invoices", UriKind.Relative);

    private static readonly (string What, string Problem, Action<JsonObject> Change)[] _refusals =
    [
        ("customer unknown", "/problems/customer-unknown", receipt => receipt["customer"] = new JsonObject { ["customerNumber"] = "4711" }),
        ("period locked, told by Spiris", "/problems/period-locked", receipt => receipt["businessDate"] = "2019-01-01"),
        ("tip not allowed", "/problems/tip-not-allowed", receipt => receipt["tip"] = 150.00m),
    ];

    /// <returns>0, or 1 when an answer is slower than it should be or another than it should be.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        await using var restaurants = await Restaurants.StartAsync();
        var restaurant = Restaurants.Evenings[0].Company;
        await using (var db = await restaurants.Product.OpenAsync())
        {
            (await db.Companies.SingleAsync(company => company.OrganisationNumber == restaurant))
                .ChooseInvoicing(invoicesInSpiris: true, allowsTip: false, usesOrders: false, InvoiceSending.LeftToPeople);
            await db.SaveChangesAsync();
        }

        var wrong = 0;
        var rounds = quick ? 20 : 200;
        var journal = restaurants.Sandbox.Journal;
        Console.WriteLine($"| {rounds} receipts each | p50 ms | p99 ms | calls to Spiris a receipt |\n|---|---:|---:|---:|");
        foreach (var (what, problem, change) in _refusals)
        {
            var times = new List<double>();
            for (var round = -rounds / 4; round < rounds; round++)
            {
                if (round == 0)
                {
                    journal.Clear();
                }

                var receipt = Receipt($"{what} {round}");
                change(receipt);
                var began = Stopwatch.GetTimestamp();
                using var answer = await restaurants.Till(restaurant).PostAsJsonAsync(_invoices, receipt);
                var said = await answer.Content.ReadFromJsonAsync<JsonObject>();
                var taken = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                if (answer.StatusCode != HttpStatusCode.UnprocessableEntity || (string?)said?["type"] != problem)
                {
                    Console.Error.WriteLine($"{what}: {answer.StatusCode} {said?.ToJsonString()}, so nothing is measured.");
                    return 1;
                }

                if (round >= 0)
                {
                    times.Add(taken);
                }
            }

            times.Sort();
            var slow = times[(int)(times.Count * 0.99)];
            wrong += slow > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:0.0} | {slow:0.0} | {journal.Entries.Count / (double)rounds:0.0} |"));
        }

        return wrong == 0 ? 0 : 1;
    }

    private static JsonObject Receipt(string number) => (JsonObject)JsonNode.Parse(
        $$"""
        {
          "register": "EXEMPEL1", "businessDate": "2026-11-20", "receiptNumber": "{{number}}", "soldAt": "2026-11-20T13:20:05+01:00",
          "customer": { "customerNumber": "1001", "name": "Kontorsbolaget AB", "organisationNumber": "559244-0001", "postalCode": "111 22", "city": "Stockholm" },
          "lines": [{ "productGroup": "food", "text": "Lunch", "quantity": 14, "gross": 1694.00, "vat": 181.50, "vatRate": 12 }],
          "total": 1694.00
        }
        """)!;
}
