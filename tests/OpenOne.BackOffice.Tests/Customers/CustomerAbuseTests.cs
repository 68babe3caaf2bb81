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

    [Fact]
    public async Task A_question_that_cannot_be_meant_is_refused_by_name()
    {
        foreach (var (name, value) in new[]
        {
            ("limit", "0"), ("limit", "501"), ("limit", "-1"), ("limit", "9999999999999999999"), ("limit", "ten"),
            ("after", "!!!"), ("after", "AAAA"), ("changedSince", "yesterday"), ("search", new string('x', 101)),
        })
        {
            var answer = await _till.ListAsync((name, value));
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, $"{name}={value}");
            answer.Problem.ShouldBe("/problems/malformed-query");
            answer.Body["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(name);
        }
    }

    [Fact]
    public async Task What_is_no_customer_is_refused_and_stored_nowhere()
    {
        foreach (var (story, document) in new[]
        {
            ("not JSON", "customer"),
            ("null", "null"),
            ("a list", "[]"),
            ("an unknown member", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","isActive":false}"""),
            ("a member twice", """{"name":"A","name":"B","postalCode":"1","city":"B","organisationNumber":"556016-0680"}"""),
            ("a number for a name", """{"name":1,"postalCode":"1","city":"B","organisationNumber":"556016-0680"}"""),
            ("no name", """{"name":"  ","postalCode":"1","city":"B","organisationNumber":"556016-0680"}"""),
            ("no city", """{"name":"A","postalCode":"1","organisationNumber":"556016-0680"}"""),
            ("a control character", """{"name":"A\u0007","postalCode":"1","city":"B","organisationNumber":"556016-0680"}"""),
            ("half a symbol", """{"name":"A\ud800","postalCode":"1","city":"B","organisationNumber":"556016-0680"}"""),
            ("an e-mail that is none", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","email":"a b@c"}"""),
            ("a country that is none", """{"name":"A","postalCode":"1","city":"B","organisationNumber":"556016-0680","countryCode":"S1"}"""),
        })
        {
            var answer = await _till.CreateAsync(document);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
            answer.Problem.ShouldBe("/problems/malformed-customer", story);
        }

        (await _till.CreateAsync(new JsonObject { ["name"] = new string('x', 1_000_000) })).Problem
            .ShouldBe("/problems/customer-too-large");
        (await _restaurant.Both.Server.ReadAsync(db => db.CustomerCreations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_is_a_name_whatever_it_looks_like()
    {
        foreach (var (name, number) in new[]
        {
            ("""<script>alert("x")</script>""", "556016-0680"),
            ("=HYPERLINK(A1)", "556103-4249"),
            ("Robert'); DROP TABLE customers;--", "559244-0001"),
            ("\u202Eevil", "559999-9991"),
        })
        {
            var wanted = Glasbruket();
            (wanted["name"], wanted["organisationNumber"]) = (name, number);
            (await _till.CreateAsync(wanted)).Status.ShouldBe(HttpStatusCode.Created, name);

            var page = await _till.ListAsync(("search", number));
            page.Type.ShouldBe("application/json");
            NamesOf(page).ShouldBe([name]);
            _restaurant.InSpiris().ShouldContain(customer => customer.Name == name);
        }
    }
}
