using OpenOne.Sie.Tests;

namespace OpenOne.Sie.SharedChecks;

/// <summary>The file of the worked example that everybody was given, beside our own of the same evening.</summary>
public sealed class WorkedExampleTests
{
    private static readonly string _file = Find();

    [Fact]
    public void It_is_read_without_a_finding_and_its_checksum_is_right()
    {
        using var input = File.OpenRead(_file);
        var reader = new SieReader(input);
        reader.ReadVoucher().ShouldNotBeNull();
        reader.ReadVoucher().ShouldBeNull();

        reader.Findings.Kept.ShouldBeEmpty();
        reader.VerifiedChecksum.ShouldBe(2810902000u);
    }

    [Fact]
    public void It_books_the_same_amounts_on_the_same_accounts_as_ours_in_the_same_order()
    {
        using var input = File.OpenRead(_file);
        var theirs = SieDocument.Read(input).Document;
        var ours = WorkedExample.Document;

        theirs.Vouchers[0].Rows.Select(row => (row.Account, row.AmountOre))
            .ShouldBe(ours.Vouchers[0].Rows.Select(row => (row.Account, row.AmountOre)));
        theirs.Vouchers[0].Date.ShouldBe(ours.Vouchers[0].Date);
        theirs.Vouchers[0].Text.ShouldBe(ours.Vouchers[0].Text);
        theirs.Accounts.Select(account => (account.Number, account.Name))
            .ShouldBe(ours.Accounts.Select(account => (account.Number, account.Name)));
        theirs.Identification.OrganisationNumber.ShouldBe(ours.Identification.OrganisationNumber);
    }

    [Fact]
    public void Read_and_written_again_it_is_the_same_byte_for_byte()
    {
        var bytes = File.ReadAllBytes(_file);
        using var written = new MemoryStream();

        SieDocument.Read(new MemoryStream(bytes)).Document.Write(written);

        written.ToArray().ShouldBe(bytes);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "closings", "z1284.expected.si");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new InvalidOperationException("../shared is not here; test.sh leaves these checks out then.");
    }
}
