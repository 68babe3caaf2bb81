using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class VoucherFingerprintTests
{
    private static readonly DateOnly Date = new(2026, 3, 14);

    private static readonly (int Account, Money Debit, Money Credit)[] Rows =
    [
        (1686, Money.FromOre(112_00), Money.Zero),
        (3002, Money.Zero, Money.FromOre(100_00)),
        (2621, Money.Zero, Money.FromOre(12_00)),
    ];

    // Pinned: fingerprints are stored with each attempt and compared with what the books say later.
    [Fact]
    public void The_fingerprint_of_a_voucher_never_changes() =>
        VoucherFingerprint.Of(Date, Rows).Hex
            .ShouldBe("30ef18873163073cb355e91b083b72f41efd43e2115707f979cb2499acc93713");

    [Fact]
    public void The_order_of_the_rows_says_nothing() =>
        VoucherFingerprint.Of(Date, Rows.Reverse()).ShouldBe(VoucherFingerprint.Of(Date, Rows));

    [Fact]
    public void Rows_of_zero_say_nothing() =>
        VoucherFingerprint.Of(Date, [.. Rows, (3740, Money.Zero, Money.Zero)])
            .ShouldBe(VoucherFingerprint.Of(Date, Rows));

    [Fact]
    public void A_row_that_stands_twice_says_more_than_once() =>
        VoucherFingerprint.Of(Date, [.. Rows, Rows[0]]).ShouldNotBe(VoucherFingerprint.Of(Date, Rows));

    [Fact]
    public void Another_date_account_side_or_amount_is_another_voucher()
    {
        var fingerprint = VoucherFingerprint.Of(Date, Rows);

        VoucherFingerprint.Of(Date.AddDays(1), Rows).ShouldNotBe(fingerprint);
        VoucherFingerprint.Of(Date, [(1685, Rows[0].Debit, Rows[0].Credit), .. Rows[1..]]).ShouldNotBe(fingerprint);
        VoucherFingerprint.Of(Date, [(1686, Rows[0].Credit, Rows[0].Debit), .. Rows[1..]]).ShouldNotBe(fingerprint);
        VoucherFingerprint.Of(Date, [(1686, Money.FromOre(112_01), Money.Zero), .. Rows[1..]]).ShouldNotBe(fingerprint);
    }

    [Fact]
    public void The_texts_of_a_voucher_say_nothing()
    {
        var closing = A.Closing.Sold("food", 12, gross: 112_00).Paid("card", 112_00).Build();
        var voucher = Compositions.Voucher(closing);

        var reversal = voucher.Reverse(voucher.Key.Correction(1), Date, "Rättelse");

        VoucherFingerprint.Of(voucher).ShouldBe(VoucherFingerprint.Of(Date, Rows));
        VoucherFingerprint.Of(reversal).ShouldNotBe(VoucherFingerprint.Of(voucher));
    }

    [Fact]
    public void A_stored_digest_is_the_same_fingerprint()
    {
        var fingerprint = VoucherFingerprint.Of(Date, Rows);

        VoucherFingerprint.FromHex(fingerprint.Hex).ShouldBe(fingerprint);
        Should.Throw<InvalidOperationException>(() => default(VoucherFingerprint).Hex);
    }
}
