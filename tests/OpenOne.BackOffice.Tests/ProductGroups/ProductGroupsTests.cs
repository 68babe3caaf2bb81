using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.ProductGroups;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.ProductGroups;

/// <summary><c>POST /api/v1/product-groups</c>, as a till sees it.</summary>
public sealed class ProductGroupsTests : IAsyncLifetime
{
    private const string Restaurang = "559999-9991";

    private BackOfficeServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await BackOfficeServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_till_hears_which_account_each_group_has_and_which_have_none()
    {
        var answer = await SendAsync("""
            { "productGroups": [ { "code": "food", "name": "Mat", "vatRates": [12, 6] }, { "code": "newspapers", "vatRates": [0] } ],
              "paymentMeans": [ { "code": "card", "name": "Kort" }, { "code": "edenred" } ] }
            """);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ToJsonString().ShouldBe(JsonNode.Parse("""
            { "productGroups": [
                { "code": "food", "name": "Mat", "vatRate": 12, "account": 3002 },
                { "code": "food", "name": "Mat", "vatRate": 6, "account": 3003 },
                { "code": "newspapers", "name": null, "vatRate": 0, "account": null } ],
              "paymentMeans": [ { "code": "card", "name": "Kort", "account": 1686 }, { "code": "edenred", "name": null, "account": null } ] }
            """)!.ToJsonString());
    }

    [Fact]
    public async Task What_is_told_again_changes_the_name_and_nothing_else()
    {
        await SendAsync("""{ "productGroups": [ { "code": "food", "name": "Mat", "vatRates": [12] } ] }""");
        await SendAsync("""{ "productGroups": [ { "code": "food", "name": "Maträtter", "vatRates": [12, 12] } ] }""");
        await SendAsync("""{ "productGroups": [ { "code": "food", "vatRates": [12] } ] }""");

        var seen = await _server.ReadAsync(db => db.SeenKeys.AsNoTracking().ToListAsync());

        var key = seen.ShouldHaveSingleItem();
        (key.Key.ToString(), key.Name, key.ClosingId).ShouldBe(("sales food/12", "Maträtter", (Guid?)null));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("""{ "productGroups": null }""", "productGroups")]
    [InlineData("""{ }""", "")]
    [InlineData("""{ "productGroups": [null] }""", "productGroups[0].code")]
    [InlineData("""{ "productGroups": [], "more": 1 }""", "more")]
    [InlineData("""{ "productGroups": [ { "code": "", "vatRates": [12] } ] }""", "productGroups[0].code")]
    [InlineData("""{ "productGroups": [ { "code": "a\u0000b", "vatRates": [12] } ] }""", "productGroups[0].code")]
    [InlineData("""{ "productGroups": [ { "code": "food", "vatRates": [] } ] }""", "productGroups[0].vatRates")]
    [InlineData("""{ "productGroups": [ { "code": "food", "vatRates": [13] } ] }""", "productGroups[0].vatRates[0]")]
    [InlineData("""{ "productGroups": [ { "code": "food", "vatRates": ["12"] } ] }""", "productGroups[0].vatRates[0]")]
    [InlineData("""{ "productGroups": [ { "code": "food", "vatRates": [12, 6, 25, 0, 12] } ] }""", "productGroups[0].vatRates")]
    [InlineData("""{ "productGroups": [], "paymentMeans": [ { "code": "" } ] }""", "paymentMeans[0].code")]
    public async Task What_is_not_product_groups_is_refused_with_the_field_and_nothing_is_stored(string document, string field)
    {
        var answer = await SendAsync(document);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.ShouldBe("/problems/malformed-product-groups");
        answer.Body["errors"]!.AsArray()[0]!["field"]!.GetValue<string>().ShouldBe(field);
        (await _server.ReadAsync(db => db.SeenKeys.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Codes_and_names_have_the_lengths_that_a_closing_allows()
    {
        (await SendAsync(Group(new string('k', 64), new string('n', 100)))).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(Group(new string('k', 65), "n"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(Group("k", new string('n', 101)))).Status.ShouldBe(HttpStatusCode.BadRequest);

        static string Group(string code, string name) => $$"""{ "productGroups": [ { "code": "{{code}}", "name": "{{name}}", "vatRates": [12] } ] }""";
    }

    [Fact]
    public async Task More_than_any_till_has_is_refused()
    {
        var rows = string.Join(',', Enumerable.Range(0, ProductGroupsReader.MaxRows + 1).Select(i => $$"""{"code":"{{i}}","vatRates":[12]}"""));
        var many = await SendAsync($$"""{ "productGroups": [{{rows}}] }""");
        (many.Status, many.Problem).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "/problems/product-groups-too-large"));

        var large = await SendAsync(new string(' ', ProductGroupsReader.MaxBytes + 1));
        (large.Status, large.Problem).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "/problems/product-groups-too-large"));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        var answer = await SendAsync("""{ "productGroups": [] }""", key: "oo_live_nobodys");

        (answer.Status, answer.Problem).ShouldBe((HttpStatusCode.Unauthorized, "/problems/key-missing"));
    }

    private async Task<Answer> SendAsync(string document, string? key = null)
    {
        using var till = new HttpClient { BaseAddress = _server.Address };
        till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? _server.KeyOf(Restaurang));
        using var body = new StringContent(document, Encoding.UTF8, "application/json");
        using var response = await till.PostAsync(
            new Uri("/api/v1/product-groups", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
