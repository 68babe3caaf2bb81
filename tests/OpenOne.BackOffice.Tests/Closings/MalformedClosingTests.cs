using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Closings;

/// <summary>What is not a closing: refused with the field named, never a 500, and nothing is stored.</summary>
public sealed class MalformedClosingTests : IAsyncLifetime
{
    private BackOfficeServer _server = null!;
    private Till _till = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await BackOfficeServer.StartAsync();
        _till = _server.Till("559999-9991");
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("an unknown rate", """{"sales":[{"productGroup":"food","vatRate":13,"gross":10}]}""", "sales[0].vatRate")]
    [InlineData("three decimals", """{"rounding":0.001}""", "rounding")]
    [InlineData("three decimals in a count", """{"counts":{"returnsAmount":0.005}}""", "counts.returnsAmount")]
    public async Task What_cannot_be_booked_is_refused_and_the_field_is_named(string story, string change, string field)
    {
        var answer = await _till.SubmitAsync(Changed(change));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, story);
        answer.Problem.ShouldBe("/problems/unacceptable-amounts");
        answer.Body["errors"]!.AsArray().Select(error => (string)error!["field"]!).ShouldBe([field]);
        (await NothingStoredAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("unknown member", """{"cashier":"Kim"}""", "cashier")]
    [InlineData("unknown member deep down", """{"cash":{"float":1}}""", "cash.float")]
    [InlineData("a string for a number", """{"zNumber":"1284"}""", "zNumber")]
    [InlineData("a number for a string", """{"register":1}""", "register")]
    [InlineData("null for what must be there", """{"sales":null}""", "sales")]
    [InlineData("null for a row", """{"vat":[null]}""", "vat[0]")]
    [InlineData("a date that is none", """{"businessDate":"2026-02-30"}""", "businessDate")]
    [InlineData("a Z number of nothing", """{"zNumber":0}""", "zNumber")]
    [InlineData("a fraction of a Z number", """{"zNumber":1.5}""", "zNumber")]
    [InlineData("another currency", """{"currency":"EUR"}""", "currency")]
    [InlineData("a register without a name", """{"register":""}""", "register")]
    [InlineData("a register's name that is too long", """{"register":"12345678901234567"}""", "register")]
    [InlineData("an organisation number that is none", """{"organisationNumber":"12"}""", "organisationNumber")]
    [InlineData("an amount no register can hold", """{"rounding":1e30}""", "rounding")]
    [InlineData("an amount no computer can hold", """{"rounding":1e999}""", "rounding")]
    [InlineData("a control character", """{"register":"A\u0000B"}""", "register")]
    [InlineData("half a character", """{"register":"\ud800"}""", "register")]
    public async Task What_is_not_a_closing_is_refused_and_the_field_is_named(string story, string change, string field)
    {
        var answer = await _till.SubmitAsync(Changed(change));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Type.ShouldBe("application/problem+json");
        answer.Problem.ShouldBe("/problems/malformed-closing");
        answer.Body["errors"]!.AsArray().Select(error => (string)error!["field"]!).ShouldBe([field], story);
        (await NothingStoredAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("register")]
    [InlineData("zNumber")]
    [InlineData("businessDate")]
    [InlineData("closedAt")]
    [InlineData("sales")]
    [InlineData("vat")]
    [InlineData("payments")]
    public async Task A_missing_member_is_named(string member)
    {
        var closing = Z1284();
        closing.Remove(member);

        var answer = await _till.SubmitAsync(closing);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldBe($"Missing: '{member}'.");
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no JSON", "Z 1284")]
    [InlineData("half a document", """{"register":"EXEMPEL1",""")]
    [InlineData("a list", "[]")]
    [InlineData("null", "null")]
    [InlineData("NaN", """{"rounding":NaN}""")]
    [InlineData("a comment", "/* hello */ {}")]
    [InlineData("a key twice", """{"register":"A","register":"B"}""")]
    [InlineData("something after the end", "{} {}")]
    public async Task What_is_not_a_JSON_document_is_refused(string story, string document)
    {
        var answer = await _till.SubmitAsync(document);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Problem.ShouldBe("/problems/malformed-closing");
        (await NothingStoredAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_nest_too_deep_is_refused()
    {
        var answer = await _till.SubmitAsync("""{"sales":""" + new string('[', 100_000) + new string(']', 100_000) + "}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused()
    {
        var document = Encoding.Latin1.GetBytes(Z1284().ToJsonString().Replace("EXEMPEL1", "KÖK", StringComparison.Ordinal));

        (await _till.SubmitAsync(document)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_megabyte_and_more_is_too_large_whether_or_not_its_length_is_told()
    {
        var document = Encoding.UTF8.GetBytes(Z1284().ToJsonString() + new string(' ', 1_000_000));

        (await _till.SubmitAsync(document)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await _till.SubmitInChunksAsync(document)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await NothingStoredAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task S62_fifty_thousand_rows_are_too_large()
    {
        var closing = Z1284();
        closing["vat"] = new JsonArray([.. Enumerable.Repeat(0, 25_000).Select(_ => (JsonNode)new JsonObject { ["rate"] = 6, ["gross"] = 0, ["vat"] = 0 })]);

        var answer = await _till.SubmitAsync(closing);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Problem.ShouldBe("/problems/closing-too-large");
    }

    private static JsonObject Z1284() => ClosingWire.Of(MadeUpEvening.Z1284.Report);

    private static string Changed(string change)
    {
        var text = Z1284();
        foreach (var name in ((JsonObject)JsonNode.Parse(Escaped(change))!).Select(member => member.Key))
        {
            text.Remove(name);
        }

        // Joined as text, because a JSON library would mend what is to be sent broken.
        return $"{change[..^1]},{text.ToJsonString()[1..]}";
    }

    private static string Escaped(string change) => change.Replace("1e999", "0", StringComparison.Ordinal).Replace("\\ud800", "", StringComparison.Ordinal);

    private Task<bool> NothingStoredAsync() => _server.ReadAsync(async db =>
        !await db.Closings.AnyAsync() && !await db.Deliveries.AnyAsync() && !await db.ConflictingClosings.AnyAsync());
}
