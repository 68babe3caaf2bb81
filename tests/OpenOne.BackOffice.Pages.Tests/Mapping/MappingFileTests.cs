using System.Text;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Mapping;

/// <summary>A mapping as a file, and everything a file can be instead.</summary>
public sealed class MappingFileTests
{
    private static readonly CostCentre _north = new(new("0f3c0000-0000-4000-8000-00000000000a"), "=Norr; \"etta\"");

    private static readonly AccountMapping _mapping = A.Mapping.Sales("=cmd|x;\"y\"", 12, 3210)
        .At(new CostCentreSubject.Group(new("food")), new(_north, null, null))
        .At(new CostCentreSubject.Row(new MappingKey.Tips()), new(null, _north, null)).Build();

    [Fact]
    public void What_is_written_as_csv_is_read_back_as_it_was() => ShouldBeTheMapping(
        MappingCsv.Read(MappingCsv.Write(_mapping, new Dictionary<MappingKey, string?> { [new MappingKey.Tips()] = "+46 dricks" })));

    [Fact]
    public void What_is_written_as_json_is_read_back_as_it_was()
    {
        var version = new MappingVersion
        {
            CompanyId = Guid.Empty, Version = 1, EffectiveFrom = new(2026, 4, 1), CreatedBy = "", CreatedAt = DateTimeOffset.UnixEpoch,
        };

        var file = ShouldBeTheMapping(MappingJson.Read(MappingJson.Write(A.Company, version, _mapping)));

        (file.Company, file.EffectiveFrom, file.FollowsDefault).ShouldBe((A.Company, new DateOnly(2026, 4, 1), false));
    }

    [Fact]
    public void No_cell_of_a_csv_file_begins_like_a_formula()
    {
        var names = _mapping.Accounts.Keys.ToDictionary(key => key, _ => (string?)"=1+1");
        var text = Encoding.UTF8.GetString(MappingCsv.Write(_mapping, names));

        foreach (var (_, cells) in CsvText.Rows(text.TrimStart('\uFEFF'), ';'))
        {
            cells.ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("key;account\nsales food/12;3210", "sales food/12 3210")]
    [InlineData("KEY,ACCOUNT\r\nsales food/12,3210\r\n", "sales food/12 3210")]
    [InlineData("name\taccount\tkey\nMat\t3210\tsales food/12\n\n", "sales food/12 3210")]
    [InlineData("\uFEFFkey;account\n\"sales a\"\"b;c\nd/12\";3210", "sales a\"b;c\nd/12 3210")]
    public void Spreadsheets_write_csv_in_many_ways(string text, string row)
    {
        var file = MappingImport.Read(Encoding.UTF8.GetBytes(text)).ShouldBeOfType<MappingFileReading.Read>().File;

        file.Accounts.Select(account => $"{account.Key} {account.Value}").ShouldBe([row]);
    }

    [Theory]
    [InlineData("", "0 Empty ")]
    [InlineData("key;account\n", "0 Empty ")]
    [InlineData("konto;nyckel\n3001;tips", "1 NotAMapping ")]
    [InlineData("key;account\nsales food/13;3001\nnonsense;3001", "2 UnknownKey sales food/13", "3 UnknownKey nonsense")]
    [InlineData("key;account\ntips;2820\ntips;2820", "3 KeyTwice tips")]
    [InlineData("key;account\ntips;2820\ntips;2829", "3 KeyTwice tips")]
    [InlineData("key;account\ntips;282\nrounding;37400\nvat 25;\npayment card;=3001", "2 NotAnAccount 282", "3 NotAnAccount 37400", "4 NotAnAccount ", "5 NotAnAccount =3001")]
    [InlineData("key;account\n;3001", "2 NotARow ;3001")]
    [InlineData("key;account\n\"tips\n;3001", "2 UnknownKey tips\n;3001")]
    [InlineData("key;account;profit unit 1\ntips;2820;nobody", "2 UnknownCostCentre nobody")]
    [InlineData("key;account\ngroup food;3001", "2 NotAnAccount 3001")]
    [InlineData("{", "0 NotAMapping $")]
    [InlineData("{\"rows\":[]}", "0 Empty ")]
    [InlineData("{\"rows\":[{\"key\":\"tips\",\"account\":2820}]}", "0 NotAMapping $.rows[0].account")]
    [InlineData("{\"rows\":[{\"key\":\"tips\",\"account\":\"2820\"}],\"more\":1}", "0 NotAMapping $.more")]
    [InlineData("{\"rows\":[{\"key\":\"tips\",\"account\":\"2820\"},{\"key\":\"tips\",\"account\":\"2829\"},null]}", "2 KeyTwice tips", "3 UnknownKey ")]
    [InlineData("{\"company\":\"12\",\"effectiveFrom\":\"tomorrow\",\"rows\":[{\"key\":\"tips\",\"account\":\"2820\"}]}", "0 OtherCompany 12", "0 NotADate tomorrow")]
    public void What_is_no_mapping_is_refused_line_by_line(string text, params string[] problems) =>
        MappingImport.Read(Encoding.UTF8.GetBytes(text)).ShouldBeOfType<MappingFileReading.Refused>().Problems
            .Select(problem => $"{problem.Line} {problem.Fault} {problem.About}").ShouldBe(problems);

    [Fact]
    public void Bytes_that_are_no_text_and_files_that_are_too_long_are_refused()
    {
        Fault([0x6b, 0xe5, 0x0a]).ShouldBe(MappingFileFault.NotText);
        Fault([(byte)'{', 0xff]).ShouldBe(MappingFileFault.NotText);
        Fault(new byte[MappingFile.MaxBytes + 1]).ShouldBe(MappingFileFault.TooLarge);

        static MappingFileFault Fault(byte[] file) =>
            MappingImport.Read(file).ShouldBeOfType<MappingFileReading.Refused>().Problems.ShouldHaveSingleItem().Fault;
    }

    [Fact]
    public void Whatever_the_bytes_reading_ends_with_an_answer()
    {
        var random = new Random(1284);
        var seed = MappingCsv.Write(_mapping, new Dictionary<MappingKey, string?>());
        for (var i = 0; i < 2_000; i++)
        {
            var file = seed.ToArray();
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            MappingImport.Read(file.AsSpan(0, random.Next(file.Length))).ShouldNotBeNull();
        }
    }

    private static MappingFile ShouldBeTheMapping(MappingFileReading reading)
    {
        var file = reading.ShouldBeOfType<MappingFileReading.Read>().File;
        file.Accounts.ShouldBe(_mapping.Accounts, ignoreOrder: true);
        file.CostCentres.ToDictionary(row => row.Subject, row => row.Chosen).ShouldBe(_mapping.CostCentres.All, ignoreOrder: true);
        return file;
    }
}
