using System.Net;
using System.Net.Http.Headers;
using SpirisSandbox.Books.Tests.Driving;
using SpirisSandbox.Sie;

namespace SpirisSandbox.Books.Tests.Sie;

public sealed class SieExportTests
{
    [Fact]
    public async Task A_year_is_exported_with_the_balances_of_its_ledger()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2025-12-31", (1910, 100m), (3001, -100m)));
        var voucher = AVoucher.SalesWith("CostCenterItemId1", books.Company.CostCenters.First().Items[1].Id.ToString());
        await books.Api.PostAsync("/vouchers", voucher);

        var file = await ExportAsync(books, "2026-01-01", "2026-12-31");

        file.Years.Select(year => (year.Number, year.Start.Year)).ShouldBe([(0, 2026), (-1, 2025)]);
        file.OpeningBalances.ShouldBe([new SieBalance(0, 1910, 100m), new SieBalance(0, 2099, -100m)]);
        file.ClosingBalances.ShouldBe(
            [new SieBalance(0, 1910, 200m), new SieBalance(0, 2099, -100m), new SieBalance(-1, 1910, 100m)]);
        file.Results.ShouldBe([new SieBalance(0, 3001, -100m), new SieBalance(-1, 3001, -100m)]);
        var exported = file.Vouchers.ShouldHaveSingleItem();
        (exported.Series, exported.Number, exported.Text).ShouldBe(("A", "1", "Dagskassa"));
        exported.Rows[1].Objects.ShouldBe([new SieObjectReference(1, "BAR")]);
        file.Objects.ShouldContain(new SieObject(1, "BAR", "Baren"));
        file.Accounts.ShouldContain(new SieAccount(3002, "Försäljning inom Sverige, 12 % moms"));
    }

    [Fact]
    public async Task A_part_of_a_year_has_its_vouchers_and_neither_years_nor_balances()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-01-31", (1910, 1m), (3001, -1m)));
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-02-01", (1910, 2m), (3001, -2m)));

        var file = await ExportAsync(books, "2026-02-01", "2026-02-28");

        file.Vouchers.ShouldHaveSingleItem().Number.ShouldBe("2");
        file.Years.ShouldBeEmpty();
        file.OpeningBalances.Concat(file.ClosingBalances).Concat(file.Results).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_tells_its_name_size_and_address()
    {
        await using var books = await OpenBooks.OpenAsync();

        var document = (await books.Api.GetAsync("/sie4export/2026-01-01/2026-12-31")).Good;

        document["Name"]!.GetValue<string>().ShouldBe("SIE4_20260101_20261231.se");
        document["NameWithoutExtension"]!.GetValue<string>().ShouldBe("SIE4_20260101_20261231");
        var bytes = await FetchAsync(document["TemporaryUrl"]!.GetValue<string>());
        bytes.Length.ShouldBe(document["Size"]!.GetValue<int>());
        bytes.ShouldContain((byte)0x84, "ä is one byte of code page 437");
        (await books.Api.GetAsync($"/documents/{document["Id"]}")).Good.Text().ShouldBe(document.Text());
    }

    [Fact]
    public async Task A_temporary_address_wants_no_token_and_stops_working()
    {
        await using var books = await OpenBooks.OpenAsync();
        var document = (await books.Api.GetAsync("/sie4export/2026-01-01/2026-12-31")).Good;
        var url = document["TemporaryUrl"]!.GetValue<string>();
        using var http = new HttpClient();
        using var withToken = new HttpRequestMessage(HttpMethod.Get, url);
        withToken.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");

        (await http.SendAsync(withToken, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await http.GetAsync(new Uri(url), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        books.Time.Advance(TimeSpan.FromHours(1));
        (await http.GetAsync(new Uri(url), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_period_may_be_told_in_date_times_as_the_specification_types_it()
    {
        await using var books = await OpenBooks.OpenAsync();

        var document = await books.Api.GetAsync("/sie4export/2026-01-01T00:00:00Z/2026-12-31T00:00:00%2B01:00");

        document.Good["Name"]!.GetValue<string>().ShouldBe("SIE4_20260101_20261231.se");
    }

    [Theory]
    [InlineData("2026-01-01", "2027-01-01", 2000)]
    [InlineData("2026-02-01", "2026-01-31", 2000)]
    [InlineData("2026-01-01", "2026-31-12", 6001)]
    [InlineData("2019-01-01", "2019-12-31", 3001)]
    public async Task A_period_outside_one_fiscal_year_is_refused(string from, string to, int error)
    {
        await using var books = await OpenBooks.OpenAsync();

        (await books.Api.GetAsync($"/sie4export/{from}/{to}")).ShouldBeRefused(error);
    }

    internal static async Task<SieFile> ExportAsync(OpenBooks books, string from, string to)
    {
        var document = await books.Api.GetAsync($"/sie4export/{from}/{to}");
        var bytes = await FetchAsync(document.Good["TemporaryUrl"]!.GetValue<string>());
        return SieReader.Read(SieEncoding.Read(bytes, SieEncoding.Pc8)!).ShouldBeOfType<SieReading.Read>().File;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<byte[]> FetchAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(url), Cancellation);
    }
}
