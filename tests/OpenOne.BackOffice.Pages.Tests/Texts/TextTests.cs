using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.BackOffice.Pages.Finance;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.BackOffice.Pages.SignIn;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Texts;

/// <summary>Every text is there, in both languages, and is shown somewhere.</summary>
public sealed partial class TextTests
{
    internal static readonly string PagesFolder = FindPages();

    public static TheoryData<string> Subjects =>
    [
        .. Directory.EnumerateFiles(PagesFolder, "*Texts.resx", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PagesFolder, file)),
    ];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Both_languages_say_the_same_things(string subject)
    {
        var english = Read(subject);
        var swedish = Read(subject.Replace(".resx", ".sv.resx", StringComparison.Ordinal));

        swedish.Keys.ShouldBe(english.Keys);
        foreach (var (key, text) in english)
        {
            swedish[key].ShouldNotBeEmpty(key);
            Holes(swedish[key]).ShouldBe(Holes(text), key);
        }
    }

    [Fact]
    public void Every_text_that_a_page_shows_is_there()
    {
        var known = Subjects.SelectMany(subject => Read(subject.Data).Keys).ToHashSet(StringComparer.Ordinal);
        var shown = Sources().SelectMany(source => Fixed().Matches(source))
            .Select(match => match.Groups[1].Value).ToList();

        shown.Count.ShouldBeGreaterThan(100);
        shown.Where(key => !known.Contains(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_is_put_together_is_there()
    {
        Read("Parts/StateTexts.resx").Keys.ShouldBe(
            Enum.GetNames<DeliveryState>().SelectMany(state => new[] { state, $"{state}.Books" }), ignoreOrder: true);
        Enum.GetNames<Gap>().Select(gap => $"Gap.{gap}")
            .Concat(Enum.GetNames<SettingsProblem>().Select(problem => $"Problem.{problem}"))
            .Except(Read("Integrations/IntegrationTexts.resx").Keys).ShouldBeEmpty();
        Enum.GetNames<ClosingGroup>().Append("All").Select(group => $"Group.{group}")
            .Concat(Enum.GetNames<DecisionKind>().Select(kind => $"Step.Decision.{kind}"))
            .Concat(Enum.GetNames<DecisionAsked>().SelectMany(asked => new[] { $"Decide.{asked}", $"Decide.{asked}.Text", $"Decide.This.{asked}" }))
            .Except(Read("Closings/ClosingTexts.resx").Keys).ShouldBeEmpty();
        FinancePlaces.All.SelectMany(place => new[] { $"Place.{place.Name}", $"Place.{place.Name}.About" })
            .Except(Read("Finance/FinanceTexts.resx").Keys).ShouldBeEmpty();
        Enum.GetNames<FindingKind>().Select(kind => $"Kind.{kind}")
            .Concat(Enum.GetNames<FindingKind>().Except(["Altered", "Relinked"])
                .Concat(Enum.GetNames<Alteration>().Select(what => $"Altered.{what}"))
                .SelectMany(subject => new[] { $"Said.{subject}", $"Do.{subject}" }))
            .Except(Read("Sweeps/SweepTexts.resx").Keys).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var sources = string.Join('\n', Sources());

        // Texts with a point are put together from a beginning that stands in a source, and from a name.
        Subjects.SelectMany(subject => Read(subject.Data).Keys)
            .Where(key => !key.Contains('.', StringComparison.Ordinal) && !Enum.GetNames<DeliveryState>().Contains(key))
            .Where(key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal))
            .Where(key => !Enum.GetNames<SignInOutcome>().Contains(key))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(PagesFolder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Select(File.ReadAllText);

    private static Dictionary<string, string> Read(string subject) => XDocument.Load(Path.Combine(PagesFolder, subject))
        .Descendants("data").ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value);

    private static IEnumerable<string> Holes(string text) =>
        Hole().Matches(text).Select(match => match.Value).Distinct().Order();

    private static string FindPages()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenOne.slnx")))
            {
                return Path.Combine(folder.FullName, "src/OpenOne.BackOffice/Pages");
            }
        }

        throw new InvalidOperationException("No folder above these tests holds OpenOne.slnx.");
    }

    [GeneratedRegex("""\b(?:Text|text)\["([A-Za-z0-9.-]+)["]""")]
    private static partial Regex Fixed();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
