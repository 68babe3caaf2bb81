using SpirisSandbox.Sie;

namespace SpirisSandbox.Books.Tests.Sie;

public sealed class SieFileTests
{
    private static readonly SieFile Small = new()
    {
        Program = "Prov",
        ProgramVersion = "1",
        Generated = new DateOnly(2026, 11, 20),
        CompanyName = "Krogen \"Ölet\" AB",
        OrganisationNumber = "559998-1239",
        Years = [new SieYear(0, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))],
        Accounts = [new SieAccount(1910, "Kassa"), new SieAccount(3210, "Försäljning mat")],
        Dimensions = [new SieDimension(1, "Resultatenhet")],
        Objects = [new SieObject(1, "BAR", "Baren")],
        OpeningBalances = [new SieBalance(0, 1910, 10.50m)],
        ClosingBalances = [new SieBalance(0, 1910, 122.50m)],
        Results = [new SieBalance(0, 3210, -112m)],
        Vouchers =
        [
            new SieVoucher("K", "1", new DateOnly(2026, 3, 14), "Dagskassa", new DateOnly(2026, 3, 15),
            [
                new SieRow(1910, [], 112m, "Kontant"),
                new SieRow(3210, [new SieObjectReference(1, "BAR")], -112m, ""),
            ]),
        ],
    };

    [Fact]
    public void A_file_is_written_record_by_record_in_the_order_of_the_specification() =>
        SieWriter.Write(Small).ShouldBe(string.Join("\r\n", """
            #FLAGGA 0
            #PROGRAM "Prov" "1"
            #FORMAT PC8
            #GEN 20261120
            #SIETYP 4
            #ORGNR "559998-1239"
            #FNAMN "Krogen \"Ölet\" AB"
            #RAR 0 20260101 20261231
            #KPTYP EUBAS97
            #VALUTA SEK
            #KONTO 1910 "Kassa"
            #KONTO 3210 "Försäljning mat"
            #DIM 1 "Resultatenhet"
            #OBJEKT 1 "BAR" "Baren"
            #IB 0 1910 10.50
            #UB 0 1910 122.50
            #RES 0 3210 -112.00
            #VER "K" "1" 20260314 "Dagskassa" 20260315
            {
            #TRANS 1910 {} 112.00 20260314 "Kontant"
            #TRANS 3210 {1 "BAR"} -112.00 20260314 ""
            }

            """.Split('\n').Select(line => line.TrimEnd('\r'))));

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        var read = Read(SieWriter.Write(Small));

        SieWriter.Write(read).ShouldBe(SieWriter.Write(Small));
        read.CompanyName.ShouldBe("Krogen \"Ölet\" AB");
        read.Vouchers[0].Rows[1].Objects.ShouldBe([new SieObjectReference(1, "BAR")]);
    }

    [Fact]
    public void Files_of_other_programs_are_read_with_tabs_blank_lines_and_records_of_their_own()
    {
        var read = Read("""
            #FLAGGA 0
            #FORMAT "PC8"
            #SIETYP 4
            #OWN "något" {1 "två"} 3

            #konto 1910 Kassa
            #VER	""	""	20260314	"Z 118"
            {
                #TRANS	1910	{ }	112.5
                #RTRANS 3210 {} -112.5
            	#TRANS 3210 {"1" "A}B" 6 P1} -112.5 "" "text" 2
                #BTRANS 3210 {} -1
            }
            """);

        var voucher = read.Vouchers.ShouldHaveSingleItem();
        (voucher.Series, voucher.Number, voucher.Text).ShouldBe(("", "", "Z 118"));
        voucher.Rows.Select(row => row.Amount).ShouldBe([112.5m, -112.5m]);
        voucher.Rows[1].Text.ShouldBe("text");
        voucher.Rows[1].Objects.ShouldBe([new SieObjectReference(1, "A}B"), new SieObjectReference(6, "P1")]);
        read.Accounts.ShouldBe([new SieAccount(1910, "Kassa")]);
    }

    [Theory]
    [InlineData("", "no year, account or voucher")]
    [InlineData("Kontoplan 2026", "Line 1: a record begins with #.")]
    [InlineData("#SIETYP 1\n#KONTO 1910 Kassa", "Line 1: the file is of SIE type 1, not 4.")]
    [InlineData("#KONTO abc Kassa", "Line 1: 'abc' is not an account number.")]
    [InlineData("#VER A 1 20260230", "'20260230' is not a date")]
    [InlineData("#VER A 1 20260314\n{\n#TRANS 1910 {} 1.005\n}", "Line 3: '1.005' is not an amount")]
    [InlineData("#VER A 1 20260314\n{\n#TRANS 1910 {} 1,5\n}", "Line 3: '1,5' is not an amount")]
    [InlineData("#VER A 1 20260314\n{\n#TRANS 1910 {1} 1\n}", "Line 3: a list of objects")]
    [InlineData("#VER A 1 20260314\n{\n#TRANS 1910", "Line 3: #TRANS has 1 fields")]
    [InlineData("#VER A 1 20260314\n{\n#TRANS 1910 {} 1", "the last voucher has no end")]
    [InlineData("#VER A 1 20260314\n#VER A 2 20260314", "Line 2: a voucher has no block of rows.")]
    [InlineData("#TRANS 1910 {} 1", "Line 1: a row stands outside of a voucher.")]
    [InlineData("}", "Line 1: a block ends that never began.")]
    [InlineData("#KONTO 1910 \"Kassa", "Line 1: a quoted field has no end.")]
    public void What_is_not_sie_is_refused_with_its_line(string text, string reason) =>
        SieReader.Read(text).ShouldBeOfType<SieReading.Unreadable>().Reason.ShouldContain(reason);

    [Fact]
    public void Swedish_letters_are_bytes_of_code_page_437() =>
        SieEncoding.Write("åäöÅÄÖé").ShouldBe([0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82]);

    [Fact]
    public void Marks_that_code_page_437_lacks_become_plain_ones_and_never_control_characters()
    {
        var file = Small with { CompanyName = "Café – ”Öl” § 5 ¤ 10 € 日\u0007" };

        var bytes = SieEncoding.Write(SieWriter.Write(file));

        bytes.Where(value => value < 0x20 && value is not (byte)'\r' and not (byte)'\n').ShouldBeEmpty();
        Read(SieEncoding.Read(bytes, SieEncoding.Pc8)!).CompanyName.ShouldBe("Café - \"Öl\" ? 5 ? 10 EUR ? ");
    }

    [Fact]
    public void Bytes_of_another_character_set_are_no_text()
    {
        SieEncoding.Read([0xE5], SieEncoding.Utf8).ShouldBeNull();
        SieEncoding.Read([0x86], SieEncoding.Ascii).ShouldBeNull();
        SieEncoding.Read([0xEF, 0xBB, 0xBF, 0xC3, 0xA5], SieEncoding.Utf8).ShouldBe("å");
    }

    private static SieFile Read(string text) => SieReader.Read(text).ShouldBeOfType<SieReading.Read>().File;
}
