using System.Collections.Immutable;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Tests.Closings;

public sealed class VatApportionmentTests
{
    public static TheoryData<string, int, long, long[], long[]> Vectors => new()
    {
        { "a row alone has it all", 12, 190_82, [1781_00], [190_82] },
        { "the larger remainder gets the öre that is left", 12, 190_82, [1518_00, 263_00], [162_64, 28_18] },
        { "Z 65, 12 %", 12, 242_46, [2158_00, 105_00], [231_21, 11_25] },
        { "Z 66, 12 %", 12, 495_28, [4236_10, 386_50], [453_87, 41_41] },
        { "Z 66, 25 %", 25, 190_80, [373_00, 331_00, 250_00], [74_60, 66_20, 50_00] },
        { "Z 67, 12 %", 12, 1843_67, [15798_60, 1409_00], [1692_71, 150_96] },
        { "Z 67, 25 %", 25, 1783_12, [3842_00, 2832_00, 2241_60], [768_40, 566_40, 448_32] },
        { "Z 68, 12 %", 12, 821_34, [7462_80, 203_00], [799_59, 21_75] },
        { "Z 68, 25 %", 25, 577_60, [875_00, 1793_00, 220_00], [175_00, 358_60, 44_00] },
        { "equal rows, an öre too many: the first in order gets it", 12, 3, [10, 10], [2, 1] },
        { "only returns: shares are negative and still add up", 12, -190_82, [-1518_00, -263_00], [-162_64, -28_18] },
        { "a return beside sales takes its own VAT back", 12, 96_43, [1000_00, -100_00], [107_14, -10_71] },
        { "nothing was sold for anything", 12, 0, [0, 0], [0, 0] },
        { "öre of VAT on sales of zero: the first in order carries them", 12, 2, [0, 0], [2, 0] },
        { "sales and returns cancel out: each has its own VAT", 12, 0, [1000_00, -1000_00], [107_14, -107_14] },
        {
            "they nearly cancel out: the öre that differ are not blown up",
            12, 13, [1000_00, -999_00], [107_15, -107_02]
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_vat_of_a_rate_is_shared_out_to_the_ore(
        string story, int percent, long vat, long[] gross, long[] shares)
    {
        VatRate.TryFromPercent(percent, out var rate).ShouldBeTrue();
        var lines = gross.Select((amount, index) => Line($"group-{index}", amount) with { Rate = rate });

        var settled = Apportion(vat, lines);

        settled.Select(sale => sale.Vat.Ore).ShouldBe(shares, story);
        settled.Sum(sale => sale.Vat).Ore.ShouldBe(vat);
    }

    [Fact]
    public void A_row_that_states_its_vat_keeps_it_and_the_others_share_the_rest()
    {
        var (beer, food, wine) = (Line("beer", 100_00, vat: 5_00), Line("food", 100_00), Line("wine", 100_00));

        Apportion(vat: 32_15, [beer, food, wine])
            .Select(sale => (sale.Group.Code, sale.Vat.Ore, sale.Net.Ore))
            .ShouldBe([("beer", 5_00, 95_00), ("food", 13_58, 86_42), ("wine", 13_57, 86_43)]);
    }

    [Theory]
    [InlineData("of two groups", "food", 10, "beer", 10, 3)]
    [InlineData("of one group, by their size", "food", 1, "food", 3, 2)]
    public void The_order_of_the_rows_does_not_decide_who_gets_the_last_ore(
        string story, string first, long firstGross, string second, long secondGross, long vat)
    {
        SalesLine[] lines = [Line(first, firstGross), Line(second, secondGross)];

        Apportion(vat, lines).ShouldBe(Apportion(vat, lines.Reverse()), story);
    }

    [Fact]
    public void Nor_does_it_decide_which_of_two_like_rows_stated_its_vat()
    {
        SalesLine[] lines = [Line("food", 112_00), Line("food", 112_00, vat: 11_99)];

        Apportion(vat: 24_00, lines).ShouldBe(Apportion(vat: 24_00, lines.Reverse()));
    }

    [Fact]
    public void Amounts_as_large_as_a_report_may_state_are_shared_out_too()
    {
        const long Largest = 10_000_000_000_00;
        SalesLine[] lines = [Line("food", Largest), Line("wine", 1 - Largest), Line("beer", 0, vat: -Largest)];

        Apportion(vat: 0, lines).Sum(sale => sale.Vat).ShouldBe(Money.Zero);
    }

    private static ImmutableArray<Sale> Apportion(long vat, params IEnumerable<SalesLine> lines)
    {
        var table = new VatLine(lines.First().Rate, lines.Sum(line => line.Gross), null, Money.FromOre(vat));
        return VatApportionment.Apportion([.. lines], [table]);
    }

    private static SalesLine Line(string group, long gross, long? vat = null) =>
        new(new(group), null, VatRate.Reduced, Money.FromOre(gross), vat is null ? null : Money.FromOre(vat.Value));
}
