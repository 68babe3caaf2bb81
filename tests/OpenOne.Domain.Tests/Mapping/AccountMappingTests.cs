using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests.Mapping;

public sealed class AccountMappingTests
{
    private static readonly MappingKey Food = new MappingKey.Sales(new("food"), VatRate.Reduced);
    private static readonly MappingKey GiftCardSold = new MappingKey.Sales(ProductGroup.GiftCard, VatRate.None);
    private static readonly MappingKey GiftCardExpired = new MappingKey.Sales(ProductGroup.GiftCardExpired, VatRate.None);
    private static readonly MappingKey GiftCardRedeemed = new MappingKey.Payment(PaymentMeans.GiftCard);

    public static TheoryData<string, MappingBuilder, MappingKey, int?> Lookups
    {
        get
        {
            var atRate = MappingBuilder.Empty.SalesAt(12, 3002);
            var giftCards = MappingBuilder.Empty.GiftCards(2421);
            return new()
            {
                { "group and rate come first", atRate.SalesOf("food", 3010).Sales("food", 12, 3012), Food, 3012 },
                { "then the group at any rate", atRate.SalesOf("food", 3010), Food, 3010 },
                { "then the rate of any group", atRate, Food, 3002 },
                { "another group at the rate is no answer", MappingBuilder.Empty.Sales("wine", 12, 3012), Food, null },
                { "the group at another rate is no answer", MappingBuilder.Empty.Sales("food", 6, 3003), Food, null },
                { "another rate of any group is no answer", MappingBuilder.Empty.SalesAt(25, 3001), Food, null },
                { "codes are compared letter by letter", MappingBuilder.Empty.SalesOf("Food", 3010), Food, null },
                { "a gift card sold has its own row", giftCards.Sales("gift-card", 0, 2422), GiftCardSold, 2422 },
                { "or its group's", giftCards.SalesOf("gift-card", 2423), GiftCardSold, 2423 },
                { "or that of gift cards", giftCards, GiftCardSold, 2421 },
                { "that of cards sold before it", giftCards.GiftCardsSold(2424), GiftCardSold, 2424 },
                { "an expired one has a row of its own", giftCards.GiftCardsExpired(3999), GiftCardExpired, 3999 },
                { "and never the debt's", giftCards.GiftCardsSold(2424), GiftCardExpired, null },
                { "nor the one of sales at 0 %", MappingBuilder.Empty.SalesAt(0, 3004), GiftCardExpired, null },
                { "but never the one of sales at 0 %", MappingBuilder.Empty.SalesAt(0, 3004), GiftCardSold, null },
                {
                    "a gift card redeemed has its own row",
                    giftCards.Payment("gift-card", 2422), GiftCardRedeemed, 2422
                },
                { "or that of cards redeemed", giftCards.GiftCardsRedeemed(2425), GiftCardRedeemed, 2425 },
                { "or that of gift cards", giftCards, GiftCardRedeemed, 2421 },
                {
                    "another means does not use that of gift cards",
                    giftCards, new MappingKey.Payment(PaymentMeans.Card), null
                },
                { "VAT has one row per rate", A.Mapping, new MappingKey.OutputVat(VatRate.Low), 2631 },
                { "and no other stands in", atRate.Vat(25, 2611), new MappingKey.OutputVat(VatRate.Low), null },
                { "tips, rounding and differences stand for themselves", A.Mapping, new MappingKey.Rounding(), 3740 },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_most_specific_row_answers(string story, MappingBuilder mapping, MappingKey key, int? account) =>
        (mapping.Build().Find(key)?.Number).ShouldBe(account, story);

    [Fact]
    public void Keys_read_as_people_and_files_write_them()
    {
        MappingKey[] keys =
        [
            Food, new MappingKey.SalesOfGroup(new("food")), new MappingKey.SalesAtRate(VatRate.Low),
            new MappingKey.OutputVat(VatRate.Standard), GiftCardRedeemed, new MappingKey.GiftCards(),
            new MappingKey.Tips(), new MappingKey.Rounding(), new MappingKey.CashDifference(),
            new MappingKey.CashWithdrawals(), new MappingKey.CashDeposits(),
            new MappingKey.GiftCardsSold(), new MappingKey.GiftCardsRedeemed(), new MappingKey.GiftCardsExpired(),
            new MappingKey.TipsPaidOut(), new MappingKey.Suspense(),
        ];

        keys.Select(key => key.ToString()).ShouldBe(
        [
            "sales food/12", "sales food/*", "sales */6", "vat 25",
            "payment gift-card", "gift-cards", "tips", "rounding", "cash-difference",
            "cash-withdrawals", "cash-deposits",
            "gift-cards-sold", "gift-cards-redeemed", "gift-cards-expired", "tips-paid-out", "suspense",
        ]);
    }

    [Fact]
    public void A_mapping_keeps_the_rows_as_they_were_entered_and_knows_its_version()
    {
        var mapping = MappingBuilder.Empty.Tips(2820).Version(7).Build();

        mapping.Version.ShouldBe(7);
        mapping.Accounts.ShouldBe([new(new MappingKey.Tips(), AccountNumber.From(2820))]);
    }

    [Fact]
    public void A_key_has_one_account_and_versions_begin_at_one()
    {
        var tips = new MappingKey.Tips();
        KeyValuePair<MappingKey, AccountNumber>[] twice =
            [new(tips, AccountNumber.From(2820)), new(tips, AccountNumber.From(2829))];

        Should.Throw<ArgumentException>(() => new AccountMapping(1, twice));
        Should.NotThrow(() => new AccountMapping(1, [twice[0], twice[0]]));
        Should.Throw<ArgumentOutOfRangeException>(() => new AccountMapping(0, []));
    }
}
