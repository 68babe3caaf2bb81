using OpenOne.Cli.CloseDay;

namespace OpenOne.Cli.Tests.CloseDay;

public class EveningTests
{
    public static TheoryData<string> Houses => [.. Profiles.All.Select(profile => profile.Name)];

    [Theory, MemberData(nameof(Houses))]
    public void A_thousand_evenings_of_each_house_keep_every_rule_of_the_contract(string house) =>
        Parallel.ForEach(
            Evenings(house, 1000),
            evening => ContractRules.Broken(evening.Document).ShouldBeEmpty($"{house}, seed {evening.Seed}"));

    [Theory, MemberData(nameof(Houses))]
    public void The_mapping_of_the_demo_company_can_book_every_evening(string house)
    {
        // Any group at 25, 12 and 6 per cent; at 0 only gift cards.
        foreach (var (_, document) in Evenings(house, 200))
        {
            document.Sales.Where(row => row.ProductGroup != "gift-card").Select(row => row.VatRate)
                .ShouldBeSubsetOf([25, 12, 6]);
            document.Payments.Select(payment => payment.Method)
                .ShouldBeSubsetOf(["card", "swish", "cash", "gift-card", "invoice"]);
        }
    }

    [Theory]
    [InlineData("cafe", 80, 250, 60, 120), InlineData("lunch", 60, 180, 120, 160)]
    [InlineData("restaurant", 40, 160, 350, 900), InlineData("bar", 200, 800, 120, 260)]
    public void A_house_has_as_many_receipts_and_as_large_as_houses_of_its_kind(
        string house, int fewest, int most, int smallest, int largest)
    {
        var evenings = Evenings(house, 200).Select(evening => evening.Document).ToList();

        evenings.ShouldAllBe(evening => evening.Counts!.Receipts >= fewest && evening.Counts.Receipts <= most);
        var sold = evenings.Sum(evening => evening.Sales.Where(row => row.VatRate > 0).Sum(row => row.Gross));
        (sold / evenings.Sum(evening => evening.Counts!.Receipts!.Value)).ShouldBeInRange(smallest, largest);
    }

    [Fact]
    public void A_restaurant_sells_as_much_drink_and_takes_as_much_in_tips_as_restaurants_do()
    {
        var evenings = Evenings("restaurant", 200).Select(evening => evening.Document).ToList();

        var net = evenings.SelectMany(evening => evening.Vat).Where(row => row.Rate > 0).ToList();
        var drink = net.Where(row => row.Rate == 25).Sum(row => row.Net!.Value);
        (drink / net.Sum(row => row.Net!.Value)).ShouldBeInRange(0.25m, 0.40m);
        var card = evenings.SelectMany(evening => evening.Payments).Where(paid => paid.Method == "card").ToList();
        (card.Sum(payment => payment.Tip) / card.Sum(payment => payment.Amount)).ShouldBeInRange(0.04m, 0.08m);
    }

    [Fact]
    public void Everything_that_can_happen_does_happen()
    {
        var evenings = Evenings("restaurant", 200).Select(evening => evening.Document).ToList();

        evenings.ShouldContain(evening => evening.Invoices.Count > 0);
        evenings.ShouldContain(evening => evening.Invoices.Exists(invoice => invoice.Tip > 0));
        evenings.ShouldContain(evening => evening.Rounding > 0);
        evenings.ShouldContain(evening => evening.Rounding < 0);
        evenings.ShouldContain(evening => evening.Counts!.ReturnsAmount > 0);
        evenings.ShouldContain(evening => evening.Counts!.DiscountsAmount > 0);
        evenings.ShouldContain(evening => evening.Payments.Exists(payment => payment.Method == "gift-card"));
        evenings.ShouldContain(evening => evening.Sales.Exists(row => row.ProductGroup == "gift-card"));
        evenings.Count(evening => CashDifference(evening) != 0).ShouldBeInRange(20, 60);
        evenings.ShouldAllBe(evening => evening.Cash!.Counted >= 0);
    }

    [Fact]
    public void A_cafe_reports_VAT_on_each_row_and_a_restaurant_per_rate_only()
    {
        Evenings("cafe", 5).ShouldAllBe(evening => evening.Document.Sales.TrueForAll(row => row.Vat != null));
        Evenings("restaurant", 5).ShouldAllBe(evening => evening.Document.Sales.TrueForAll(row => row.Vat == null));
    }

    [Theory]
    [InlineData("2026-03-31", false), InlineData("2026-04-01", true)]
    [InlineData("2027-12-31", true), InlineData("2028-01-01", false)]
    public void Takeaway_has_the_lower_rate_only_while_the_law_says_so(string date, bool lower)
    {
        var document = Document(Profiles.Cafe, 1, DateOnly.ParseExact(date, "yyyy-MM-dd", null));

        document.Sales.Exists(row => row.VatRate == 6).ShouldBe(lower);
        ContractRules.Broken(document).ShouldBeEmpty();
    }

    [Fact]
    public void A_bar_closes_in_the_night_after_its_business_date()
    {
        var document = Document(Profiles.Bar, 1, new DateOnly(2026, 11, 21));

        document.OpenedAt!.Value.ShouldBeInRange(Winter("2026-11-21T03:05"), Winter("2026-11-21T03:25"));
        document.ClosedAt.ShouldBeInRange(Winter("2026-11-22T03:05"), Winter("2026-11-22T03:25"));
    }

    private static decimal CashDifference(ClosingJson closing)
    {
        var cash = closing.Payments.Where(paid => paid.Method == "cash").Sum(paid => paid.Amount + paid.Tip);
        var drawer = closing.Cash!;
        return drawer.Counted!.Value - (drawer.OpeningFloat + cash + drawer.Deposits - drawer.Withdrawals);
    }

    private static DateTimeOffset Winter(string time) =>
        DateTimeOffset.ParseExact(time + "+01:00", "yyyy-MM-ddTHH:mmzzz", null);

    /// <summary>Evenings of one house, over the years in which the rates change.</summary>
    private static IEnumerable<(int Seed, ClosingJson Document)> Evenings(string house, int count)
    {
        var profile = Profiles.All.Single(profile => profile.Name == house);
        return Enumerable.Range(1, count)
            .Select(seed => (seed, Document(profile, seed, new DateOnly(2025, 10, 1).AddDays(seed))));
    }

    private static ClosingJson Document(Profile house, int seed, DateOnly date)
    {
        var order = new ClosingOrder(house, (ulong)seed, "559999-9991", "EXEMPEL1", seed, date);
        return ClosingJson.Read(ClosingWriter.Write(Till.Play(order)));
    }
}
