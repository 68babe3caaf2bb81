using SpirisSandbox.Api;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Accounting;

public sealed class OpeningBalanceTests
{
    private const string Path = "/fiscalyears/openingbalances";

    [Fact]
    public async Task Opening_balances_replace_all_there_were()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PutAsync(Path, Balances((1910, 500m), (2081, -500m)));

        var put = await books.Api.PutAsync(Path, Balances((1930, 25_000.50m), (2081, -25_000.50m)));

        put.Good.Text().ShouldBe(
            """[{"Name":"Företagskonto","Number":1930,"Balance":25000.5},"""
            + """{"Name":"Aktiekapital","Number":2081,"Balance":-25000.5}]""");
        (await books.Api.GetAsync(Path)).Data.Count.ShouldBe(2);
    }

    [Fact]
    public async Task They_carry_into_every_later_year()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PutAsync(Path, Balances((1930, 25_000m), (2081, -25_000m)));

        (await BalanceAsync(books, 1930, "2020-01-01")).ShouldBe(25_000m);
        (await BalanceAsync(books, 1930, "2026-11-20")).ShouldBe(25_000m);
    }

    [Theory]
    [InlineData(1930, 100, 2081, -99, 2000, "must be 0")]
    [InlineData(1930, 100, 3001, -100, 2000, "not an account of the balance sheet")]
    [InlineData(1930, 100, 1930, -100, 2000, "only be there once")]
    [InlineData(1930, 100, 2999, -100, 3002, "2999")]
    public async Task What_cannot_be_an_opening_balance_is_refused(
        long first, int amount, long second, int counter, int error, string saying)
    {
        await using var books = await OpenBooks.OpenAsync();

        var put = await books.Api.PutAsync(Path, Balances((first, amount), (second, counter)));

        put.ShouldBeRefused(error, saying);
        (await books.Api.GetAsync(Path)).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_inactive_account_is_activated_unless_the_caller_forbids_it()
    {
        await using var books = await OpenBooks.OpenAsync();
        var balances = Balances((1920, 100m), (2081, -100m));

        (await books.Api.PutAsync(Path + "?enableInactiveAccounts=false", balances)).ShouldBeRefused(2000, "1920");
        (await books.Api.PutAsync(Path, balances)).Good.AsArray().Count.ShouldBe(2);

        var account = await books.Api.GetAsync($"/accounts/{books.Year(2020)}/1920");
        account.Good["IsActive"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_locked_first_year_keeps_its_opening_balances()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PutAsync($"/fiscalyears/{books.Year(2020)}", new { IsLockedForAccounting = true });

        (await books.Api.PutAsync(Path, Balances((1930, 1m), (2081, -1m)))).ShouldBeRefused(4038);
    }

    [Fact]
    public async Task Reading_scopes_may_write_them_as_the_documents_say()
    {
        await using var books = await OpenBooks.OpenAsync();

        var put = await books.As(Scope.AccountingReadonly).PutAsync(Path, Balances((1930, 1m), (2081, -1m)));

        put.Good.AsArray().Count.ShouldBe(2);
    }

    private static object[] Balances(params (long Account, decimal Balance)[] balances) =>
        [.. balances.Select(pair => new { AccountNumber = pair.Account, pair.Balance })];

    private static async Task<decimal> BalanceAsync(OpenBooks books, long account, string date) =>
        (await books.Api.GetAsync($"/accountbalances/{account}/{date}")).Good["Balance"]!.GetValue<decimal>();
}
