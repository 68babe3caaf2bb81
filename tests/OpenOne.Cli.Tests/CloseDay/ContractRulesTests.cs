namespace OpenOne.Cli.Tests.CloseDay;

/// <summary>The checker is the measure of the generator, so it is measured itself: each rule, by one öre.</summary>
public class ContractRulesTests
{
    private static readonly ClosingJson Sound = ClosingJson.Read("""
        { "organisationNumber": "559999-9991", "register": "K1", "zNumber": 1,
          "businessDate": "2026-11-21", "closedAt": "2026-11-22T01:00:00+01:00",
          "sales": [{ "productGroup": "beer", "vatRate": 25, "gross": 100.40, "vat": 20.08 }],
          "vat": [{ "rate": 25, "gross": 100.40, "net": 80.32, "vat": 20.08 }],
          "payments": [{ "method": "cash", "amount": 60 }, { "method": "invoice", "amount": 40, "tip": 4 }],
          "rounding": -0.40,
          "invoices": [{
            "receiptNumber": "1", "customer": {},
            "lines": [{ "productGroup": "beer", "text": "Öl", "quantity": 1, "gross": 40, "vatRate": 25 }],
            "tip": 4, "total": 40 }],
          "counts": { "receipts": 2 } }
        """u8);

    [Fact]
    public void A_sound_closing_breaks_no_rule() => ContractRules.Broken(Sound).ShouldBeEmpty();

    [Fact]
    public void Each_rule_notices_one_ore()
    {
        var (sales, vat, cash, invoice) = (Sound.Sales[0], Sound.Vat[0], Sound.Payments[0], Sound.Invoices[0]);
        var line = invoice.Lines[0];
        Rule(Sound with { Sales = [sales with { Gross = 100.41m }], Rounding = -0.41m }).ShouldBe("1");
        Rule(Sound with { Vat = [vat with { Net = 80.33m }] }).ShouldBe("1");
        Rule(Sound with { Sales = [sales with { Vat = 20.09m }] }).ShouldBe("1");
        Rule(Sound with { Rounding = -0.41m }).ShouldBe("2");
        Rule(Sound with { Vat = [vat with { Vat = 20.11m, Net = 80.29m }], Sales = [sales with { Vat = null }] })
            .ShouldBe("3");
        Rule(Sound with { Invoices = [invoice with { Tip = 4.01m }] }).ShouldBe("4");
        Rule(Sound with { Invoices = [invoice with { Lines = [line with { Gross = 40.01m }] }] }).ShouldBe("4");
        Rule(Paid(59.99m, 40.01m)).ShouldBe("4");
        Rule(Paid(61.41m, 40.00m) with { Rounding = 1.01m }).ShouldBe("5");
        Rule(Sound with { OrganisationNumber = "559998-1239" }).ShouldBe("6");

        ClosingJson Paid(decimal inCash, decimal onAccount) => Sound with
        {
            Payments = [cash with { Amount = inCash }, Sound.Payments[1] with { Amount = onAccount }],
        };
    }

    private static string Rule(ClosingJson closing) => ContractRules.Broken(closing).ShouldHaveSingleItem()[..1];
}
