using System.Text;

namespace OpenOne.Sie.Tests.Reading;

/// <summary>Files that are made to hurt: the reader comes to its end, in bounded memory, and says what it met.</summary>
public sealed class HostileInputTests
{
    private const long Gigabyte = 1L << 30;
    private const string Beginning = "#FLAGGA 0\r\n#SIETYP 4\r\n";

    [Fact]
    public void Two_gigabytes_of_vouchers_are_read_holding_one_at_a_time()
    {
        var voucher = string.Concat("#VER A \"\" 20261120 x\r\n{\r\n", string.Concat(Enumerable.Repeat(Row(1) + Row(-1), 500)), "}\r\n");
        using var file = new EndlessStream(Beginning, voucher, 2 * Gigabyte);
        var reader = new SieReader(file);
        var vouchers = 0L;
        var most = 0L;
        while (reader.ReadVoucher() is { } read)
        {
            read.Rows.Length.ShouldBe(1000);
            if (vouchers++ % 4096 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        vouchers.ShouldBe(file.Repetitions);
        reader.BytesRead.ShouldBeGreaterThan(2 * Gigabyte);
        reader.Findings.HasErrors.ShouldBeFalse();
        most.ShouldBeLessThan(600L << 20);
    }

    [Fact]
    public void A_line_without_end_is_passed_over_in_a_block()
    {
        using var file = new EndlessStream(Beginning + "#PROSA \"", "endless ", Gigabyte / 2);

        var findings = Findings(file);

        findings[SieProblem.LineTooLong].ShouldBe(1);
        findings.Keys.ShouldNotContain(SieProblem.UnterminatedQuote);
    }

    [Fact]
    public void A_file_of_nuls_is_refused_at_its_first_block()
    {
        using var file = new EndlessStream("", "\0\0\0\0\0\0\0\0", 2 * Gigabyte);

        Findings(file).Keys.ShouldBe([SieProblem.NulBytes]);
        file.BytesGiven.ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_file_that_is_anything_else_is_refused_at_its_first_block()
    {
        using var file = new EndlessStream("", "konto;belopp\r\n1910;100,00\r\n", 2 * Gigabyte);

        Findings(file).Keys.ShouldBe([SieProblem.NoRecords]);
        file.BytesGiven.ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void An_archive_is_never_unpacked()
    {
        using var file = new EndlessStream("PK\u0003\u0004", "bomb", 2 * Gigabyte);

        Findings(file).Keys.ShouldBe([SieProblem.CompressedFile]);
        file.BytesGiven.ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_voucher_without_end_is_left_out_and_not_held()
    {
        using var file = new EndlessStream(Beginning + "#VER A 1 20261120\r\n{\r\n", Row(1), 64 << 20);

        var findings = Findings(file);

        findings[SieProblem.TooManyRows].ShouldBe(1);
        findings[SieProblem.Truncated].ShouldBe(1);
    }

    [Fact]
    public void Vouchers_and_series_without_end_are_told_of_a_hundred_times_each()
    {
        using var file = new EndlessStream(Beginning, "#VER A 1 20261120\r\n{\r\n" + Row(1) + "}\r\nnonsense\r\n", 16 << 20);
        var reader = new SieReader(file);
        while (reader.ReadVoucher() is not null)
        {
        }

        reader.Findings.Counts[SieProblem.VoucherUnbalanced].ShouldBe(file.Repetitions);
        reader.Findings.Kept.Count(finding => finding.Problem is SieProblem.VoucherUnbalanced).ShouldBe(SieFindings.MaxOfOneKind);
        reader.Findings.Kept.Count(finding => finding.Problem is SieProblem.NotARecord).ShouldBe(SieFindings.MaxOfOneKind);
    }

    [Fact]
    public void A_chart_and_balances_without_end_are_cut_off()
    {
        var text = new StringBuilder(Beginning);
        for (var i = 0; i < SieLimits.MaxOfChart + 10; i++)
        {
            text.Append("#KONTO ").Append(i).Append(" x\n#OBJEKT 1 ").Append(i).Append(" x\n");
        }

        using var file = new EndlessStream(text.ToString(), "#IB 0 1910 1.00\n", 20L << 20);
        var reader = new SieReader(file);
        reader.ReadVoucher().ShouldBeNull();

        reader.Accounts.Length.ShouldBe(SieLimits.MaxOfChart);
        reader.Objects.Length.ShouldBe(SieLimits.MaxOfChart);
        reader.Balances.Count.ShouldBe(SieLimits.MaxBalances);
        reader.Findings.Counts[SieProblem.TooMany].ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_document_holds_as_many_rows_as_it_was_told()
    {
        using var file = new EndlessStream(Beginning, "#VER A \"\" 20261120\r\n{\r\n" + Row(1) + Row(-1) + "}\r\n", Gigabyte);

        var reading = SieDocument.Read(file, maxRows: 3000);

        reading.Document.Vouchers.Length.ShouldBe(1000);
        reading.Findings.Kept.ShouldContain(finding => finding.Problem == SieProblem.TooLarge);
        file.BytesGiven.ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Quotation_marks_without_end_take_no_longer_than_letters()
    {
        foreach (var nasty in (string[])["\"", "\\\"", "\" \"", "{", "{\"", "}", "\"{\"}\"\\"])
        {
            var line = "#TRANS " + string.Concat(Enumerable.Repeat(nasty, 60_000 / nasty.Length)) + "\n";
            using var file = new EndlessStream(Beginning, line, 32L << 20);

            Findings(file).Keys.ShouldContain(SieProblem.RowOutsideVoucher);
        }
    }

    [Fact]
    public void A_stream_that_breaks_is_the_streams_own_affair() =>
        Should.Throw<IOException>(() => new SieReader(new BrokenStream()).ReadVoucher());

    private static IReadOnlyDictionary<SieProblem, long> Findings(Stream file)
    {
        var reader = new SieReader(file);
        while (reader.ReadVoucher() is not null)
        {
        }

        return reader.Findings.Counts;
    }

    private static string Row(int kronor) => $"#TRANS 1910 {{}} {kronor}.00\r\n";

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken");
    }
}
