using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Rates;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>One evening under two versions of a mapping, on the days around which a rate changes, and under three settings of
/// profit units: each journal written out.</summary>
public sealed class OneEveningManyMappingsTests
{
    private static readonly MappingBuilder _first = A.Mapping;

    /// <summary>From a date on, takeaway and wine have accounts of their own and cards stand where the old chart has them.</summary>
    private static readonly MappingBuilder _second =
        A.Mapping.Version(2).Sales("food", 6, 3013).SalesOf("wine", 3011).Payment("card", 1580);

    private static readonly CostCentre _store = new(new("0f3c0000-0000-4000-8000-00000000000a"), "Storgatan");
    private static readonly CostCentre _kitchen = new(new("0f3c0000-0000-4000-8000-00000000000b"), "Kök");
    private static readonly Guid _storeId = new("0f3c0000-0000-4000-8000-000000000001");

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026-04-01")]
    [InlineData("2027-12-31")]
    [InlineData("2028-01-01")]
    public void Under_the_first_version_the_rate_alone_decides(string day)
    {
        var lowered = Takeaway(day) == 6;

        Compose(Evening(day), _first).ShouldBeJournal($"""
            {day} A Dagskassa {day} Z 118 KASSA1
              1686 D   675.00
              3001 K   400.00
              {(lowered ? "3002 K 100.00\n3003 K 56.60" : "3002 K 153.57")}
              2611 K   100.00
              {(lowered ? "2621 K 12.00\n2631 K 3.40" : "2621 K 18.43")}
              2820 K     3.00
            """);
    }

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026-04-01")]
    [InlineData("2027-12-31")]
    [InlineData("2028-01-01")]
    public void Under_the_second_version_takeaway_wine_and_cards_have_accounts_of_their_own(string day)
    {
        var lowered = Takeaway(day) == 6;

        Compose(Evening(day), _second).ShouldBeJournal($"""
            {day} A Dagskassa {day} Z 118 KASSA1
              1580 D   675.00
              3011 K   400.00
              {(lowered ? "3002 K 100.00\n3013 K 56.60" : "3002 K 153.57")}
              2611 K   100.00
              {(lowered ? "2621 K 12.00\n2631 K 3.40" : "2621 K 18.43")}
              2820 K     3.00
            """);
    }

    [Theory]
    [InlineData("none", "3001 - 3002 - 3003 -")]
    [InlineData("the store's", "3001 Storgatan 3002 Storgatan 3003 Storgatan")]
    [InlineData("the store's, and the kitchen's for food", "3001 Storgatan 3002 Kök 3003 Kök")]
    public void Profit_units_change_where_it_belongs_and_no_amount(string setting, string expected)
    {
        var store = new CostCentres(_store, null, null);
        var mapping = setting switch
        {
            "none" => _first,
            "the store's" => _first.At(new CostCentreSubject.Store(_storeId), store),
            _ => _first.At(new CostCentreSubject.Store(_storeId), store)
                .At(new CostCentreSubject.Group(new("food")), new(_kitchen, null, null)),
        };
        var terms = A.Terms with
        {
            Store = _storeId,
            CostCentreAccounts = [AccountNumber.From(3001), AccountNumber.From(3002), AccountNumber.From(3003)],
        };

        var voucher = Voucher(Evening("2026-04-01").Build(), mapping, terms);

        voucher.ShouldBeJournal("""
            2026-04-01 A Dagskassa 2026-04-01 Z 118 KASSA1
              1686 D   675.00
              3001 K   400.00
              3002 K   100.00
              3003 K    56.60
              2611 K   100.00
              2621 K    12.00
              2631 K     3.40
              2820 K     3.00
            """);
        string.Join(' ', voucher.Rows.Where(row => row.Account.Number is > 3000 and < 3004)
            .Select(row => $"{row.Account} {row.CostCentres.First?.Name ?? "-"}")).ShouldBe(expected);
    }

    /// <summary>Wine for 500, food at the table for 112 and food to take away for 60 kr, VAT included, and 3 kr of tips.</summary>
    private static ClosingBuilder Evening(string day)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        return A.Closing.On(date.Year, date.Month, date.Day)
            .Sold("wine", 25, 500_00).Sold("food", 12, 112_00).Sold("food", Takeaway(day), 60_00)
            .Paid("card", 672_00, tip: 3_00);
    }

    private static int Takeaway(string day) => VatCalendar.Find(
        Supply.TakenAway, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Rate.Percent;
}
