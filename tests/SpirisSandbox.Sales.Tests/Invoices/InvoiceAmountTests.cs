using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Invoices;

public sealed class InvoiceAmountTests : SalesTest
{
    private static readonly string[] _codings = ["Varor 25 %", "Varor 12 %", "Varor 6 %", "Varor 0 %"];

    private static readonly Item[] _fourRates =
        [new(0, 19.99m), new(1, 19.99m), new(2, 19.99m), new(3, 19.99m)];

    public static TheoryData<string, bool, Item[], decimal, decimal> Stories => new()
    {
        { "3 x 33.33 without VAT", false, [new(1, 33.33m, 3)], 111.99m, 12.00m },
        { "3 x 33.33 with VAT", true, [new(1, 33.33m, 3)], 99.99m, 10.71m },
        { "an öre without VAT", false, [new(0, 0.01m)], 0.01m, 0m },
        { "three öre with VAT at 25 %", true, [new(0, 0.03m)], 0.03m, 0.01m },
        { "four rates without VAT", false, _fourRates, 88.56m, 8.60m },
        { "four rates with VAT", true, _fourRates, 79.96m, 7.27m },
        { "a third off", false, [new(0, 100m, 1, 0.3333m)], 83.34m, 16.67m },
        { "a discount that makes half an öre", false, [new(3, 0.01m, 1, 0.5m)], 0.01m, 0m },
        { "four decimals of quantity", false, [new(1, 249.00m, 0.1234m)], 34.42m, 3.69m },
        { "a row the other way", true, [new(1, 100m, 3), new(1, 100m, -1)], 200m, 21.43m },
        { "a rate that is negative by itself", true, [new(0, 200m), new(1, 50m, -1)], 150m, 34.64m },
        { "all off", true, [new(0, 200m, 1, 1m)], 0m, 0m },
    };

    /// <param name="Coding">Its place among the four codings: 25, 12, 6 and 0 %.</param>
    /// <param name="Discount">A share of one.</param>
    public sealed record Item(int Coding, decimal Price, decimal Quantity = 1, decimal Discount = 0);

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Totals_are_right_to_the_ore_and_the_voucher_says_the_same(
        string story,
        bool includesVat,
        Item[] rows,
        decimal total,
        decimal vat)
    {
        Set(settings => settings with { DomesticCurrencyRounding = 0 });

        var invoice = await InvoiceAsync(includesVat, rows);

        ((bool)invoice["IncludesVat"]!).ShouldBe(includesVat, story);
        invoice.Kronor("TotalAmount").ShouldBe(total, story);
        invoice.Kronor("TotalVatAmount").ShouldBe(vat, story);
        ShouldAgreeWithItsVoucher(invoice, story);
    }

    [Fact]
    public async Task Whatever_the_rows_the_voucher_balances_and_says_what_the_invoice_says()
    {
        var dice = new Random(1284);
        for (var round = 0; round < 60; round++)
        {
            var rows = Enumerable.Range(0, dice.Next(1, 8)).Select(_ => new Item(
                dice.Next(_codings.Length),
                dice.Next(0, 100_000) / 100m,
                dice.Next(1, 30_000) / 10_000m,
                dice.Next(5) == 0 ? dice.Next(10_001) / 10_000m : 0m)).ToArray();
            Set(settings => settings with { DomesticCurrencyRounding = round % 2 });

            ShouldAgreeWithItsVoucher(await InvoiceAsync(includesVat: round % 3 == 0, rows), $"round {round}");
        }

        Company.Sales.CustomerInvoices.Select(invoice => invoice.InvoiceNumber).ShouldBe(Enumerable.Range(1001, 60));
        var owed = Company.Sales.CustomerInvoices.Sum(invoice => invoice.TotalAmount);
        Company.Booked(1510, new DateOnly(2026, 12, 31)).ShouldBe(owed);
        Company.Sales.Customers.Sum(customer => customer.UnpaidInvoicesAmount).ShouldBe(owed);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, true, false)]
    public async Task Prices_include_vat_for_private_persons_unless_the_company_says_otherwise(
        bool isPrivate, bool showsWithout, bool includesVat)
    {
        Set(settings => settings with { ShowPricesExclVatPC = showsWithout });

        ((bool)(await InvoiceAsync(isPrivate, [new(0, 100m)]))["IncludesVat"]!).ShouldBe(includesVat);
    }

    [Fact]
    public async Task A_discount_in_kronor_comes_off_the_row()
    {
        var article = await this.ArticleAsync("1", "Varor 25 %");
        var row = Makings.Row(article, 100m, 2).With("IsDiscountInFixedAmount", true).With("DiscountFixedAmount", 50.50m);

        var invoice = await Api.MakeAsync("/customerinvoices", Makings.Invoice(await this.CustomerAsync(), row));

        ((decimal)invoice["Rows"]![0]!["Amount"]!).ShouldBe(149.50m);
        ((bool)invoice["Rows"]![0]!["IsDiscountInFixedAmount"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task The_vat_is_specified_for_each_rate()
    {
        var invoice = await InvoiceAsync(includesVat: false, [new(0, 100m), new(1, 200m), new(1, 1m), new(3, 5m)]);

        invoice["VatSpecification"]!.AsArray()
            .Select(share => (
                (decimal)share!["VatPercent"]!,
                (decimal)share["AmountInvoiceCurrency"]!,
                (decimal)share["VatAmountInvoiceCurrency"]!))
            .ShouldBe([(0.25m, 100m, 25m), (0.12m, 201m, 24.12m), (0m, 5m, 0m)]);
    }

    private async Task<Answered> InvoiceAsync(bool includesVat, Item[] rows)
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company, isPrivate: includesVat));
        var body = Makings.Invoice(customer.Id);
        foreach (var row in rows)
        {
            var article = await ArticleOfAsync(row.Coding);
            body["Rows"]!.AsArray().Add(Makings.Row(article, row.Price, row.Quantity, row.Discount));
        }

        return await Api.MakeAsync("/customerinvoices", body);
    }

    private async Task<Guid> ArticleOfAsync(int coding) =>
        Company.Sales.Articles.FirstOrDefault(article => article.CodingName == _codings[coding])?.Id
        ?? (await Api.MakeAsync("/articles", Makings.Article(Company, _codings[coding], _codings[coding]))).Id;

    private void ShouldAgreeWithItsVoucher(Answered invoice, string story)
    {
        var rows = Company.Vouchers.Single(voucher => voucher.SourceId == invoice.Id).Rows;
        rows.Sum(row => row.DebitAmount).ShouldBe(rows.Sum(row => row.CreditAmount), story);
        rows.Where(row => row.AccountNumber == 1510).Sum(row => row.DebitAmount)
            .ShouldBe(invoice.Kronor("TotalAmount"), story);
        rows.Where(row => row.AccountNumber is 2611 or 2621 or 2631).Sum(row => row.CreditAmount - row.DebitAmount)
            .ShouldBe(invoice.Kronor("TotalVatAmount"), story);
        rows.Where(row => row.AccountNumber == 3740).Sum(row => row.CreditAmount - row.DebitAmount)
            .ShouldBe(invoice.Kronor("TotalRoundings"), story);
    }
}

public sealed class RowVatTests : SalesTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { Sales = new() { VatRounding = VatRounding.PerRow } } };

    [Fact]
    public async Task Vat_can_be_rounded_on_each_row_and_then_differs_from_that_of_the_sum()
    {
        var article = await this.ArticleAsync("1", "Varor 12 %");
        var customer = await this.CustomerAsync(isPrivate: true);

        var invoice = await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(customer, Makings.Row(article, 100m), Makings.Row(article, 100m)));

        invoice.Kronor("TotalVatAmount").ShouldBe(21.42m);
        Journal(invoice.Id).ShouldBe(["1510 D 200.00", "3002 K 178.58", "2621 K 21.42"]);
    }
}
