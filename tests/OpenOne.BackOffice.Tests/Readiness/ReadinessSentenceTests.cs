using System.Globalization;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Readiness;

/// <summary>Every point has its words in both languages, and whatever is not as it should be says what to do and where.</summary>
public sealed class ReadinessSentenceTests
{
    private static readonly string[] _english =
        ["Integrations > Finance > Visma Ecom", "Finance > Account mapping", "Spiris: Settings > ", "Spiris: Accounting > ", "Spiris: sign in"];

    private static readonly string[] _swedish =
        ["Integrations > Finance > Visma Ecom", "Ekonomi > Kontering", "Spiris: Inställningar > ", "Spiris: Bokföring > ", "Spiris: logga in"];

    public static TheoryData<string> Codes => [.. ReadinessCodes.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_not_as_it_should_be_says_what_to_do_and_where(string code)
    {
        foreach (var status in new[] { ReadinessStatus.Warning, ReadinessStatus.Blocked })
        {
            var english = Said(code, status, "en");
            var swedish = Said(code, status, "sv");

            english.Title.ShouldNotBe(code);
            english.Message.ShouldNotBeEmpty();
            english.Remedy.ShouldNotBeEmpty();
            _english.ShouldContain(path => english.Path.StartsWith(path, StringComparison.Ordinal), english.Path);
            swedish.Remedy.ShouldNotBeEmpty();
            swedish.Message.ShouldNotBe(english.Message);
            _swedish.ShouldContain(path => swedish.Path.StartsWith(path, StringComparison.Ordinal), swedish.Path);
            swedish.Path.Split('>').Length.ShouldBe(english.Path.Split('>').Length);
        }
    }

    [Fact]
    public void As_a_reason_that_holds_a_closing_a_point_says_the_path_and_the_remedy()
    {
        var reason = Reason.Of(ReadinessCodes.AccountingLock, "2026-10-31");

        ReasonSentences.Of(reason, CultureInfo.GetCultureInfo("en")).ShouldBe(new ReasonSentence(
            "The accounting is locked through 2026-10-31, and closings before that are to be booked.",
            "Spiris: Settings > Company settings > Accounting information: Move Accounting locked to back, or choose a later Accounting from."));
    }

    private static ReadinessSentence Said(string code, ReadinessStatus status, string language) => ReadinessSentences.Of(
        new ReadinessPoint(code, status, ["1910", "Kassa", "2026-01-01", "2026-12-31", "25 %", "05"], ReadinessReach.Everything),
        CultureInfo.GetCultureInfo(language));
}
