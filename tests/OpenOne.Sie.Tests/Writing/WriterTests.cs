namespace OpenOne.Sie.Tests.Writing;

public sealed class WriterTests
{
    [Fact]
    public void The_worked_example_is_written_as_it_was_agreed_byte_for_byte() =>
        WorkedExample.Document.Bytes().ShouldBe(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Corpus", "Golden", "z1284.si")));

    [Fact]
    public void Records_of_a_ledger_stand_in_the_order_of_the_format()
    {
        var document = new SieDocument
        {
            Identification = A.Ledger with
            {
                GeneratedBy = "AB",
                CompanyType = "AB",
                CompanyCode = "7",
                OrganisationNumber = "559999-9991",
                ActivityNumber = "2",
                TradeCode = "56100",
                Address = new("Anna", "Gatan 1", "123 45 Orten", "08-1"),
                TaxYear = 2027,
                Through = new(2026, 11, 30),
            },
            Accounts = [new("3001", "Försäljning") { Type = SieAccountType.Income, Unit = "st", TaxCodes = ["7410", "7411"] }],
            Dimensions = [new(1, "Resultatenhet"), new(21, "Bord", 20)],
            Objects = [new(SieDimension.ProfitUnits, "10", "Baren")],
            Balances =
            [
                new(SieBalanceKind.Opening, 0, "1910", 100_00),
                new(SieBalanceKind.ObjectClosing, 0, "1910", 5_05) { Objects = [new(1, "10")] },
                new(SieBalanceKind.Period, 0, "3001", -1) { Period = 202611, Quantity = 2.50m },
            ],
            Vouchers = [A.Voucher() with { Series = "A", Number = "1", Sign = "xy" }],
        };

        document.Lines().ShouldBe(
        [
            "#FLAGGA 0", "#KSUMMA", "#PROGRAM \"Test\" 1.0", "#FORMAT PC8", "#GEN 20261121 \"AB\"", "#SIETYP 4", "#FTYP AB", "#FNR 7",
            "#ORGNR 559999-9991 \"\" 2", "#BKOD 56100", "#ADRESS \"Anna\" \"Gatan 1\" \"123 45 Orten\" \"08-1\"",
            "#FNAMN \"Exempel AB\"", "#RAR 0 20260101 20261231", "#RAR -1 20250101 20251231", "#TAXAR 2027", "#OMFATTN 20261130",
            "#KONTO 3001 \"Försäljning\"", "#KTYP 3001 I", "#ENHET 3001 \"st\"", "#SRU 3001 7410", "#SRU 3001 7411",
            "#DIM 1 \"Resultatenhet\"", "#UNDERDIM 21 \"Bord\" 20", "#OBJEKT 1 \"10\" \"Baren\"",
            "#IB 0 1910 100.00", "#OUB 0 1910 {1 \"10\"} 5.05", "#PSALDO 0 202611 3001 {} -0.01 2.50",
            "#VER A 1 20261120 \"Dagskassa\" \"\" \"xy\"", "{", "#TRANS 1910 {} 100.00", "#TRANS 3001 {} -100.00", "}",
            document.Line("#KSUMMA"), "",
        ]);
    }

    [Fact]
    public void A_row_says_no_more_than_it_knows_and_leaves_nothing_out_before_what_it_knows()
    {
        SieRow row = new("1910", 1);
        var document = A.Document(A.Voucher(rows:
        [
            row,
            row with { Text = "x" },
            row with { Date = new(2026, 11, 19) },
            row with { Quantity = 3m },
            row with { Sign = "me" },
            row with { Objects = [new(1, "A 1"), new(6, "7")] },
            new("3001", -6),
        ]));

        document.Lines().Where(line => line.StartsWith("#TRANS 1910", StringComparison.Ordinal)).ShouldBe(
        [
            "#TRANS 1910 {} 0.01",
            "#TRANS 1910 {} 0.01 \"\" \"x\"",
            "#TRANS 1910 {} 0.01 20261119",
            "#TRANS 1910 {} 0.01 \"\" \"\" 3",
            "#TRANS 1910 {} 0.01 \"\" \"\" \"\" \"me\"",
            "#TRANS 1910 {1 \"A 1\" 6 \"7\"} 0.01",
        ]);
    }

    [Fact]
    public void An_added_row_is_repeated_for_those_who_know_no_added_rows_and_a_removed_one_does_not_count()
    {
        var document = A.Document(A.Voucher(rows:
        [
            new("1910", 5_00),
            new("1920", 7_00) { Kind = SieRowKind.Removed },
            new("1930", -5_00) { Kind = SieRowKind.Added },
        ]));

        document.Lines().Where(line => line.Contains("TRANS", StringComparison.Ordinal)).ShouldBe(
            ["#TRANS 1910 {} 5.00", "#BTRANS 1920 {} 7.00", "#RTRANS 1930 {} -5.00", "#TRANS 1930 {} -5.00"]);
    }

    [Fact]
    public void The_largest_amounts_are_written_exactly()
    {
        var document = A.Document(A.Voucher(rows: [new("1910", SieLimits.MaxAmountOre), new("3001", -SieLimits.MaxAmountOre)]));

        document.Lines().ShouldContain("#TRANS 1910 {} 999999999999999.99");
        document.Lines().ShouldContain("#TRANS 3001 {} -999999999999999.99");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        WorkedExample.Document.Bytes().ShouldBe(WorkedExample.Document.Bytes());

    [Fact]
    public void However_long_the_file_no_more_than_a_block_of_it_is_held()
    {
        using var output = new MemoryStream();
        var writer = new SieWriter(output, A.Identification);
        var voucher = WorkedExample.Document.Vouchers[0];
        for (var i = 0; i < 10_000; i++)
        {
            writer.Write(voucher);
        }

        var handedOver = output.Position;
        writer.Complete();

        (output.Position - handedOver).ShouldBeLessThan(512 * 1024);
        output.Position.ShouldBeGreaterThan(6_000_000);
    }

    [Fact]
    public void However_long_a_voucher_no_more_than_a_block_of_it_is_held()
    {
        using var output = new MemoryStream();
        var writer = new SieWriter(output, A.Identification);
        writer.Write(A.Voucher(rows: [.. Enumerable.Range(0, 40_000).Select(i => new SieRow("1910", i % 2 == 0 ? 1 : -1, "Växel"))]));

        var handedOver = output.Position;
        writer.Complete();

        (output.Position - handedOver).ShouldBeLessThan(512 * 1024);
        output.Position.ShouldBeGreaterThan(1_000_000);
    }

    [Theory]
    [InlineData(0, "", "#TRANS 1910 {} 0.00")]
    [InlineData(-5, "", "#TRANS 1910 {} -0.05")]
    [InlineData(123_456_789_01, "Öl \u00e5t alla", "#TRANS 1910 {} 123456789.01 \"\" \"Öl åt alla\"")]
    [InlineData(100, "Rabatt 5\u20ac", "#TRANS 1910 {} 1.00 \"\" \"Rabatt 5EUR\"")]
    [InlineData(100, "\"Lunch\"", "#TRANS 1910 {} 1.00 \"\" \"\\\"Lunch\\\"\"")]
    [InlineData(100, "\u0001", "#TRANS 1910 {} 1.00")]
    [InlineData(100, " ", "#TRANS 1910 {} 1.00 \"\" \" \"")]
    public void A_row_is_written_so(long ore, string text, string line) =>
        A.Document(A.Voucher(rows: [new("1910", ore, text), new("1920", -ore)])).Lines()
            .Where(written => written.StartsWith("#TRANS 1910", StringComparison.Ordinal)).ShouldBe([line]);
}
