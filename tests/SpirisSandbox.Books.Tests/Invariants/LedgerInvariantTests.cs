using System.Text.Json.Nodes;
using FsCheck.Xunit;
using SpirisSandbox.Books.Tests.Driving;
using SpirisSandbox.Books.Tests.Sie;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Books.Tests.Invariants;

/// <summary>What holds whatever is done to the books, in whatever order, by good and bad requests.</summary>
/// <remarks>
/// The expected balances are summed here, from the vouchers as the API lists them, and not by the sandbox's own sums.
/// </remarks>
public sealed class LedgerInvariantTests
{
    [Property(Arbitrary = [typeof(Workloads)], MaxTest = 40)]
    public async Task The_books_agree_with_themselves(Workload workload)
    {
        await using var books = await OpenBooks.OpenAsync();
        var worker = new Worker(books);
        foreach (var deed in workload.Deeds)
        {
            await worker.DoAsync(deed);
        }

        var vouchers = (await books.Api.GetAsync("/vouchers?$pagesize=1000")).Data;
        vouchers.Count.ShouldBe(worker.Promised, "every promised voucher is there, and no other");
        ShouldBalance(vouchers);
        ShouldHaveNoGaps(books.Company.Vouchers.ToArray());
        foreach (var year in new[] { 2025, 2026, 2027 })
        {
            await ShouldAgreeAsync(books, Expected(vouchers, worker.Opened, year), year);
        }
    }

    private static void ShouldBalance(JsonArray vouchers)
    {
        foreach (var rows in vouchers.Select(voucher => voucher!["Rows"]!.AsArray()))
        {
            Sum(rows, "DebitAmount").ShouldBe(Sum(rows, "CreditAmount"));
            Sum(rows, "DebitAmount").ShouldBePositive();
        }
    }

    private static void ShouldHaveNoGaps(IReadOnlyList<VoucherApi> vouchers)
    {
        foreach (var series in vouchers.GroupBy(voucher => (voucher.FiscalYearId, voucher.NumberSeries)))
        {
            series.Select(voucher => voucher.Number).ShouldBe(Enumerable.Range(1, series.Count()));
        }
    }

    // Balance sheet accounts from all years so far, the result of earlier years on 2099, the rest from the year alone.
    private static SortedDictionary<long, decimal> Expected(JsonArray vouchers, Dictionary<long, long> opened, int year)
    {
        var balances = new SortedDictionary<long, decimal>();
        foreach (var (account, ore) in opened)
        {
            Add(account, ore / 100m);
        }

        foreach (var voucher in vouchers)
        {
            var booked = int.Parse(voucher!["VoucherDate"]!.GetValue<string>()[..4], System.Globalization.CultureInfo.InvariantCulture);
            foreach (var row in voucher["Rows"]!.AsArray().Where(_ => booked <= year))
            {
                var account = row!["AccountNumber"]!.GetValue<long>();
                Add(account < 3000 || booked == year ? account : 2099, Amount(row, "DebitAmount") - Amount(row, "CreditAmount"));
            }
        }

        return balances;

        void Add(long account, decimal amount) => balances[account] = balances.GetValueOrDefault(account) + amount;
    }

    private static async Task ShouldAgreeAsync(OpenBooks books, SortedDictionary<long, decimal> expected, int year)
    {
        var notZero = expected.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value)).ToArray();
        var told = (await books.Api.GetAsync($"/accountbalances/{year}-12-31?$pagesize=1000")).Data;
        told.Select(balance => (balance!["AccountNumber"]!.GetValue<long>(), Amount(balance, "Balance"))).ShouldBe(notZero);

        var file = await SieExportTests.ExportAsync(books, $"{year}-01-01", $"{year}-12-31");
        var ends = file.ClosingBalances.Concat(file.Results).Where(balance => balance.Year == 0).ToArray();
        ends.Select(balance => (balance.Account, balance.Amount)).OrderBy(pair => pair.Account).ShouldBe(notZero);
        ends.Sum(balance => balance.Amount).ShouldBe(0m);
        file.OpeningBalances.Where(balance => balance.Year == 0).Sum(balance => balance.Amount).ShouldBe(0m);

        var fromFile = file.OpeningBalances.Where(balance => balance.Year == 0)
            .Select(balance => (balance.Account, balance.Amount))
            .Concat(file.Vouchers.SelectMany(voucher => voucher.Rows).Select(row => (row.Account, row.Amount)))
            .GroupBy(pair => pair.Account)
            .Select(group => (group.Key, group.Sum(pair => pair.Amount)))
            .Where(pair => pair.Item2 != 0)
            .OrderBy(pair => pair.Key);
        fromFile.ShouldBe(notZero);
    }

    private static decimal Sum(JsonArray rows, string side) => rows.Sum(row => Amount(row!, side));

    private static decimal Amount(JsonNode node, string name) => node[name]!.GetValue<decimal>();
}
