using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Testing;

/// <summary>An account mapping, told row by row; a later row replaces an earlier one. Each statement gives a new
/// builder.</summary>
public sealed record MappingBuilder
{
    private ImmutableDictionary<MappingKey, AccountNumber> Accounts { get; init; } =
        ImmutableDictionary<MappingKey, AccountNumber>.Empty;

    private ImmutableDictionary<CostCentreSubject, CostCentres> Centres { get; init; } =
        ImmutableDictionary<CostCentreSubject, CostCentres>.Empty;

    private int Number { get; init; } = 1;

    /// <summary>No rows at all.</summary>
    public static MappingBuilder Empty { get; } = new();

    /// <summary>The accounts of the BAS chart that a restaurant uses, for every key but cash moved by hand.</summary>
    public static MappingBuilder Complete { get; } = Empty
        .SalesAt(25, 3001).SalesAt(12, 3002).SalesAt(6, 3003).SalesAt(0, 3004)
        .Vat(25, 2611).Vat(12, 2621).Vat(6, 2631)
        .Payment("card", 1686).Payment("swish", 1930).Payment("cash", 1910).Payment("invoice", 1510)
        .GiftCards(2421).Tips(2820).Rounding(3740).CashDifference(6992);

    /// <summary>Sales of one product group at one rate.</summary>
    public MappingBuilder Sales(string group, int rate, int account) =>
        With(new MappingKey.Sales(new(group), ClosingBuilder.Rate(rate)), account);

    /// <summary>Sales of one product group at any rate.</summary>
    public MappingBuilder SalesOf(string group, int account) => With(new MappingKey.SalesOfGroup(new(group)), account);

    /// <summary>Sales of any product group at one rate.</summary>
    public MappingBuilder SalesAt(int rate, int account) =>
        With(new MappingKey.SalesAtRate(ClosingBuilder.Rate(rate)), account);

    /// <summary>Output VAT at one rate.</summary>
    public MappingBuilder Vat(int rate, int account) =>
        With(new MappingKey.OutputVat(ClosingBuilder.Rate(rate)), account);

    /// <summary>One means of payment.</summary>
    public MappingBuilder Payment(string means, int account) => With(new MappingKey.Payment(new(means)), account);

    /// <summary>Gift cards, sold and redeemed.</summary>
    public MappingBuilder GiftCards(int account) => With(new MappingKey.GiftCards(), account);

    /// <summary>Gift cards sold.</summary>
    public MappingBuilder GiftCardsSold(int account) => With(new MappingKey.GiftCardsSold(), account);

    /// <summary>Gift cards redeemed.</summary>
    public MappingBuilder GiftCardsRedeemed(int account) => With(new MappingKey.GiftCardsRedeemed(), account);

    /// <summary>Gift cards that nobody redeemed in time.</summary>
    public MappingBuilder GiftCardsExpired(int account) => With(new MappingKey.GiftCardsExpired(), account);

    /// <summary>Tips that the staff take out of the till.</summary>
    public MappingBuilder TipsPaidOut(int account) => With(new MappingKey.TipsPaidOut(), account);

    /// <summary>What has no account yet.</summary>
    public MappingBuilder Suspense(int account) => With(new MappingKey.Suspense(), account);

    /// <summary>Cost centres of everything that a subject covers.</summary>
    public MappingBuilder At(CostCentreSubject subject, CostCentres centres) =>
        this with { Centres = Centres.SetItem(subject, centres) };

    /// <summary>Tips.</summary>
    public MappingBuilder Tips(int account) => With(new MappingKey.Tips(), account);

    /// <summary>Cash rounding.</summary>
    public MappingBuilder Rounding(int account) => With(new MappingKey.Rounding(), account);

    /// <summary>Cash difference.</summary>
    public MappingBuilder CashDifference(int account) => With(new MappingKey.CashDifference(), account);

    /// <summary>Cash taken out of the drawer.</summary>
    public MappingBuilder CashWithdrawals(int account) => With(new MappingKey.CashWithdrawals(), account);

    /// <summary>Cash put into the drawer.</summary>
    public MappingBuilder CashDeposits(int account) => With(new MappingKey.CashDeposits(), account);

    /// <summary>Takes a row away.</summary>
    public MappingBuilder Without(MappingKey key) => this with { Accounts = Accounts.Remove(key) };

    /// <summary>Which version of the company's mapping it is.</summary>
    public MappingBuilder Version(int number) => this with { Number = number };

    /// <summary>The mapping.</summary>
    public AccountMapping Build() => new(Number, Accounts, new(Centres));

    private MappingBuilder With(MappingKey key, int account) =>
        this with { Accounts = Accounts.SetItem(key, AccountNumber.From(account)) };
}
