using OpenOne.Domain.Invoicing;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.Domain.Tests.Invoicing;

/// <summary>An invoice has the receipt's total and VAT to the öre, however the company's prices are set.</summary>
public sealed class InvoicePricingTests
{
    private static readonly InvoiceTerms Terms = new(A.Company, AllowsTip: true, MakesOrders: false);

    public static TheoryData<string, InvoiceBuilder> Receipts => new()
    {
        { "lunch for fourteen", A.Receipt("1").Line("food", 12, 1694_00, 181_50, "Lunchbuffé", 14) },
        { "wine", A.Receipt("1").Line("wine", 25, 900_00, 180_00, "Vin, flaska", 2) },
        { "three at 33.33", A.Receipt("1").Line("food", 12, 33_33).Line("food", 12, 33_33).Line("food", 12, 33_33) },
        { "one line of three", A.Receipt("1").Line("food", 12, 99_99, quantity: 3) },
        { "a discount as a line", A.Receipt("1").Line("food", 12, 250_00).Line("food", 12, -37_50, text: "Rabatt 15 %") },
        { "four rates", A.Receipt("1").Line("wine", 25, 89_00).Line("food", 12, 145_00).Line("takeaway", 6, 79_00).Line("gift-card", 0, 500_00) },
        { "a tip", A.Receipt("1").Line("food", 12, 145_00).Tip(20_00) },
        { "one öre of wine", A.Receipt("1").Line("wine", 25, 1) },
        { "half a portion", A.Receipt("1").Line("food", 12, 72_50, quantity: 0.5m) },
        { "nothing for the guest of honour", A.Receipt("1").Line("food", 12, 0).Line("food", 12, 145_00) },
        { "more returned than sold of one rate", A.Receipt("1").Line("food", 12, 500_00).Line("wine", 25, -89_00) },
    };

    [Theory]
    [MemberData(nameof(Receipts))]
    public void Total_and_VAT_are_the_receipts(string story, InvoiceBuilder receipt)
    {
        foreach (var pricesIncludeVat in new[] { true, false })
        {
            var (plan, priced) = Price(receipt.ToInvoice(), pricesIncludeVat);

            SpirisArithmetic.Of(priced.Rows, pricesIncludeVat).ShouldBe(
                (plan.Total.ToKronor(), plan.Vat.ToKronor()), $"{story}, prices {(pricesIncludeVat ? "with" : "without")} VAT");
            priced.Rows.ShouldAllBe(row => row.UnitPrice >= Money.Zero);
        }
    }

    [Fact]
    public void Ten_glasses_rounded_one_by_one_need_a_row_for_rounding_and_say_so()
    {
        // 25 % of 0.11 is 0.022 within, so each register line rounds to 0.02, and ten lines are two öre short of what the sum gives.
        var receipt = Enumerable.Range(0, 10).Aggregate(A.Receipt("1"), (all, _) => all.Line("wine", 25, 13));

        var (plan, priced) = Price(receipt.ToInvoice(), pricesIncludeVat: false);

        plan.Vat.ShouldBe(Money.FromOre(30));
        SpirisArithmetic.Of(priced.Rows, pricesIncludeVat: false).ShouldBe((1.30m, 0.30m));
        priced.Rounding.ShouldNotBe(Money.Zero);
        var row = priced.Rows.Where(item => item.Article?.Subject == InvoiceArticle.OreLeft).ShouldHaveSingleItem();
        row.Text.ShouldBe("Öresutjämning");
        row.Article!.Rate.ShouldBe(VatRate.None);
    }

    [Fact]
    public void Without_an_account_for_rounding_such_a_receipt_is_not_priced()
    {
        var receipt = Enumerable.Range(0, 10).Aggregate(A.Receipt("1"), (all, _) => all.Line("wine", 25, 13)).ToInvoice();
        var plan = Plan(receipt) with { Rounding = null };

        InvoicePricing.Of(plan, pricesIncludeVat: false).ShouldBeOfType<InvoicePricing.NeedsRounding>();
    }

    [Fact]
    public void A_hundred_thousand_awkward_receipts_are_right_to_the_ore()
    {
        var random = new Random(20261120);
        for (var i = 0; i < 100_000; i++)
        {
            var receipt = Enumerable.Range(0, random.Next(1, 9)).Aggregate(A.Receipt("1"), (all, _) =>
            {
                var rate = VatRate.All[random.Next(4)];
                var gross = random.Next(10) == 0 ? -random.Next(1, 5_000) : random.Next(1, 90_000);
                var vat = rate.IncludedIn(Money.FromOre(gross)).Ore + (rate == VatRate.None ? 0 : random.Next(-1, 2));
                return all.Line("food", rate.Percent, gross, vat, quantity: random.Next(1, 5));
            });
            var pricesIncludeVat = random.Next(2) == 0;
            if (receipt.ToInvoice() is { IsReturn: false } invoice && invoice.Differences.IsEmpty)
            {
                var (plan, priced) = Price(invoice, pricesIncludeVat);
                SpirisArithmetic.Of(priced.Rows, pricesIncludeVat).ShouldBe((plan.Total.ToKronor(), plan.Vat.ToKronor()));
                priced.Rounding.Abs.ShouldBeLessThanOrEqualTo(Money.FromOre(200));
            }
        }
    }

    [Fact]
    public void A_credit_invoice_has_positive_rows_that_make_the_returns_amounts()
    {
        var returned = A.Receipt("2").Line("food", 12, -1694_00, -181_50, "Lunchbuffé", -14).ToInvoice("1");
        var plan = Plan(returned);

        var priced = InvoicePricing.Of(plan, pricesIncludeVat: false).ShouldBeOfType<InvoicePricing.Priced>();

        plan.Kind.ShouldBe(InvoiceKind.CreditInvoice);
        SpirisArithmetic.Of(priced.Rows, pricesIncludeVat: false).ShouldBe((1694.00m, 181.50m));
    }

    [Fact]
    public void What_can_be_divided_keeps_its_quantity_and_what_cannot_moves_it_into_the_text()
    {
        var (_, priced) = Price(
            A.Receipt("1").Line("wine", 25, 900_00, 180_00, "Vin", 2).Line("food", 12, 1694_00, 181_50, "Lunch", 14).ToInvoice(), pricesIncludeVat: false);

        priced.Rows.Where(row => row.Article is not null).Select(row => (row.Text, row.Quantity, row.UnitPrice.Ore))
            .ShouldBe([("Vin", 2, 360_00), ("14 x Lunch", 1, 1512_50)]);
    }

    private static (InvoicePlan Plan, InvoicePricing.Priced Priced) Price(ReceiptToInvoice receipt, bool pricesIncludeVat)
    {
        var plan = Plan(receipt);
        return (plan, InvoicePricing.Of(plan, pricesIncludeVat).ShouldBeOfType<InvoicePricing.Priced>());
    }

    private static InvoicePlan Plan(ReceiptToInvoice receipt) =>
        InvoiceComposer.Compose(receipt, A.Mapping.Build(), Terms, new("1001", "1")).ShouldBeOfType<InvoiceComposition.Composed>().Plan;
}
