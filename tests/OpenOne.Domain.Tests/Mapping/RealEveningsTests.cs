using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests.Mapping;

public sealed class RealEveningsTests
{
    public static TheoryData<RealEvening> All => [.. RealEvenings.All];

    [Theory]
    [MemberData(nameof(All))]
    public void An_evening_becomes_the_voucher_of_its_books_to_the_ore(RealEvening evening) =>
        Compose(evening, invoicesInSpiris: false).ShouldBook(evening.Journal);

    [Theory]
    [MemberData(nameof(All))]
    public void Without_its_invoices_too(RealEvening evening) =>
        Compose(evening, invoicesInSpiris: true).ShouldBook(evening.JournalWithoutInvoices);

    [Theory]
    [InlineData("")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Every_culture_gives_the_same_voucher_to_the_letter(string culture)
    {
        var expected = Compose(MadeUpEvening.Z1284, invoicesInSpiris: false);
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            var voucher = Compose(MadeUpEvening.Z1284, invoicesInSpiris: false);

            voucher.ShouldBe(expected);
            voucher.Text.ShouldBe("Dagskassa 2026-11-20 Z 1284 EXEMPEL1 [k:9H15-J4HN-PY]");
            VoucherFingerprint.Of(voucher).ShouldBe(VoucherFingerprint.Of(expected));
            voucher.Total.ToString().ShouldBe("65785.75");
            (-voucher.Total).ToString().ShouldBe("-65785.75");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_made_up_evening_reads_as_a_bookkeeper_would_write_it()
    {
        var voucher = Compose(MadeUpEvening.Z1284, invoicesInSpiris: false);

        voucher.ShouldBeJournal("""
            2026-11-20 A Dagskassa 2026-11-20 Z 1284 EXEMPEL1
              1686 D  52992.40
              1910 D   2214.00
              2421 D   1250.00
              1510 D   2594.00
              1930 D   6720.10
              3740 D      0.25
              3001 K  16356.00
              3002 K  32460.16
              3003 K   3821.08
              2421 K   1500.00
              2611 K   4089.00
              2621 K   3895.24
              2631 K    229.27
              2820 K   3420.00
              6992 D     15.00
              1910 K     15.00
            """);
        voucher.Rows.Select(row => row.Text).ShouldBe(
        [
            "Kort", "Kontant", "Presentkort inlöst", "Faktura", "Swish", "Öresavrundning",
            "Starköl, Sprit, Vin", "Mat servering, Lättöl/folköl servering m.fl.",
            "Avhämtning mat, Avhämtning dryck", "Presentkort",
            "Utgående moms 25 %", "Utgående moms 12 %", "Utgående moms 6 %", "Dricks",
            "Kassadifferens", "Kassadifferens",
        ]);
    }

    private static Voucher Compose(RealEvening evening, bool invoicesInSpiris) =>
        VoucherComposer.Compose(evening.Closing, evening.Mapping, evening.Terms(invoicesInSpiris))
            .ShouldBeOfType<Composition.Composed>().Voucher;
}
