using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>Where each row of a voucher comes from.</summary>
public sealed class RowOriginTests
{
    [Fact]
    public void Each_row_names_its_lines_on_the_report_and_the_rows_of_the_mapping()
    {
        var closing = A.Closing
            .Sold("wine", 25, 50_00, name: "Vin").Sold("beer", 25, 75_00, name: "Öl").Sold("food", 12, 112_00, name: "Mat")
            .Paid("card", 237_00, tip: 20_00).Build();

        var origins = VoucherComposer.Explain(closing, A.Mapping.Sales("beer", 25, 3001).Build(), A.Terms);

        origins.Select(Told).ShouldBe(
        [
            "1686 Payments card 257.00 by payment card",
            "3001 Sales beer -60.00 by sales beer/25 + Sales wine -40.00 by sales */25",
            "3002 Sales food -100.00 by sales */12",
            "2611 Vat  -25.00 by vat 25",
            "2621 Vat  -12.00 by vat 12",
            "2820 Tips  -20.00 by tips",
        ]);
    }

    [Fact]
    public void What_an_invoice_receipt_takes_back_is_told_with_its_number()
    {
        var closing = A.Closing.Sold("food", 12, 224_00).Paid("card", 112_00)
            .Paid("invoice", 112_00)
            .Invoiced("88121", receipt => receipt.Line("food", 12, 112_00)).Build();

        var food = VoucherComposer.Explain(closing, A.Mapping.Build(), A.TermsWithInvoicesInSpiris)
            .Single(origin => origin.Account?.Number == 3002);

        food.Sources.Select(source => source.Part).ShouldBe([ZPart.Sales, ZPart.Invoices], ignoreOrder: true);
        food.Sources.Single(source => source.Part is ZPart.Invoices).Code
            .ShouldBe("88121");
    }

    [Fact]
    public void What_has_no_account_stands_where_it_would() =>
        VoucherComposer.Explain(
                A.Closing.Sold("wine", 25, 125_00).Paid("card", 125_00).Build(),
                A.Mapping.Without(new MappingKey.SalesAtRate(VatRate.Standard)).Build(), A.Terms)
            .Select(Told).ShouldBe(
            [
                "1686 Payments card 125.00 by payment card",
                "none Sales wine -100.00 by nothing",
                "2611 Vat  -25.00 by vat 25",
            ]);

    [Fact]
    public void Origins_and_rows_are_the_same_amounts_for_every_evening()
    {
        foreach (var evening in RealEvenings.All)
        {
            var terms = evening.Terms(invoicesInSpiris: true);
            var composed = VoucherComposer.Compose(evening.Closing, evening.Mapping, terms);
            var voucher = composed.ShouldBeOfType<Composition.Composed>().Voucher;
            var origins = VoucherComposer.Explain(evening.Closing, evening.Mapping, terms);

            origins.Select(origin => (origin.Account!.Value, origin.Balance, origin.Text))
                .ShouldBe(voucher.Rows.Select(row => (row.Account, row.SignedAmount, row.Text)));
            origins.ShouldAllBe(origin => origin.Sources.Sum(source => source.Balance) == origin.Balance);
        }
    }

    private static string Told(RowOrigin origin) =>
        $"{origin.Account?.ToString() ?? "none"} " + string.Join(" + ", origin.Sources.Select(source =>
            $"{source.Part} {source.Code} {source.Balance} by {source.Row?.ToString() ?? "nothing"}"));
}
