using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Suggestions;

/// <summary>Proposes an account for a key that nobody has mapped: from its rate, its name, the usual chart and the company's own.</summary>
public static class Suggester
{
    /// <summary>Where sales stand in the BAS chart: 30xx to 37xx.</summary>
    private static readonly (int From, int Through) _sales = (3000, 3799);

    /// <summary>Where money and what others owe stand in the BAS chart.</summary>
    private static readonly (int From, int Through) _money = (1500, 1999);

    /// <summary>What we would propose.</summary>
    /// <param name="key">What is to be mapped.</param>
    /// <param name="name">What the register calls it, where it says.</param>
    /// <param name="chart">The company's own chart.</param>
    public static Suggestion For(MappingKey key, string? name, OwnChart chart) => key switch
    {
        MappingKey.Sales sales => ForSales(Wording.Of(sales.Group.Code, name), sales.Rate, chart),
        MappingKey.SalesOfGroup sales => ForSales(Wording.Of(sales.Group.Code, name), VatRate.None, chart),
        MappingKey.SalesAtRate { Rate.Percent: 0 } => new Suggestion.LeftOpen(NoSuggestionReason.ZeroRate, ""),
        MappingKey.SalesAtRate sales =>
            Of(chart, SuggestionReason.Rate, sales.Rate.ToString(), MappingTemplate.SalesAccount(sales.Rate.Percent)),
        MappingKey.OutputVat { Rate.Percent: 0 } => new Suggestion.LeftOpen(NoSuggestionReason.ZeroRate, ""),
        MappingKey.OutputVat vat =>
            Of(chart, SuggestionReason.OutputVat, vat.Rate.ToString(), MappingTemplate.VatAccounts(vat.Rate.Percent)),
        MappingKey.Payment payment => ForPayment(Wording.Of(payment.Means.Code, name), chart),
        MappingKey.GiftCards => Of(chart, SuggestionReason.GiftCard, "", 2421, 2420),
        MappingKey.Tips => Of(chart, SuggestionReason.Usual, "", 2820, 2829),
        MappingKey.Rounding => Of(chart, SuggestionReason.Usual, "", 3740),
        _ => new Suggestion.LeftOpen(NoSuggestionReason.CompanysChoice, ""),
    };

    private static Suggestion ForSales(Wording said, VatRate rate, OwnChart chart)
    {
        if (rate == VatRate.None)
        {
            return said.Topic is Topic.GiftCard
                ? Of(chart, SuggestionReason.GiftCard, said.Word, 2421, 2420)
                : new Suggestion.LeftOpen(NoSuggestionReason.ZeroRate, said.Word);
        }

        var named = chart.Usable.Where(account => IsIn(_sales, account) && MaySell(account, said, rate))
            .OrderBy(account => Distance(said, Wording.Of("", account.Name))).ToList();
        return (named.Find(account => account.Rate == rate) ?? named.FirstOrDefault()) is { } own
            ? new Suggestion.Account(own.Number, AccountFit.Usable, SuggestionReason.OwnAccountsName, own.Name)
            : Of(chart, SuggestionReason.Rate, rate.ToString(), MappingTemplate.SalesAccount(rate.Percent));
    }

    private static Suggestion ForPayment(Wording said, OwnChart chart)
    {
        var (reason, candidates) = said.Topic switch
        {
            Topic.Card => (SuggestionReason.Card, MappingTemplate.CardAccounts),
            Topic.LunchCard => (SuggestionReason.LunchCard, MappingTemplate.CardAccounts),
            Topic.Platform => (SuggestionReason.Platform, MappingTemplate.CardAccounts),
            Topic.GiftCard => (SuggestionReason.GiftCard, [2421, 2420]),
            Topic.Swish => (SuggestionReason.Usual, [1930]),
            Topic.Cash => (SuggestionReason.Usual, [1910]),
            Topic.Invoice => (SuggestionReason.Usual, [1510]),
            _ => (SuggestionReason.Usual, Array.Empty<int>()),
        };
        if (candidates is [])
        {
            return new Suggestion.LeftOpen(
                said.Topic is Topic.HouseUse ? NoSuggestionReason.HouseUse : NoSuggestionReason.UnknownMeans, said.Word);
        }

        // An account that is called after it says more than custom does; but custom decides among several.
        var named = chart.Usable.Where(account => IsIn(_money, account) && Wording.Of("", account.Name).Topic == said.Topic).ToList();
        return named is [var own, ..] && !named.Exists(account => candidates.Contains(account.Number.Number))
            ? new Suggestion.Account(own.Number, AccountFit.Usable, SuggestionReason.OwnAccountsName, own.Name)
            : Of(chart, reason, said.Word, candidates);
    }

    /// <summary>How far an account's name is from what is sold: "fatöl" goes to "öl" before "cider", and so does what neither
    /// names.</summary>
    private static int Distance(Wording said, Wording called) =>
        said.Word.EndsWith(called.Word, StringComparison.Ordinal) ? 0 : called.IsUsualWord ? 1 : 2;

    /// <summary>Whether an account is called after what is sold, and nothing about it speaks of another rate.</summary>
    private static bool MaySell(OwnAccount account, Wording said, VatRate rate)
    {
        var called = Wording.Of("", account.Name);
        return called.Topic == said.Topic && called.IsTakenAway == said.IsTakenAway
            && (called.Topic is not Topic.Unknown || called.IsTakenAway)
            && (account.Rate ?? rate) == rate && !NamesAnotherRate(account.Name, rate);
    }

    private static bool NamesAnotherRate(string name, VatRate rate) =>
        VatRate.All.Any(other => other != rate && other != VatRate.None && Numbers(name).Contains(other.Percent));

    private static IEnumerable<int> Numbers(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(digits => digits.Length <= 2)
            .Select(digits => int.Parse(digits, CultureInfo.InvariantCulture));

    private static bool IsIn((int From, int Through) part, OwnAccount account) =>
        account.Number.Number >= part.From && account.Number.Number <= part.Through;

    private static Suggestion.Account Of(OwnChart chart, SuggestionReason reason, string about, params int[] candidates)
    {
        var account = chart.Choose([.. candidates.Select(AccountNumber.From)]);
        return new(account, chart.FitOf(account), reason, about);
    }
}
