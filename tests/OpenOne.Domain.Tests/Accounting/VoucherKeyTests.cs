using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class VoucherKeyTests
{
    private static readonly OrganisationNumber Restaurant = OrganisationNumber.Parse("559998-1239");
    private static readonly VoucherKey Key = VoucherKey.For(Restaurant, new ClosingKey("KASSA1", 64));

    // Pinned: vouchers in customers' books carry these letters, so they may never change.
    [Theory]
    [InlineData("559998-1239", "KASSA1", 64, "FHJJ-MNW5-S4")]
    [InlineData("559999-9991", "EXEMPEL1", 1284, "9H15-J4HN-PY")]
    public void The_key_of_a_closing_never_changes(string company, string register, int zNumber, string key) =>
        VoucherKey.For(OrganisationNumber.Parse(company), new ClosingKey(register, zNumber)).Text.ShouldBe(key);

    [Theory]
    [InlineData("559998-1239", "KASSA1", 65)]
    [InlineData("559998-1239", "KASSA2", 64)]
    [InlineData("559998-1239", "KASSA16", 4)]
    [InlineData("559999-9991", "KASSA1", 64)]
    public void Another_company_register_or_number_has_another_key(string company, string register, int zNumber) =>
        VoucherKey.For(OrganisationNumber.Parse(company), new ClosingKey(register, zNumber)).ShouldNotBe(Key);

    [Fact]
    public void Ten_thousand_closings_have_ten_thousand_keys() =>
        Enumerable.Range(1, 10_000).Select(number => VoucherKey.For(Restaurant, new ClosingKey("KASSA1", number)))
            .Distinct().Count().ShouldBe(10_000);

    [Fact]
    public void Each_correction_has_a_key_of_its_own()
    {
        VoucherKey[] keys = [Key, Key.Correction(1), Key.Correction(2), Key.Correction(1).Correction(1)];

        keys.Distinct().Count().ShouldBe(4);
        Key.Correction(1).ShouldBe(Key.Correction(1));
    }

    [Fact]
    public void A_voucher_that_we_book_later_for_the_same_closing_is_never_taken_for_one_that_a_person_books()
    {
        Key.Further(0).ShouldBe(Key);
        VoucherKey[] ours = [Key.Further(0), Key.Further(1), Key.Further(2)];

        ours.Distinct().Count().ShouldBe(3);
        ours.SelectMany(key => key.Corrections).Intersect(ours).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Dagskassa 2021-05-05 Z 64 KASSA1 {0}")]
    [InlineData("{0}")]
    [InlineData("{0} kontrollerad av Kim")]
    [InlineData("Kvitto [konto] {0} [klar]")]
    [InlineData("Dagskassa Z 64 [k:bord] {0}")]
    [InlineData("Dagskassa Z 64 [k:0000-0000-00] {0}")]
    public void The_key_is_found_in_a_text_that_carries_it(string text)
    {
        VoucherKey.TryFind(string.Format(null, text, Key.Marker), out var found).ShouldBeTrue();
        found.ShouldBe(Key);
    }

    [Fact]
    public void The_key_is_found_whatever_case_its_letters_were_saved_in()
    {
        VoucherKey.TryFind($"dagskassa {Key.Marker}".ToLowerInvariant(), out var found).ShouldBeTrue();
        found.ShouldBe(Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Dagskassa 2021-05-05 Z 64 KASSA1")]
    [InlineData("7F3K-Q2MD-9T")]
    [InlineData("[k:7F3K-Q2MD-9T")]
    [InlineData("[k:7F3K-Q2MD-9]")]
    [InlineData("[k:7F3KQ2MD9T]")]
    [InlineData("[k:7F3K-Q2MD-9U]")]
    [InlineData("[k:7F3K Q2MD 9T]")]
    [InlineData("[k:]")]
    [InlineData("[k:")]
    public void No_key_is_found_in_junk(string? text) => VoucherKey.TryFind(text, out _).ShouldBeFalse();

    [Fact]
    public void The_default_is_no_key_and_says_so() =>
        Should.Throw<InvalidOperationException>(() => default(VoucherKey).Text);
}
