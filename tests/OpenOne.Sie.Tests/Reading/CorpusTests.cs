using System.Globalization;

namespace OpenOne.Sie.Tests.Reading;

/// <summary>A file for each quirk of the world's files and for each way of being broken, and what is to be found in it.</summary>
/// <remarks>Beside each file stands what was written by hand when it was made: why it is there, what must be read from it,
/// and every finding with its line. Nothing more may be found.</remarks>
public sealed class CorpusTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(_folder, "*.expected", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder, path)[..^".expected".Length]).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_read_as_its_maker_expected(string file)
    {
        var expected = File.ReadAllLines(Path.Combine(_folder, file + ".expected"))
            .Where(line => line.Length > 0 && line[0] is not '%');

        Report(File.ReadAllBytes(Path.Combine(_folder, file))).ShouldBe(expected);
    }

    [Fact]
    public void No_file_is_without_expectations() =>
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".expected", StringComparison.Ordinal) && !path.Contains("Golden", StringComparison.Ordinal)
                && !path.EndsWith(".md", StringComparison.Ordinal))
            .Where(path => !File.Exists(path + ".expected")).ShouldBeEmpty();

    [Fact]
    public void Every_problem_is_found_in_some_file()
    {
        // Three that no small file can show; they have tests of their own.
        SieProblem[] large = [SieProblem.TooLarge, SieProblem.TooMany, SieProblem.TooManyRows];
        var told = Directory.EnumerateFiles(_folder, "*.expected", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ')).Where(words => words.Length > 1).Select(words => words[1]).ToHashSet();

        Enum.GetValues<SieProblem>().Except(large).Select(problem => problem.ToString()).Except(told).ShouldBeEmpty();
    }

    private static IEnumerable<string> Report(byte[] file)
    {
        var reading = SieDocument.Read(new MemoryStream(file));
        var document = reading.Document;
        var rows = document.Vouchers.SelectMany(voucher => voucher.Rows).ToList();
        var totals = new SieTotals();
        foreach (var voucher in document.Vouchers)
        {
            totals.Add(voucher);
        }

        yield return $"company {document.Identification.CompanyName}".TrimEnd();
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Identification.Kind}: {document.Accounts.Length} accounts, {document.Balances.Length} balances, {totals.Vouchers} vouchers, {totals.Rows} rows, debit {SieAmount.Kronor(totals.Debit)}");
        foreach (var row in rows)
        {
            var objects = string.Concat(row.Objects.Select(value => $" {value.Dimension}:{value.Number}"));
            var kind = row.Kind is SieRowKind.Booked ? "" : row.Kind + " ";
            yield return $"{kind}row {row.Account}{objects} {SieAmount.Kronor(row.AmountOre)} {row.Text}".TrimEnd();
        }

        foreach (var finding in reading.Findings.Kept.Concat(totals.Compare(document.Balances)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{finding.Line} {finding.Problem} {finding.Detail}").TrimEnd();
        }
    }
}
