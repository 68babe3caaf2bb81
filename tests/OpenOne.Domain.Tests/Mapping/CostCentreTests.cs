using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>Which cost centres (resultatenheter) the rows of a voucher get.</summary>
public sealed class CostCentreTests
{
    private static readonly Guid TheStore = new("0f3c0000-0000-4000-8000-000000000001");
    private static readonly CostCentre North = new(new("0f3c0000-0000-4000-8000-00000000000a"), "Norr");
    private static readonly CostCentre Bar = new(new("0f3c0000-0000-4000-8000-00000000000b"), "Bar");
    private static readonly CostCentre Kitchen = new(new("0f3c0000-0000-4000-8000-00000000000c"), "Kök");
    private static readonly CostCentre Guests = new(new("0f3c0000-0000-4000-8000-00000000000d"), "Gäster");

    private static readonly ClosingBuilder Evening =
        A.Closing.Sold("wine", 25, 125_00).Sold("food", 12, 112_00).Paid("card", 237_00);

    private static readonly VoucherTerms Allowed = A.Terms with
    {
        Store = TheStore,
        CostCentreAccounts = [AccountNumber.From(3001), AccountNumber.From(3002)],
    };

    public static TheoryData<string, MappingBuilder, VoucherTerms, string> Settings => new()
    {
        { "none set", A.Mapping, Allowed, "3001 -/-/- 3002 -/-/-" },
        { "the store's", AtStore(A.Mapping), Allowed, "3001 Norr/-/- 3002 Norr/-/-" },
        { "another store's", AtStore(A.Mapping), Allowed with { Store = Guid.Empty }, "3001 -/-/- 3002 -/-/-" },
        { "the register before the store", AtRegister(AtStore(A.Mapping)), Allowed, "3001 Bar/-/- 3002 Bar/-/-" },
        { "the group before the register", AtGroup(AtRegister(A.Mapping)), Allowed, "3001 Bar/-/- 3002 Kök/-/-" },
        { "the row before all", AtRow(AtGroup(AtRegister(A.Mapping))), Allowed, "3001 Bar/-/- 3002 Gäster/-/-" },
        { "group of cost centres by group", AtRowSecond(AtStore(A.Mapping)), Allowed, "3001 Norr/-/- 3002 Norr/Gäster/-" },
        {
            "only where the account allows it",
            AtStore(A.Mapping), Allowed with { CostCentreAccounts = [AccountNumber.From(3002)] }, "3001 -/-/- 3002 Norr/-/-"
        },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_most_specific_setting_wins(string story, MappingBuilder mapping, VoucherTerms terms, string expected)
    {
        var voucher = Voucher(Evening.Build(), mapping, terms);

        string.Join(' ', voucher.Rows.Where(row => row.Account.Number is 3001 or 3002).Select(Told)).ShouldBe(expected, story);
        voucher.Rows.Where(row => row.Account.Number is not (3001 or 3002)).ShouldAllBe(row => row.CostCentres.AreNone);
    }

    [Fact]
    public void Product_groups_of_one_account_and_different_cost_centres_stay_two_rows()
    {
        var closing = A.Closing.Sold("wine", 25, 125_00).Sold("beer", 25, 250_00).Paid("card", 375_00).Build();
        var mapping = A.Mapping.At(new CostCentreSubject.Group(new("wine")), new(Bar, null, null));

        Voucher(closing, mapping, Allowed).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   375.00
              3001 K   200.00
              3001 K   100.00
              2611 K    75.00
            """);
    }

    [Fact]
    public void What_takes_a_voucher_back_takes_it_back_from_the_same_cost_centres()
    {
        var voucher = Voucher(Evening.Build(), AtStore(A.Mapping), Allowed);

        Reversal.Of(voucher, "A1", 1).Rows.Select(row => row.CostCentres)
            .ShouldBe(voucher.Rows.Select(row => row.CostCentres));
    }

    private static MappingBuilder AtStore(MappingBuilder mapping) =>
        mapping.At(new CostCentreSubject.Store(TheStore), new(North, null, null));

    private static MappingBuilder AtRegister(MappingBuilder mapping) =>
        mapping.At(new CostCentreSubject.Register("KASSA1"), new(Bar, null, null));

    private static MappingBuilder AtGroup(MappingBuilder mapping) =>
        mapping.At(new CostCentreSubject.Group(new("food")), new(Kitchen, null, null));

    private static MappingBuilder AtRow(MappingBuilder mapping) => mapping.At(
        new CostCentreSubject.Row(new MappingKey.SalesAtRate(VatRate.Reduced)), new(Guests, null, null));

    private static MappingBuilder AtRowSecond(MappingBuilder mapping) => mapping.At(
        new CostCentreSubject.Row(new MappingKey.SalesAtRate(VatRate.Reduced)), new(null, Guests, null));

    private static string Told(VoucherRow row) =>
        $"{row.Account} {row.CostCentres.First?.Name ?? "-"}/{row.CostCentres.Second?.Name ?? "-"}/{row.CostCentres.Third?.Name ?? "-"}";
}
