using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.Domain.Tests.Suggestions;

/// <summary>Whole mappings to begin with.</summary>
public sealed class MappingTemplateTests
{
    [Theory]
    [InlineData(Trade.Restaurant, """
        sales */25 3001, sales */12 3002, sales */6 3003, vat 25 2611, vat 12 2621, vat 6 2631,
        payment card 1686, payment swish 1930, payment cash 1910, gift-cards 2421, payment invoice 1510, tips 2820, rounding 3740
        """)]
    [InlineData(Trade.Cafe, """
        sales */25 3001, sales */12 3002, sales */6 3003, vat 25 2611, vat 12 2621, vat 6 2631,
        payment card 1686, payment swish 1930, payment cash 1910, gift-cards 2421, rounding 3740
        """)]
    [InlineData(Trade.Bar, """
        sales */25 3001, sales */12 3002, vat 25 2611, vat 12 2621,
        payment card 1686, payment swish 1930, payment cash 1910, payment invoice 1510, tips 2820, rounding 3740
        """)]
    public void A_template_is_the_usual_chart_of_its_trade(Trade trade, string rows) =>
        Told(MappingTemplate.Of(trade).Fill(OwnChart.NotKnown)).ShouldBe(rows.ReplaceLineEndings(" "));

    [Theory]
    [InlineData("1686", "1686 Usable")]
    [InlineData("1580", "1580 Usable")]
    [InlineData("1580 1686", "1686 Usable")]
    [InlineData("1580 !1686", "1580 Usable")]
    [InlineData("!1580", "1580 Inactive")]
    [InlineData("1910", "1686 Missing")]
    public void What_the_card_company_owes_stands_where_the_companys_chart_has_it(string chart, string expected)
    {
        var own = new OwnChart(chart.Split(' ').Select(account => new OwnAccount(
            AccountNumber.From(int.Parse(account.TrimStart('!'), CultureInfo.InvariantCulture)), "", !account.StartsWith('!'), null)));

        var card = MappingTemplate.Of(Trade.Restaurant).Fill(own).Single(row => row.Key.ToString() == "payment card");

        $"{card.Account} {card.Fit}".ShouldBe(expected);
    }

    [Fact]
    public void No_template_chooses_the_account_of_a_difference_of_the_till() =>
        Enum.GetValues<Trade>().SelectMany(trade => MappingTemplate.Of(trade).Rows)
            .ShouldNotContain(row => row.Key is MappingKey.CashDifference);

    private static string Told(IEnumerable<FilledRow> rows) => string.Join(", ", rows.Select(row => $"{row.Key} {row.Account}"));
}
