using System.Text;
using System.Text.Json.Nodes;
using OpenOne.BackOffice.Closings;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Closings;

/// <summary>What counts as saying the same.</summary>
public sealed class ContentHashTests
{
    [Theory]
    [InlineData("1500", "1500.0")]
    [InlineData("1500", "1500.00")]
    [InlineData("1500", "1.5e3")]
    [InlineData("0", "-0.00")]
    public void An_amount_is_the_same_however_it_is_written(string one, string other) =>
        HashWith("rounding", one).ShouldBe(HashWith("rounding", other));

    [Fact]
    public void A_member_that_is_null_says_what_one_that_is_absent_says() =>
        HashWith("grandTotals", "null").ShouldBe(HashWith("organisationNumber", "\"559999-9991\""));

    [Theory]
    [InlineData("register", "\"EXEMPEL2\"")]
    [InlineData("zNumber", "1285")]
    [InlineData("businessDate", "\"2026-11-21\"")]
    [InlineData("closedAt", "\"2026-11-21T02:47:12+01:00\"")]
    [InlineData("openedAt", "\"2026-11-20T10:00:00+01:00\"")]
    [InlineData("rounding", "0.01")]
    [InlineData("sales", "[]")]
    [InlineData("counts", """{"goods":7}""")]
    [InlineData("grandTotals", """{"sales":1,"returns":0,"net":1}""")]
    public void Another_value_is_other_content(string member, string value) =>
        HashWith(member, value).ShouldNotBe(HashWith("organisationNumber", "\"559999-9991\""));

    [Fact]
    public void The_order_of_rows_is_content()
    {
        var turned = ClosingWire.Of(MadeUpEvening.Z1284.Report);
        turned["payments"] = new JsonArray([.. turned["payments"]!.AsArray().Reverse().Select(row => row!.DeepClone())]);

        HashOf(turned.ToJsonString()).ShouldNotBe(HashWith("organisationNumber", "\"559999-9991\""));
    }

    [Fact]
    public void The_digest_of_a_closing_stays_what_it_is_as_long_as_closings_are_kept()
    {
        var closing = ClosingWire.Of(MadeUpEvening.Z1284.Report);
        foreach (var receipt in closing["invoices"]!.AsArray())
        {
            receipt!["customer"] = new JsonObject { ["customerNumber"] = "1001" };
        }

        closing["rounding"] = 0.40m;
        HashOf(closing.ToJsonString()).ShouldBe("37c1788a2cdcb07934214cc841020a27f678f38745bb0df90196ccf755baa285");
    }

    private static string HashWith(string member, string value)
    {
        var closing = ClosingWire.Of(MadeUpEvening.Z1284.Report);
        closing.Remove(member);
        return HashOf($"{{\"{member}\":{value},{closing.ToJsonString()[1..]}");
    }

    private static string HashOf(string document) => ClosingReader.Read(Encoding.UTF8.GetBytes(document)) is ClosingReading.Read(_, var hash)
        ? Convert.ToHexStringLower(hash)
        : throw new InvalidOperationException($"Not read: {document}");
}
