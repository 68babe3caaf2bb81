using System.Text;
using OpenOne.BackOffice.Bookkeeping;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Sie;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Bookkeeping;

/// <summary>What a company's SIE file says about how its takings were booked before.</summary>
public sealed class BookkeptHistoryTests
{
    private const string Head = """
        #FLAGGA 0
        #PROGRAM "Bok" 1
        #FORMAT PC8
        #GEN 20261121
        #SIETYP 4
        #ORGNR 559999-9991
        #FNAMN "Restaurang Exempel AB"
        #RAR 0 20260101 20261231
        #KONTO 1686 "Fordringar"
        #KONTO 1910 "Kassa"
        #KONTO 2611 "Moms 25"
        #KONTO 2621 "Moms 12"
        #KONTO 2820 "Skulder till personal"
        #KONTO 3001 "Bar"
        #KONTO 3002 "Mat"
        #KONTO 3740 "Öres- och kronutjämning"
        #KONTO 4010 "Inköp"
        #DIM 1 "Resultatenhet"
        #OBJEKT 1 "10" "Baren"
        #OBJEKT 6 "7" "Festivalen"

        """;

    private static readonly OrganisationNumber _company = OrganisationNumber.Parse("559999-9991");

    [Fact]
    public void The_accounts_of_the_takings_are_proposed_with_what_speaks_for_them()
    {
        var history = Read(Head + Evening("20261119", 1) + Evening("20261120", 2) + Purchase(3));

        history.TillDays.ShouldBe(2);
        history.Proposals.Select(proposal => (proposal.Key.ToString(), proposal.Account.Number, proposal.Because, proposal.Days)).ShouldBe(
        [
            ("payment card", 1686, ProposedBecause.RowText, 2),
            ("payment cash", 1910, ProposedBecause.AccountName, 2),
            ("vat 25", 2611, ProposedBecause.VatAccount, 2),
            ("vat 12", 2621, ProposedBecause.VatAccount, 2),
            ("tips", 2820, ProposedBecause.RowText, 2),
            ("sales */25", 3001, ProposedBecause.VatOfIt, 2),
            ("sales */12", 3002, ProposedBecause.VatOfIt, 2),
            ("rounding", 3740, ProposedBecause.RowText, 2),
        ], ignoreOrder: true);
        history.ProfitUnits.ShouldBe([new SieObject(1, "10", "Baren")]);
        history.Projects.ShouldBe([new SieObject(6, "7", "Festivalen")]);
    }

    [Fact]
    public void Each_day_and_account_has_what_was_booked_on_it()
    {
        var history = Read(Head + Evening("20261119", 1) + Evening("20261120", 2) + Purchase(3));

        history.Balances[(new(2026, 11, 20), AccountNumber.From(1910))].ShouldBe(Money.FromOre(-300_00));
        history.Balances[(new(2026, 11, 19), AccountNumber.From(1910))].ShouldBe(Money.FromOre(200_00));
        history.Balances[(new(2026, 11, 19), AccountNumber.From(3001))].ShouldBe(Money.FromOre(-1_000_00));
    }

    [Fact]
    public void The_file_of_another_company_is_not_read() =>
        Reading(Head.Replace("559999-9991", "556016-0680", StringComparison.Ordinal) + Evening("20261120", 1))
            .ShouldBe(new HistoryReading.AnotherCompany("556016-0680", "Restaurang Exempel AB"));

    [Fact]
    public void A_number_with_its_century_is_the_same_company() =>
        Read(Head.Replace("559999-9991", "165599999991", StringComparison.Ordinal) + Evening("20261120", 1)).TillDays.ShouldBe(1);

    [Theory]
    [InlineData("1000.00", "999.00", SieProblem.VoucherUnbalanced)]
    [InlineData("20261120", "20261320", SieProblem.NotADate)]
    [InlineData("}", "", SieProblem.Truncated)]
    [InlineData("Dagskassa", "Dags\0kassa", SieProblem.NulBytes)]
    public void A_file_that_is_wrong_somewhere_is_not_read_in_part(string right, string wrong, SieProblem problem) =>
        Reading(Head + Evening("20261120", 1).Replace(right, wrong, StringComparison.Ordinal))
            .ShouldBeOfType<HistoryReading.Unreliable>().Findings.Counts.Keys.ShouldContain(problem);

    [Fact]
    public void What_is_no_sie_file_is_told_to_be_none() =>
        Reading("konto;belopp\n").ShouldBeOfType<HistoryReading.Unreliable>().Findings.Counts.Keys.ShouldBe([SieProblem.NoRecords]);

    private static BookkeptHistory Read(string file) => Reading(file).ShouldBeOfType<HistoryReading.Read>().History;

    private static HistoryReading Reading(string file) =>
        BookkeptHistory.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), _company);

    private static string Evening(string day, int number) => $$"""
        #VER A {{number}} {{day}} "Dagskassa"
        {
        #TRANS 1686 {} 2120.30 "" "Kortbetalningar"
        #TRANS 1910 {} 200.00
        #TRANS 2611 {} -250.00
        #TRANS 2621 {} -107.14
        #TRANS 3001 {1 "10"} -1000.00
        #TRANS 3002 {} -892.86
        #TRANS 2820 {} -70.00 "" "Dricks"
        #TRANS 3740 {} -0.30 "" "Öresavrundning"
        }

        """;

    private static string Purchase(int number) => $$"""
        #VER A {{number}} 20261120 "Grossist"
        {
        #TRANS 4010 {} 500.00
        #TRANS 1910 {} -500.00
        }

        """;
}
