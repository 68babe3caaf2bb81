using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests.Invoicing;

public sealed class InvoiceComposerTests
{
    private static readonly InvoiceTerms Terms = new(A.Company, AllowsTip: false, MakesOrders: false);
    private static readonly InvoiceBuilder Lunch = A.Receipt("88121").Line("food", 12, 1694_00, 181_50, "Lunchbuffé", 14);

    [Fact]
    public void A_receipt_is_an_invoice_that_says_which_receipt_it_is_and_holds_its_key()
    {
        var plan = Composed(Lunch.ToInvoice());

        plan.Kind.ShouldBe(InvoiceKind.Invoice);
        plan.Total.ShouldBe(Money.FromOre(1694_00));
        plan.Heading.ShouldStartWith("Kvitto 88121, kassa KASSA1, 2026-03-14 [k:");
        VoucherKey.TryFind(plan.Heading, out var key).ShouldBeTrue();
        key.ShouldBe(VoucherKey.For(A.Company, new ReceiptKey("KASSA1", "88121")));
    }

    [Fact]
    public void The_key_is_the_receipts_and_no_closings()
    {
        var receipt = VoucherKey.For(A.Company, new ReceiptKey("KASSA1", "118"));

        receipt.ShouldBe(VoucherKey.For(A.Company, new ReceiptKey("KASSA1", "118")));
        receipt.ShouldNotBe(VoucherKey.For(A.Company, new ClosingKey("KASSA1", 118)));
        receipt.ShouldNotBe(VoucherKey.For(A.Company, new ReceiptKey("KASSA2", "118")));
    }

    [Fact]
    public void A_tip_is_refused_until_it_is_allowed_and_then_a_line_without_VAT_on_the_tips_account()
    {
        var receipt = Lunch.Tip(100_00).ToInvoice();

        Compose(receipt).ShouldBe(new InvoiceComposition.TipNotAllowed(Money.FromOre(100_00)));

        var plan = Composed(receipt, Terms with { AllowsTip = true });
        plan.Total.ShouldBe(Money.FromOre(1794_00));
        plan.Vat.ShouldBe(Money.FromOre(181_50));
        plan.Lines[^1].ShouldBe(new PlannedLine(
            new(InvoiceArticle.Tip, VatRate.None, A.Mapping.Build().Find(new MappingKey.Tips())!.Value), "Dricks", 1, Money.FromOre(100_00), Money.Zero, CostCentres.None));
    }

    [Fact]
    public void A_line_bears_the_profit_units_that_the_days_voucher_would_give_it_where_its_account_allows_them()
    {
        var (kitchen, store) = (new CostCentre(Guid.NewGuid(), "Köket"), new CostCentre(Guid.NewGuid(), "Söder"));
        var place = Guid.NewGuid();
        var plain = A.Mapping.Build();
        var mapping = new AccountMapping(7, plain.Accounts, new CostCentreRules(
        [
            new(new CostCentreSubject.Group(new ProductGroup("food")), new(kitchen, null, null)),
            new(new CostCentreSubject.Store(place), new(null, store, null)),
        ]));
        var food = plain.Find(new MappingKey.Sales(new ProductGroup("food"), VatRate.Reduced))!.Value;
        var terms = Terms with { AllowsTip = true, Store = place, CostCentreAccounts = [food] };

        var plan = InvoiceComposer.Compose(Lunch.Tip(100_00).ToInvoice(), mapping, terms, null)
            .ShouldBeOfType<InvoiceComposition.Composed>().Plan;

        plan.Lines.Select(line => (line.Article.Account == food, line.CostCentres)).Distinct()
            .ShouldBe([(true, new CostCentres(kitchen, store, null)), (false, CostCentres.None)], ignoreOrder: true);
        InvoicePricing.Of(plan, pricesIncludeVat: true).ShouldBeOfType<InvoicePricing.Priced>().Rows
            .Where(row => row.Article?.Account == food).ShouldAllBe(row => row.CostCentres == new CostCentres(kitchen, store, null));
    }

    [Fact]
    public void A_return_names_the_invoice_that_it_takes_back_and_is_refused_where_that_is_not_known()
    {
        var returned = A.Receipt("88200").Line("food", 12, -1694_00, -181_50).ToInvoice("88121");

        InvoiceComposer.Compose(returned, A.Mapping.Build(), Terms, null).ShouldBe(new InvoiceComposition.CreditedInvoiceUnknown());

        var plan = Composed(returned);
        plan.Kind.ShouldBe(InvoiceKind.CreditInvoice);
        plan.Heading.ShouldStartWith("Kreditering av faktura 1001 (kvitto 88121). Kvitto 88200");
    }

    [Fact]
    public void Where_orders_are_made_a_receipt_is_an_order_and_a_return_is_refused()
    {
        var orders = Terms with { MakesOrders = true };

        Composed(Lunch.ToInvoice(), orders).Kind.ShouldBe(InvoiceKind.Order);
        Compose(A.Receipt("1").Line("food", 12, -100_00).ToInvoice(), orders).ShouldBe(new InvoiceComposition.ReturnAsOrder());
    }

    [Fact]
    public void Lines_that_do_not_make_the_total_are_refused()
    {
        var outcome = Compose(Lunch.TotalPrinted(1694_01).ToInvoice()).ShouldBeOfType<InvoiceComposition.DoesNotAddUp>();

        outcome.Differences.ShouldHaveSingleItem().Amount.ShouldBe(Money.FromOre(-1));
    }

    [Fact]
    public void VAT_that_its_rate_cannot_give_is_refused() =>
        Compose(A.Receipt("1").Line("food", 12, 112_00, 12_02).ToInvoice()).ShouldBeOfType<InvoiceComposition.DoesNotAddUp>();

    [Fact]
    public void Every_account_that_is_missing_is_told_at_once()
    {
        var receipt = A.Receipt("1").Line("food", 12, 112_00).Line("wine", 25, 125_00).ToInvoice();

        InvoiceComposer.Compose(receipt, new AccountMapping(1, []), Terms, null)
            .ShouldBeOfType<InvoiceComposition.Unmapped>().Keys.Select(key => key.ToString())
            .ShouldBe(["sales food/12", "sales wine/25"]);
    }

    private static InvoiceComposition Compose(ReceiptToInvoice receipt, InvoiceTerms? terms = null) =>
        InvoiceComposer.Compose(receipt, A.Mapping.Build(), terms ?? Terms, new CreditedInvoice("1001", "88121"));

    private static InvoicePlan Composed(ReceiptToInvoice receipt, InvoiceTerms? terms = null) =>
        Compose(receipt, terms).ShouldBeOfType<InvoiceComposition.Composed>().Plan;
}
