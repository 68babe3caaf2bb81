using System.Net;
using System.Text;
using SpirisSandbox.Books.Tests.Driving;
using SpirisSandbox.Sie;
using SpirisSandbox.State;

namespace SpirisSandbox.Books.Tests.Sie;

public sealed class SieImportTests
{
    private const string Head = """
        #FLAGGA 0
        #FORMAT PC8
        #SIETYP 4
        #FNAMN "Kassan"
        #RAR 0 20260101 20261231

        """;

    [Fact]
    public async Task Vouchers_get_the_next_numbers_and_keep_the_ones_they_had()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-01-02", (1910, 1m), (3001, -1m)));

        var imported = await ImportAsync(books, Voucher("A", "118", "1910 {} 112", "3001 {1 BAR} -112"));

        imported.Good.Text().ShouldBe("""{"CreatedRows":1}""");
        var voucher = (await books.Api.GetAsync("/vouchers")).Data[1]!;
        voucher["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("A2");
        voucher["ImportedVoucherNumber"]!.GetValue<string>().ShouldBe("A118");
        voucher["VoucherType"]!.GetValue<int>().ShouldBe(9);
        voucher["VoucherText"]!.GetValue<string>().ShouldBe("Försäljning kväll");
        voucher["Rows"]![1]!["CreditAmount"]!.GetValue<decimal>().ShouldBe(112m);
        voucher["Rows"]![1]!["CostCenterItemId1"]!.GetValue<string>()
            .ShouldBe(books.Company.CostCenters.First().Items[1].Id.ToString());
    }

    [Theory]
    [InlineData(1, 437)]
    [InlineData(2, 850)]
    [InlineData(3, 65001)]
    public async Task A_file_is_read_in_the_encoding_that_is_named(int encoding, int codePage)
    {
        await using var books = await OpenBooks.OpenAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(codePage).GetBytes(Head + Voucher("A", "1", "1910 {} 1", "3001 {} -1"));

        await ImportAsync(books, bytes, body => body["Encoding"] = encoding);

        books.Company.Vouchers.ShouldHaveSingleItem().VoucherText.ShouldBe("Försäljning kväll");
    }

    [Fact]
    public async Task Ledger_accounts_are_mapped_only_when_asked_for()
    {
        await using var books = await OpenBooks.OpenAsync();
        var voucher = Voucher("A", "1", "1510 {} 50", "1911 {} 50", "2440 {} -100");

        await ImportAsync(books, "#KONTO 1911 \"Kassa två\"\n" + voucher);
        await ImportAsync(books, voucher, body => body["MapLedgerAccount"] = true);

        books.Company.Vouchers.Select(made => made.Rows.Select(row => row.AccountNumber).ToArray())
            .ShouldBe([[1510L, 1911L, 2440L], [1518L, 1910L, 2448L]]);
    }

    [Fact]
    public async Task Series_are_mapped_and_unknown_ones_go_into_the_default()
    {
        await using var books = await OpenBooks.OpenAsync();
        var vouchers = Voucher("Z", "1", "1910 {} 1", "3001 {} -1") + Voucher("Ö", "7", "1910 {} 1", "3001 {} -1");

        await ImportAsync(books, vouchers, body =>
            body["SeriesMappings"] = new[] { new { OriginalSeries = "Z", NewSeries = "K" } });

        books.Company.Vouchers.Select(made => (made.NumberAndNumberSeries, made.ImportedVoucherNumber))
            .ShouldBe([("K1", "Z1"), ("A1", "Ö7")]);
    }

    [Fact]
    public async Task A_declared_account_is_made_and_an_inactive_one_activated()
    {
        await using var books = await OpenBooks.OpenAsync();

        await ImportAsync(
            books, "#KONTO 3111 \"Försäljning glass\"\n" + Voucher("A", "1", "1920 {} 10", "3111 {} -10"));

        var made = (await books.Api.GetAsync($"/accounts/{books.Year(2026)}/3111")).Good;
        made["Name"]!.GetValue<string>().ShouldBe("Försäljning glass");
        (await books.Api.GetAsync($"/accounts/{books.Year(2026)}/1920")).Good["IsActive"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("1910 {} 1", "3001 {} -2", 2000, "does not balance")]
    [InlineData("1910 {} 1", "3112 {} -1", 3002, "3112")]
    [InlineData("1910 {} 1", "9001 {} -1", 2000, "class 9")]
    [InlineData("1910 {} 1", "3001 {} minus", 2000, "Line 15: 'minus' is not an amount")]
    public async Task A_file_with_one_bad_voucher_is_refused_whole(string first, string second, int error, string saying)
    {
        await using var books = await OpenBooks.OpenAsync();
        var good = "#KONTO 3113 \"Ny\"\n" + Voucher("A", "1", "1920 {} 1", "3113 {} -1");
        var before = Snapshot(books.Company);

        var refused = await ImportAsync(books, good + Voucher("A", "2", first, second));

        refused.ShouldBeRefused(error, saying);
        Snapshot(books.Company).ShouldBe(before);
    }

    [Fact]
    public async Task A_locked_period_takes_no_import()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PutAsync(
            "/companysettings/accountinglocksettings", new { AccountingLockedAsOf = new { Year = 2026, Month = 3 } });

        (await ImportAsync(books, Voucher("A", "1", "1910 {} 1", "3001 {} -1"))).ShouldBeRefused(4026);
    }

    [Fact]
    public async Task Opening_balances_are_taken_only_into_the_first_year_and_when_asked_for()
    {
        await using var books = await OpenBooks.OpenAsync();
        const string Balances = "#IB 0 1930 100.50\n#IB 0 2081 -100.50\n#IB -1 1930 7\n";
        static string Year(int year) => $"#RAR 0 {year}0101 {year}1231\n";

        await ImportRawAsync(books, Year(2020) + Balances);
        books.Company.OpeningBalances.ShouldBeEmpty();

        (await ImportRawAsync(books, Year(2026) + Balances, Asked)).ShouldBeRefused(2000, "first fiscal year");
        (await ImportRawAsync(books, Year(2020) + "#IB 0 1930 100.50\n", Asked)).ShouldBeRefused(2000, "sum to 0");

        (await ImportRawAsync(books, Year(2020) + Balances, Asked)).Status.ShouldBe(HttpStatusCode.OK);
        (await books.Api.GetAsync("/accountbalances/1930/2026-11-20")).Good["Balance"]!.GetValue<decimal>().ShouldBe(100.5m);

        static void Asked(Dictionary<string, object> body) => body["ImportOpeningBalance"] = true;
    }

    [Fact]
    public async Task Account_names_are_taken_when_asked_for()
    {
        await using var books = await OpenBooks.OpenAsync();
        const string Name = "#KONTO 1910 \"Växelkassa\"\n";

        await ImportAsync(books, Name);
        await NameShouldBeAsync("Kassa");
        await ImportAsync(books, Name, body => body["ImportAccountNames"] = true);
        await NameShouldBeAsync("Växelkassa");

        async Task NameShouldBeAsync(string name) =>
            (await books.Api.GetAsync($"/accounts/{books.Year(2026)}/1910")).Good["Name"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [InlineData("SieData", "inte base64!", "the bytes are not of the encoding")]
    [InlineData("SieData", "", "SieData")]
    [InlineData("Encoding", 5, "Encoding")]
    [InlineData("MapLedgerAccount", null, "MapLedgerAccount")]
    public async Task A_body_that_is_wrong_is_refused(string property, object? value, string saying)
    {
        await using var books = await OpenBooks.OpenAsync();

        var refused = await ImportAsync(
            books, Voucher("A", "1", "1910 {} 1", "3001 {} -1"), body => body[property] = value!);

        refused.ShouldBeRefused(2000, saying);
    }

    [Fact]
    public async Task An_exported_year_is_imported_into_another_company_with_the_same_balances()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-03-14", (1910, 125m), (3001, -100m), (2611, -25m)));
        var exported = SieWriter.Write(await SieExportTests.ExportAsync(books, "2026-01-01", "2026-12-31"));
        await using var others = await OpenBooks.OpenAsync(OpenBooks.Pub);

        (await ImportRawAsync(others, exported)).Good.Text().ShouldBe("""{"CreatedRows":1}""");

        var balances = (await others.Api.GetAsync("/accountbalances/2026-12-31")).Data;
        balances.Select(balance => (balance!["AccountNumber"]!.GetValue<long>(), balance["Balance"]!.GetValue<decimal>()))
            .ShouldBe([(1910, 125m), (2611, -25m), (3001, -100m)]);
    }

    private static string Voucher(string series, string number, params string[] rows) =>
        $"#VER \"{series}\" \"{number}\" 20260314 \"Försäljning kväll\"\n{{\n"
        + string.Concat(rows.Select(row => $"#TRANS {row}\n")) + "}\n";

    private static Task<Answer> ImportAsync(
        OpenBooks books, string records, Action<Dictionary<string, object>>? change = null) =>
        ImportRawAsync(books, Head + records, change);

    private static Task<Answer> ImportRawAsync(
        OpenBooks books, string text, Action<Dictionary<string, object>>? change = null) =>
        ImportAsync(books, SieEncoding.Pc8.GetBytes(text), change);

    private static Task<Answer> ImportAsync(OpenBooks books, byte[] bytes, Action<Dictionary<string, object>>? change)
    {
        var body = new Dictionary<string, object>
        {
            ["SieData"] = Convert.ToBase64String(bytes),
            ["Encoding"] = 1,
            ["MapLedgerAccount"] = false,
            ["ImportOpeningBalance"] = false,
            ["EndYearAdjustment"] = false,
            ["ImportAccountNames"] = false,
        };
        change?.Invoke(body);
        return books.Api.PostAsync("/sie4import", body);
    }

    private static (int Vouchers, int Accounts, int Active) Snapshot(Company company) =>
        (company.Vouchers.Count, company.Accounts.Count, company.Accounts.Count(account => account.IsActive));
}
