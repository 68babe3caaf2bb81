using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Accounting;

public sealed class AccountBalanceTests
{
    [Fact]
    public async Task A_balance_is_the_sum_of_the_vouchers_up_to_and_with_the_day()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-03-01", (1910, 100m), (3001, -100m)));
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-03-02", (1910, 40m), (3001, -40m)));

        (await BalanceAsync(books, 1910, "2026-02-28")).ShouldBe(0m);
        (await BalanceAsync(books, 1910, "2026-03-01")).ShouldBe(100m);
        (await BalanceAsync(books, 1910, "2026-12-31")).ShouldBe(140m);
        (await BalanceAsync(books, 3001, "2026-12-31")).ShouldBe(-140m);
    }

    [Fact]
    public async Task A_new_year_starts_from_the_old_one_and_its_result_is_kept_apart()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2025-12-31", (1910, 100m), (3001, -100m)));

        (await BalanceAsync(books, 1910, "2026-01-01")).ShouldBe(100m);
        (await BalanceAsync(books, 3001, "2026-01-01")).ShouldBe(0m);
        (await BalanceAsync(books, 2099, "2026-01-01")).ShouldBe(-100m);
    }

    [Fact]
    public async Task Accounts_at_zero_are_listed_only_for_a_filter_that_asks_for_them()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-03-01", (1910, 100m), (3001, -100m)));

        var listed = (await books.Api.GetAsync("/accountbalances/2026-11-20")).Data;
        var atZero = (await books.Api.GetAsync("/accountbalances/2026-11-20?$filter=Balance eq 0&$pagesize=1000")).Data;

        listed.Select(balance => balance.Text()).ShouldBe([
            """{"AccountNumber":1910,"AccountName":"Kassa","Balance":100,"AccountType":1,"AccountTypeDescription":"Tillgångar"}""",
            """{"AccountNumber":3001,"AccountName":"Försäljning inom Sverige, 25 % moms","Balance":-100,"AccountType":3,"AccountTypeDescription":"Rörelsens inkomster"}""",
        ]);
        atZero.Count.ShouldBe(books.Company.Accounts.Count(account => account.FiscalYearId == books.Year(2026)) - 2);
    }

    [Theory]
    [InlineData("/accountbalances/2026-02-30", 6001)]
    [InlineData("/accountbalances/20260228", 6001)]
    [InlineData("/accountbalances/2019-12-31", 3001)]
    [InlineData("/accountbalances/9999/2026-11-20", 3002)]
    [InlineData("/accountbalances/2026-11-20?$filter=AccountTypeDescription eq 'x'", 6000)]
    public async Task A_date_or_account_or_filter_that_is_not_there_is_refused(string path, int error)
    {
        await using var books = await OpenBooks.OpenAsync();

        (await books.Api.GetAsync(path)).ShouldBeRefused(error);
    }

    [Fact]
    public async Task A_company_that_only_invoices_has_no_balances()
    {
        await using var books = await OpenBooks.OpenAsync();
        books.Company.Write(() => books.Company.Change(books.Company.Settings with { ProductVariant = 2 }));

        (await books.Api.GetAsync("/accountbalances/2026-11-20")).ShouldBeRefused(4009, status: HttpStatusCode.Forbidden);
        (await books.Api.GetAsync("/voucherdrafts")).ShouldBeRefused(4009, status: HttpStatusCode.Forbidden);
    }

    private static async Task<decimal> BalanceAsync(OpenBooks books, long account, string date) =>
        (await books.Api.GetAsync($"/accountbalances/{account}/{date}")).Good["Balance"]!.GetValue<decimal>();
}
