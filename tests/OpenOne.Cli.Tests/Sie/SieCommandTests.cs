using System.Text;
using System.Text.Json;

namespace OpenOne.Cli.Tests.Sie;

public sealed class SieCommandTests : IDisposable
{
    private const string Ledger = """
        #FLAGGA 0
        #PROGRAM "Test" 1.0
        #FORMAT PC8
        #GEN 20261121
        #SIETYP 4
        #ORGNR 559999-9991
        #FNAMN "Exempel AB"
        #RAR 0 20260101 20261231
        #KONTO 1910 "Kassa"
        #KONTO 3001 "Salj"
        #IB 0 1910 50.00
        #UB 0 1910 1284.50
        #VER A 1 20261120 "Dagskassa"
        {
        #TRANS 1910 {} 1234.50
        #TRANS 3001 {} -1234.50 "" "Mat"
        }
        """;

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_file_without_fault_is_told_to_be_one()
    {
        var ended = await _cli.WithFile("bok.se", Ledger).RunAsync("sie", "check", "bok.se");

        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("Exempel AB 559999-9991");
        ended.Output.ShouldContain("SIE 4E by Test 1.0, 2026-11-21");
        ended.Output.ShouldContain("1 vouchers, 2 rows, 2026-11-20 to 2026-11-20, turnover 1\u00A0234,50");
        ended.Output.ShouldContain("Nothing to remark on.");
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voucher_that_does_not_balance_is_told_with_its_line_and_ends_with_code_2()
    {
        var ended = await _cli.WithFile("bok.se", Ledger.Replace("1910 {} 1234.50", "1910 {} 1234.51", StringComparison.Ordinal))
            .RunAsync("sie", "check", "bok.se");

        ended.Code.ShouldBe(2);
        ended.Output.ShouldContain("13");
        ended.Output.ShouldContain("The voucher does not balance: debit exceeds credit by 0.01.");
        ended.Output.ShouldContain("1910 1284.50, 1284.51 it should be");
        ended.Output.ShouldContain("1 errors, 1 warnings, 0 notices");
    }

    [Fact]
    public async Task Accounts_are_shown_with_what_they_began_with_and_what_was_booked()
    {
        var ended = await _cli.WithFile("bok.se", Ledger).RunAsync("sie", "show", "bok.se", "--vouchers", "1");

        ended.Code.ShouldBe(0);
        ended.Output.ShouldMatch("1910 +│ Kassa +│ +50,00 │ +1\u00A0234,50 │ +1\u00A0284,50");
        ended.Output.ShouldContain("A1 2026-11-20 Dagskassa");
        ended.Output.ShouldContain("Mat");
    }

    [Fact]
    public async Task A_machine_gets_one_document()
    {
        var ended = await _cli.WithFile("bok.se", Ledger + "\nnonsense\n").RunAsync("sie", "show", "bok.se", "--json", "--vouchers", "5");

        ended.Code.ShouldBe(0);
        ended.Json.GetProperty("type").GetString().ShouldBe("4E");
        ended.Json.GetProperty("voucherCount").GetInt64().ShouldBe(1);
        ended.Json.GetProperty("turnover").GetString().ShouldBe("1234.50");
        ended.Json.GetProperty("accounts")[0].GetProperty("closing").GetString().ShouldBe("1284.50");
        ended.Json.GetProperty("vouchers")[0].GetProperty("rows").GetArrayLength().ShouldBe(2);
        var finding = ended.Json.GetProperty("findings")[0];
        finding.GetProperty("line").GetInt64().ShouldBe(18);
        finding.GetProperty("problem").GetString().ShouldBe("NotARecord");
        finding.GetProperty("severity").GetString().ShouldBe("warning");
    }

    [Fact]
    public async Task What_is_no_sie_file_is_told_in_a_sentence()
    {
        var ended = await _cli.RunWithInputAsync("konto;belopp\n", "sie", "check", "-");

        ended.Code.ShouldBe(2);
        ended.Output.ShouldContain("The file is not SIE");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake_of_the_command_line()
    {
        var ended = await _cli.RunAsync("sie", "check", "saknas.se");

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("saknas.se cannot be read");
        ended.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_file_tells_how_far_it_has_come_and_not_on_standard_output()
    {
        var voucher = Ledger[Ledger.IndexOf("#VER", StringComparison.Ordinal)..].Replace("A 1", "A \"\"", StringComparison.Ordinal) + "\n";
        var path = Path.Combine(_cli.Directory, "long.se");
        await using (var file = File.Create(path))
        {
            file.Write(Encoding.ASCII.GetBytes("#FLAGGA 0\n#SIETYP 4\n"));
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(voucher, 10_000)));
            while (file.Length < 40 << 20)
            {
                file.Write(block);
            }
        }

        var ended = await _cli.RunAsync("sie", "check", "long.se", "--json");

        ended.Error.ShouldContain("50 % read");
        ended.Json.ValueKind.ShouldBe(JsonValueKind.Object);
    }
}
