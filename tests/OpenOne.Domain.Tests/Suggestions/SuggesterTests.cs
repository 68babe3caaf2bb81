using System.Globalization;
using System.Text;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.Domain.Tests.Suggestions;

/// <summary>What is proposed for what nobody has mapped, and why.</summary>
public sealed class SuggesterTests
{
    /// <summary>A chart as of BAS 2026.</summary>
    private static readonly OwnChart _bas2026 = Chart(
        "1510 Kundfordringar", "1686 Fordringar för kontokort och kuponger", "1910 Kassa", "1930 Företagskonto",
        "2421 Ej inlösta presentkort", "2611 Utgående moms, 25 %", "2621 Utgående moms, 12 %", "2631 Utgående moms, 6 %",
        "2820 Kortfristiga skulder till anställda", "3001 Försäljning inom Sverige, 25 % moms",
        "3002 Försäljning inom Sverige, 12 % moms", "3003 Försäljning inom Sverige, 6 % moms", "3740 Öres- och kronutjämning");

    /// <summary>A restaurant's chart of 2021, one account of sales for each product group.</summary>
    private static readonly OwnChart _ownWays = Chart(
        "1580 Fordringar för kontokort och kuponger", "1910 Kassa", "1925 Swish", "1930 Bank", "1932 Kort", "2610 Utgående moms 25 %",
        "2620 Utgående moms 12 %", "3001 Försäljning 25 %", "3002 Försäljning 12 %", "3210 Mat", "3211 Mat avhämtning 6 %",
        "3320 Läsk", "3340 Öl 25 %", "3341 Öl 12 %", "3350 Vin", "!3360 Sprit");

    [Theory]
    [InlineData("Fatöl", 3340)]
    [InlineData("Folkets ale", 3340)]
    [InlineData("Lager", 3340)]
    [InlineData("Cider", 3330)]
    [InlineData("Päroncider", 3330)]
    public void Of_several_accounts_of_a_topic_the_one_that_is_called_most_alike_is_proposed(string name, int account) =>
        Sales("99", name, 25, Chart("3330 Försäljning cider", "3340 Försäljning öl"))
            .ShouldStartWith($"{account} Usable OwnAccountsName");

    [Theory]
    [InlineData("beer", "Öl", 25, "3001 Usable Rate 25 %")]
    [InlineData("food", "Mat", 12, "3002 Usable Rate 12 %")]
    [InlineData("food", "Mat", 6, "3003 Usable Rate 6 %")]
    [InlineData("4711", null, 12, "3002 Usable Rate 12 %")]
    [InlineData("gift-card", "Presentkort", 0, "2421 Usable GiftCard presentkort")]
    [InlineData("99", "Gift card", 0, "2421 Usable GiftCard giftcard")]
    [InlineData("99", "Värdebevis", 0, "2421 Usable GiftCard värdebevis")]
    [InlineData("99", "Lunchpresentkort", 12, "3002 Usable Rate 12 %")]
    [InlineData("99", "Momsfritt", 0, "ZeroRate")]
    [InlineData("99", null, 0, "ZeroRate")]
    public void Sales_in_a_usual_chart_go_by_their_rate(string code, string? name, int rate, string suggested) =>
        Sales(code, name, rate, _bas2026).ShouldBe(suggested);

    [Theory]
    [InlineData("beer", "Fatöl", 25, "3340 Usable OwnAccountsName Öl 25 %")]
    [InlineData("beer", "Öl", 12, "3341 Usable OwnAccountsName Öl 12 %")]
    [InlineData("wine", "Husets rödvin", 25, "3350 Usable OwnAccountsName Vin")]
    [InlineData("wine", "Alkoholfritt vin", 12, "3320 Usable OwnAccountsName Läsk")]
    [InlineData("spirits", "Sprit", 25, "3001 Usable Rate 25 %")]
    [InlineData("food", "Varmrätter", 12, "3210 Usable OwnAccountsName Mat")]
    [InlineData("food", "Avhämtning mat", 6, "3211 Usable OwnAccountsName Mat avhämtning 6 %")]
    [InlineData("food", "Avhämtning mat", 12, "3002 Usable Rate 12 %")]
    [InlineData("4711", "Garderob", 25, "3001 Usable Rate 25 %")]
    public void An_account_that_is_called_after_what_is_sold_goes_before_the_rate(string code, string? name, int rate, string suggested) =>
        Sales(code, name, rate, _ownWays).ShouldBe(suggested);

    [Theory]
    [InlineData("card", "Kort", "1686 Usable Card kort")]
    [InlineData("visa", null, "1686 Usable Card visa")]
    [InlineData("3", "Bankkort", "1686 Usable Card bankkort")]
    [InlineData("swish", "Swish", "1930 Usable Usual swish")]
    [InlineData("cash", "Kontant", "1910 Usable Usual kontant")]
    [InlineData("gift-card", "Presentkort", "2421 Usable GiftCard presentkort")]
    [InlineData("invoice", "Faktura", "1510 Usable Usual faktura")]
    [InlineData("edenred", "Edenred", "1686 Usable LunchCard edenred")]
    [InlineData("7", "Rikskort", "1686 Usable LunchCard rikskort")]
    [InlineData("wolt", "Wolt", "1686 Usable Platform wolt")]
    [InlineData("uber", "Uber Eats", "1686 Usable Platform uber")]
    [InlineData("9", "Personal", "HouseUse personal")]
    [InlineData("9", "Rumsdebitering", "UnknownMeans")]
    [InlineData("9", null, "UnknownMeans")]
    public void A_means_of_payment_goes_by_its_name(string code, string? name, string suggested) =>
        Means(code, name, _bas2026).ShouldBe(suggested);

    [Theory]
    [InlineData("card", "Kort", "1580 Usable Card kort")]
    [InlineData("swish", "Swish", "1925 Usable OwnAccountsName Swish")]
    [InlineData("cash", "Kontant", "1910 Usable Usual kontant")]
    [InlineData("invoice", "Faktura", "1510 Missing Usual faktura")]
    public void A_means_of_payment_goes_to_the_companys_own_account_for_it(string code, string? name, string suggested) =>
        Means(code, name, _ownWays).ShouldBe(suggested);

    [Theory]
    [InlineData("sales */25", "3001 Usable Rate 25 %")]
    [InlineData("sales */0", "ZeroRate")]
    [InlineData("vat 25", "2610 Usable OutputVat 25 %")]
    [InlineData("vat 6", "2631 Missing OutputVat 6 %")]
    [InlineData("tips", "2820 Missing Usual")]
    [InlineData("rounding", "3740 Missing Usual")]
    [InlineData("cash-difference", "CompanysChoice")]
    public void Everything_else_goes_by_custom_and_what_custom_leaves_open_is_left_open(string key, string suggested) =>
        Told(Suggester.For(Key(key), null, _ownWays)).ShouldBe(suggested);

    [Fact]
    public void While_nobody_has_read_the_chart_custom_is_told_as_not_checked() =>
        Means("card", "Kort", OwnChart.NotKnown).ShouldBe("1686 NotChecked Card kort");

    [Theory]
    [InlineData("mjöl", Topic.Unknown)]
    [InlineData("Automat", Topic.Unknown)]
    [InlineData("Lättöl, folköl", Topic.SoftDrink)]
    [InlineData("Ginger beer", Topic.SoftDrink)]
    [InlineData("Soft drinks", Topic.SoftDrink)]
    [InlineData("STARKÖL", Topic.Beer)]
    [InlineData("Brännvin", Topic.Spirits)]
    [InlineData("Kortterminal", Topic.Card)]
    [InlineData("", Topic.Unknown)]
    [InlineData("\ud83c öl", Topic.Beer)]
    public void Words_are_read_as_people_mean_them(string name, Topic topic) => Wording.Of("", name).Topic.ShouldBe(topic);

    [Fact]
    public void A_letter_may_come_in_two_pieces() =>
        Wording.Of("", "Öl".Normalize(NormalizationForm.FormD)).Topic.ShouldBe(Topic.Beer);

    private static string Sales(string code, string? name, int rate, OwnChart chart) =>
        Told(Suggester.For(new MappingKey.Sales(new ProductGroup(code), Percent(rate)), name, chart));

    private static string Means(string code, string? name, OwnChart chart) =>
        Told(Suggester.For(new MappingKey.Payment(new PaymentMeans(code)), name, chart));

    private static string Told(Suggestion suggestion) => (suggestion switch
    {
        Suggestion.Account account => $"{account.Number} {account.Fit} {account.Reason} {account.About}",
        Suggestion.LeftOpen open => $"{open.Reason} {open.About}",
        _ => "",
    }).TrimEnd();

    private static MappingKey Key(string text) => text switch
    {
        "tips" => new MappingKey.Tips(),
        "rounding" => new MappingKey.Rounding(),
        "cash-difference" => new MappingKey.CashDifference(),
        _ when text.StartsWith("vat ", StringComparison.Ordinal) => new MappingKey.OutputVat(Percent(Last(text))),
        _ => new MappingKey.SalesAtRate(Percent(Last(text))),
    };

    private static int Last(string text) => int.Parse(text.Split(' ', '/')[^1], CultureInfo.InvariantCulture);

    private static OwnChart Chart(params string[] accounts) => new(accounts.Select(account =>
        new OwnAccount(
            AccountNumber.From(int.Parse(account.TrimStart('!')[..4], CultureInfo.InvariantCulture)),
            account.TrimStart('!')[5..], !account.StartsWith('!'), null)));

    private static VatRate Percent(int percent) =>
        VatRate.TryFromPercent(percent, out var rate) ? rate : throw new ArgumentOutOfRangeException(nameof(percent));
}
