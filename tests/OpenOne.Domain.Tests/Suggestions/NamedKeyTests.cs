using OpenOne.Domain.Suggestions;

namespace OpenOne.Domain.Tests.Suggestions;

/// <summary>What a closing lets us know of that may need an account.</summary>
public sealed class NamedKeyTests
{
    [Fact]
    public void A_plain_evening_speaks_of_its_groups_rates_and_means() =>
        Told(A.Closing.Sold("food", 12, gross: 112_00).Sold("food", 6, gross: 106_00).Sold("beer", 25, gross: 0).Paid("card", 218_00))
            .ShouldBe(["sales beer/25", "sales food/12", "sales food/6", "vat 25", "vat 12", "vat 6", "payment card"]);

    [Fact]
    public void What_else_happened_is_spoken_of_only_when_it_did() =>
        Told(A.Closing.Sold("food", 12, gross: 112_25).Sold("gift-card", 0, gross: 500_00).Paid("cash", 612_00, tip: 20_00).Rounded(-25)
                .DrawerHeld(openingFloat: 0, counted: 600_00))
            .ShouldBe(
            [
                "sales food/12", "sales gift-card/0", "vat 12", "payment cash", "tips", "rounding", "cash-difference",
            ]);

    private static IEnumerable<string> Told(ClosingBuilder closing) =>
        NamedKey.Of(closing.Build()).Select(named => named.Key.ToString()!);
}
