using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenOne.HouseRules;

/// <summary>What <c>docs/guarantees.md</c> says is shown by tests that exist, scenario by scenario.</summary>
public sealed partial class GuaranteeRules
{
    private static readonly ILookup<string, string> _tests =
        (from source in Repository.Sources
         where source.Path.StartsWith("tests/", StringComparison.Ordinal)
         from Match match in NumberedTest().Matches(source.Text)
         select (Number: match.Groups[1].Value, Class: Path.GetFileNameWithoutExtension(source.Path)))
        .ToLookup(test => test.Number, test => test.Class);

    private static IReadOnlyList<(string Number, string[] Classes)> Rows { get; } =
    [
        .. Row().Matches(File.ReadAllText(Repository.FullPath("docs/guarantees.md")))
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value.Split(", "))),
    ];

    [Fact]
    public void Each_scenario_of_delivery_servers_and_authorisation_is_a_test() =>
        Enumerable.Range(1, 53)
            .Select(number => "S" + number.ToString("00", CultureInfo.InvariantCulture))
            .Where(number => !_tests.Contains(number)).ShouldBeEmpty();

    [Fact]
    public void The_guarantees_name_each_scenario_that_is_a_test() =>
        _tests.Select(test => test.Key).Except(Rows.Select(row => row.Number)).ShouldBeEmpty();

    [Fact]
    public void What_the_guarantees_name_is_there() =>
        (from row in Rows
         from name in row.Classes
         where !_tests[row.Number].Contains(name, StringComparer.Ordinal)
         select $"{row.Number} is not in {name}").ShouldBeEmpty();

    [GeneratedRegex(@"(?:void|Task) (S\d\d)_\w+\(")]
    private static partial Regex NumberedTest();

    [GeneratedRegex(@"^\| (S\d\d) \|.*\| ([\w, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
