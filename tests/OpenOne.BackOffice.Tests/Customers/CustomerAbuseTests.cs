using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.Customers.CustomerTill;

namespace OpenOne.BackOffice.Tests.Customers;

/// <summary>Keys of others, and what nobody types in good faith.</summary>
public sealed class CustomerAbuseTests : IAsyncLifetime
{
    private InvoicingRestaurant _restaurant = null!;
    private CustomerTill _till = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurant = await InvoicingRestaurant.StartAsync();
        _till = _restaurant.Till();
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _restaurant.DisposeAsync();
    }

    [Fact]
    public async Task Another_companys_key_sees_and_creates_its_own()
    {
        var created = await _till.CreateAsync(Glasbruket());
        using var other = _restaurant.Till(InvoicingRestaurant.OtherCompany);

        (await other.NamesAsync("")).ShouldBeEmpty();
        (await other.ListAsync(("changedSince", "2020-01-01"))).Body["customers"]!.AsArray().ShouldBeEmpty();
        (await other.FollowAsync($"/api/v1/customers/{created.Body["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.CreateAsync(Glasbruket())).Status.ShouldBe(HttpStatusCode.Created, "the same customer may be the other's too");
        (await _restaurant.Both.Server.ReadAsync(db => db.Customers.Select(row => row.CompanyId).Distinct().CountAsync())).ShouldBe(2);
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_valid_key_nothing_is_told_or_created()
    {
        using var stranger = new CustomerTill(_restaurant.Both.Server.Address, null);
        using var guesser = new CustomerTill(_restaurant.Both.Server.Address, "oo_live_0000000000000000000000000000000000000000");

        foreach (var till in new[] { stranger, guesser })
        {
            (await till.ListAsync()).Problem.ShouldBe("/problems/key-missing");
            (await till.CreateAsync(Glasbruket())).Problem.ShouldBe("/problems/key-missing");
            (await till.FollowAsync($"/api/v1/customers/{Guid.Empty}")).Problem.ShouldBe("/problems/key-missing");
        }

        _restaurant.InSpiris().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "501")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "9999999999999999999")]
    [InlineData("limit", "ten")]
    [InlineData("after", "!!!")]
    [InlineData("after", "AAAA")]
    [InlineData("changedSince", "yesterday")]
    [InlineData("search", "longer")]
    public async Task A_question_that_cannot_be_meant_is_refused_by_name(string name, string value)
    {
        var answer = await _till.ListAsync((name, value == "longer" ? new string('x', 101) : value));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.ShouldBe("/problems/malformed-query");
        answer.Body["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [InlineData("not JSON", "customer")]
    [InlineData("null", "null")]
    [InlineData("a list", "[]")]
    [InlineData("an unknown member", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","isActive":false}""")]
    [InlineData("a member twice", """{"name":"A","name":"B","postalCode":"1","city":"B","organisationNumber":"556016-0680"}""")]
    [InlineData("a number for a name", """{"name":1,"postalCode":"1","city":"B","organisationNumber":"556016-0680"}""")]
    [InlineData("no name", """{"name":"  ","postalCode":"1","city":"B","organisationNumber":"556016-0680"}""")]
    [InlineData("no city", """{"name":"A","postalCode":"1","organisationNumber":"556016-0680"}""")]
    [InlineData("a control character", """{"name":"A\u0007","postalCode":"1","city":"B","organisationNumber":"556016-0680"}""")]
    [InlineData("half a symbol", """{"name":"A\ud800","postalCode":"1","city":"B","organisationNumber":"556016-0680"}""")]
    [InlineData("an e-mail that is none", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","email":"a b@c"}""")]
    [InlineData("a country that is none", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","countryCode":"Sverige"}""")]
    public async Task What_is_no_customer_is_refused_and_stored_nowhere(string story, string document)
    {
        var answer = await _till.CreateAsync(document);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Problem.ShouldBe("/problems/malformed-customer");
        (await _restaurant.Both.Server.ReadAsync(db => db.CustomerCreations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_is_too_large() =>
        (await _till.CreateAsync(new JsonObject { ["name"] = new string('x', 1_000_000) })).Problem
            .ShouldBe("/problems/customer-too-large");

    [Theory]
    [InlineData("""<script>alert("x")</script>""")]
    [InlineData("=HYPERLINK(A1)")]
    [InlineData("Robert'); DROP TABLE customers;--")]
    [InlineData("‮evil")]
    public async Task A_name_is_a_name_whatever_it_looks_like(string name)
    {
        var wanted = Glasbruket();
        wanted["name"] = name;

        (await _till.CreateAsync(wanted)).Status.ShouldBe(HttpStatusCode.Created);

        var page = await _till.ListAsync();
        page.Type.ShouldBe("application/json");
        NamesOf(page).ShouldBe([name]);
        _restaurant.InSpiris().Single().Name.ShouldBe(name);
    }
}
