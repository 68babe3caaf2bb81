namespace OpenOne.Sie.Tests.Writing;

/// <summary>What the format forbids is a mistake of the caller.</summary>
public sealed class WriterRefusesTests
{
    [Fact]
    public void A_voucher_that_is_off_by_one_ore() =>
        Should.Throw<ArgumentException>(() => A.Document(A.Voucher(rows: [new("1910", 100_00), new("3001", -99_99)])).Bytes())
            .Message.ShouldContain("1 öre");

    [Fact]
    public void A_number_that_does_not_follow_in_its_series()
    {
        var second = A.Voucher() with { Series = "A", Number = "2" };

        Should.Throw<ArgumentException>(() => A.Document(second, second).Bytes());
        A.Document(second, second with { Series = "B" }, second with { Number = "3" }).Bytes().ShouldNotBeEmpty();
    }

    [Fact]
    public void Balances_in_a_file_to_be_imported() =>
        Should.Throw<InvalidOperationException>(() => new SieDocument
        {
            Identification = A.Identification,
            Balances = [new(SieBalanceKind.Opening, 0, "1910", 1)],
        }.Bytes());

    [Fact]
    public void A_chart_after_the_vouchers()
    {
        var writer = new SieWriter(Stream.Null, A.Identification);
        writer.Write(A.Voucher());

        Should.Throw<InvalidOperationException>(() => writer.Write(new SieAccount("1910", "Kassa")));
    }

    [Fact]
    public void Anything_after_the_end()
    {
        var writer = new SieWriter(Stream.Null, A.Identification);
        writer.Complete();

        Should.Throw<InvalidOperationException>(() => writer.Write(A.Voucher()));
        Should.Throw<InvalidOperationException>(() => writer.Complete());
    }

    [Fact]
    public void What_every_file_must_state()
    {
        Throws(A.Identification with { Program = "" });
        Throws(A.Identification with { ProgramVersion = "" });
        Throws(A.Identification with { CompanyName = "" });
        Throws(A.Identification with { Generated = null });
        Throws(A.Identification with { TradeCode = "56100" });
        Throws(A.Identification with { Through = new(2026, 11, 30) });
        Throws(A.Ledger with { Years = [] });
    }

    [Fact]
    public void A_ledger_without_accounts_or_with_vouchers_without_numbers()
    {
        Should.Throw<InvalidOperationException>(() => new SieDocument { Identification = A.Ledger }.Bytes());
        Should.Throw<ArgumentException>(() => new SieDocument
        {
            Identification = A.Ledger, Accounts = [new("1910", "Kassa")], Vouchers = [A.Voucher()],
        }.Bytes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("19x0")]
    [InlineData("1910 ")]
    public void An_account_that_is_not_digits(string account) => Should.Throw<ArgumentException>(
        () => A.Document(A.Voucher(rows: [new(account, 1), new("3001", -1)])).Bytes());

    [Fact]
    public void An_amount_beyond_all_measure() => Should.Throw<ArgumentOutOfRangeException>(
        () => A.Document(A.Voucher(rows: [new("1910", long.MaxValue), new("3001", -long.MaxValue)])).Bytes());

    [Fact]
    public void A_record_that_no_reader_would_take_in() =>
        Should.Throw<ArgumentException>(() => A.Document(A.Voucher(new string('x', SieLimits.MaxRecordBytes))).Bytes());

    private static void Throws(SieIdentification identification) =>
        Should.Throw<ArgumentException>(() => new SieWriter(Stream.Null, identification));
}
