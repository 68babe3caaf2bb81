using FsCheck.Xunit;
using OpenOne.Sie.Tests.Fuzzing;

namespace OpenOne.Sie.Tests;

/// <summary>What was written is read as it was meant, and written again as the same bytes.</summary>
public sealed class RoundTripTests
{
    // These are about what the numbers say, not about the format: a generated ledger does not add up.
    private static readonly HashSet<SieProblem> _expected = [SieProblem.AccountNotDeclared];

    [Property(MaxTest = 3000)]
    public void Swedish_texts_survive_without_saying_which_characters_they_are_in(int seed) =>
        Survives(GeneratedDocuments.Document(seed), SieCharacters.Detected);

    [Property(MaxTest = 2000)]
    public void Any_text_survives_where_it_is_said_that_the_file_is_pc8(int seed) =>
        Survives(GeneratedDocuments.Document(seed, repertoire: ""), SieCharacters.Pc8);

    [Fact]
    public void The_worked_example_is_read_without_a_finding()
    {
        var reading = SieDocument.Read(new MemoryStream(WorkedExample.Document.Bytes()));

        reading.Findings.Kept.ShouldBeEmpty();
        var voucher = reading.Document.Vouchers.ShouldHaveSingleItem();
        voucher.Rows.ShouldBe(WorkedExample.Document.Vouchers[0].Rows);
        voucher.Registered.ShouldBe(new DateOnly(2026, 11, 21));
        reading.Document.Identification.ShouldBe(WorkedExample.Document.Identification with { Years = reading.Document.Identification.Years });
        reading.Document.Accounts.Select(account => (account.Number, account.Name))
            .ShouldBe(WorkedExample.Document.Accounts.Select(account => (account.Number, account.Name)));
    }

    private static void Survives(SieDocument document, SieCharacters characters)
    {
        var written = document.Bytes();

        foreach (var way in new[] { written, Fuzzed.TheLongWay(written) })
        {
            var reader = new SieReader(new MemoryStream(way), characters);
            while (reader.ReadVoucher() is not null)
            {
            }

            reader.Findings.Kept.Where(finding => !_expected.Contains(finding.Problem)).ShouldBeEmpty();
            reader.VerifiedChecksum.ShouldNotBeNull();
            SieDocument.Read(new MemoryStream(way), characters).Document.Bytes().ShouldBe(written);
        }

        var again = SieDocument.Read(new MemoryStream(written), characters).Document;
        again.Lines().ShouldBe(document.Lines());
    }
}
