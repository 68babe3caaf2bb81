using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Customers;
using OpenOne.Domain.Customers;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;
using static OpenOne.BackOffice.Tests.Customers.CustomerTill;

namespace OpenOne.BackOffice.Tests.Customers;

/// <summary>A guest wants an invoice and is no customer yet: the till creates one in Spiris, once.</summary>
public sealed class CreateCustomerTests : IAsyncLifetime
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
    public async Task A_company_stands_in_Spiris_and_at_the_till_at_once()
    {
        var answer = await _till.CreateAsync(Glasbruket());

        answer.Status.ShouldBe(HttpStatusCode.Created);
        var customer = _restaurant.InSpiris().ShouldHaveSingleItem();
        (customer.Name, customer.CorporateIdentityNumber, customer.InvoiceAddress1, customer.EmailAddress, customer.IsActive)
            .ShouldBe(("Glasbruket AB", "556016-0680", "Storgatan 1", "faktura@glasbruket.example", true));
        answer.Body["customerNumber"]!.GetValue<string>().ShouldBe(customer.CustomerNumber);
        answer.Body["state"]!.GetValue<string>().ShouldBe("active");
        answer.Location!.OriginalString.ShouldBe($"/api/v1/customers/{customer.Id}");
        (await _till.FollowAsync(answer.Location.OriginalString)).Body["name"]!.GetValue<string>().ShouldBe("Glasbruket AB");
        (await _till.NamesAsync("glasbruk")).ShouldBe(["Glasbruket AB"]);
    }

    [Fact]
    public async Task The_same_again_is_a_repetition_and_creates_nothing()
    {
        await _till.CreateAsync(Glasbruket());
        var again = Glasbruket();
        again["organisationNumber"] = "5560160680";

        var answer = await _till.CreateAsync(again);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body["name"]!.GetValue<string>().ShouldBe("Glasbruket AB");
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_private_person_is_found_by_the_whole_personal_number_and_it_is_never_told()
    {
        var answer = await _till.CreateAsync(Anna());

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Body["organisationNumber"]!.GetValue<string>().ShouldBe("000229-****");
        _restaurant.InSpiris().Single().CorporateIdentityNumber.ShouldBe("20000229-2399");
        (await _till.NamesAsync("000229-2399")).ShouldBe(["Anna Åkesson"]);
        (await _till.NamesAsync("000229")).ShouldBeEmpty("nobody may find a number out digit by digit");
        (await _till.ListAsync()).Body.ToJsonString().ShouldNotContain("2399");
    }

    [Fact]
    public async Task A_private_person_without_a_number_is_created_once_however_often_it_is_asked_for()
    {
        var anna = Anna();
        anna.Remove("organisationNumber");

        (await _till.CreateAsync(anna.DeepClone().AsObject())).Status.ShouldBe(HttpStatusCode.Created);
        (await _till.CreateAsync(anna)).Status.ShouldBe(HttpStatusCode.OK);

        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mistyped_number_is_told_to_the_cashier_in_their_language_and_nothing_is_sent()
    {
        var mistyped = Glasbruket();
        mistyped["organisationNumber"] = "556016-0681";

        var answer = await _till.InSwedish().CreateAsync(mistyped);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Problem.ShouldBe("/problems/unacceptable-customer");
        ((string)answer.Body["detail"]!).ShouldContain("Den sista siffran stämmer inte med de andra");
        _restaurant.InSpiris().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_created_in_Spiris_a_moment_ago_is_not_created_again()
    {
        foreach (var (story, typed, there, number) in new (string, string, string?, string?)[]
        {
            ("as it was typed", "556016-0680", "556016-0680", null),
            ("written otherwise", "556103-4249", "165561034249", null),
            ("with the number", "559244-0001", null, "77"),
        })
        {
            await _restaurant.CreateInSpirisAsync(story, there, number);
            var wanted = Glasbruket();
            (wanted["organisationNumber"], wanted["customerNumber"]) = (typed, number);

            var answer = await _till.CreateAsync(wanted);

            answer.Status.ShouldBe(HttpStatusCode.Conflict, story);
            answer.Problem.ShouldBe("/problems/customer-exists");
            answer.Body["customer"]!["name"]!.GetValue<string>().ShouldBe(story);
        }

        _restaurant.InSpiris().Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_that_is_not_active_is_refused_with_the_menu_path()
    {
        await _restaurant.CreateInSpirisAsync("Glasbruket AB", "556016-0680", isActive: false);

        foreach (var till in new[] { _till, _till.InSwedish() })
        {
            var answer = await till.CreateAsync(Glasbruket());
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Problem.ShouldBe("/problems/customer-inactive");
            ((string)answer.Body["remedy"]!).ShouldContain(" > ");
        }
    }

    [Fact]
    public async Task Many_tills_that_want_the_same_at_once_get_the_same()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _till.CreateAsync(Glasbruket())));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(11);
        answers.Select(answer => (string)answer.Body["id"]!).Distinct().Count().ShouldBe(1);
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_can_be_read_before_its_creation_has_ended_is_still_the_tills_own()
    {
        await _till.CreateAsync(Glasbruket());
        var creation = await _restaurant.Both.Server.ReadAsync(async db =>
        {
            await db.CustomerCreations.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, CreationState.Uncertain).SetProperty(row => row.CustomerId, (string?)null)
                .SetProperty(row => row.DueAt, DateTimeOffset.MaxValue));
            return await db.CustomerCreations.SingleAsync();
        });

        var again = await _restaurant.Both.Server.Services.GetRequiredService<CreationIntake>().TakeInAsync(
            creation.CompanyId, creation.Customer, creation.ContentHash, TestContext.Current.CancellationToken);

        again.ShouldBe(new CreationTaken.UnderWay(creation.Id, IsSame: true, IsNew: false));
    }

    [Fact]
    public async Task Many_tills_that_call_one_company_by_different_names_create_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
        {
            var wanted = Glasbruket();
            wanted["name"] = $"Glasbruket {number}";
            return _till.CreateAsync(wanted);
        }));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(11);
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Also_while_Spiris_does_not_list_it_yet()
    {
        _restaurant.Faults.Add(new() { Method = "GET", Path = "/v2/customers", Times = null, Fault = new HideRecent(30) });
        await _till.CreateAsync(Glasbruket());
        var other = Glasbruket();
        other["name"] = "Glasbruket i Göteborg AB";

        (await _till.CreateAsync(other)).Problem.ShouldBe("/problems/customer-exists");

        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whatever_is_lost_there_is_one_customer()
    {
        foreach (var (story, fault) in new (string, Fault)[]
        {
            ("the answer is lost", new LoseAnswer()),
            ("the request is lost", new LoseRequest()),
            ("an error though it was created", new AnswerAfter(500)),
            ("an error and it was not", new AnswerBefore(502)),
            ("an answer that is cut short", new TruncateBody(20)),
            ("an answer that cannot be read", new GarbleBody()),
            ("the token is refused", new Unauthorised()),
        })
        {
            var wanted = Anna();
            wanted.Remove("organisationNumber");
            wanted["name"] = story;
            _restaurant.Faults.Next("POST", "/v2/customers", fault);

            (await UntilSettledAsync(wanted)).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);

            _restaurant.InSpiris().Count(customer => customer.Name == story).ShouldBe(1, story);
        }
    }

    [Fact]
    public async Task A_till_that_asks_again_while_Spiris_is_away_gets_it_in_the_end_and_once()
    {
        _restaurant.Faults.Add(new() { Method = "GET", Path = "/v2/customers", Times = 3, Fault = new AnswerBefore(503) });

        var answer = await UntilSettledAsync(Glasbruket());

        answer.Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_access_is_lost_on_the_way_the_cashier_is_told_what_to_press()
    {
        _restaurant.Faults.Next("GET", "/v2/customers", new Unauthorised());
        _restaurant.Faults.Next("POST", "/connect/token", new InvalidGrant());

        var answer = await _till.CreateAsync(Glasbruket());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Body["code"]!.GetValue<string>().ShouldBe("authorisation-lost");
        ((string)answer.Body["remedy"]!).ShouldContain("Integrations > Finance > Visma Ecom");
    }

    [Fact]
    public async Task With_Invoice_off_or_without_access_it_is_refused_at_once()
    {
        await _restaurant.InvoiceAsync(InvoicingRestaurant.Company, false);
        (await _till.CreateAsync(Glasbruket())).Body["code"]!.GetValue<string>().ShouldBe("invoicing-off");

        await _restaurant.InvoiceAsync(InvoicingRestaurant.Company, true);
        await _restaurant.Both.ChangeAsync(InvoicingRestaurant.Company, async (db, companyId) =>
            (await db.Connections.SingleAsync(row => row.CompanyId == companyId)).Lose("withdrawn"));
        (await _till.CreateAsync(Glasbruket())).Body["code"]!.GetValue<string>().ShouldBe("authorisation-lost");
        _restaurant.InSpiris().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_deleted_in_Spiris_can_be_created_anew()
    {
        var first = await _till.CreateAsync(Glasbruket());
        await _restaurant.DeleteInSpirisAsync((string)first.Body["id"]!);
        await _restaurant.ForgetReadingsAsync();
        await _restaurant.ReadAsync();

        var second = await _till.CreateAsync(Glasbruket());

        second.Status.ShouldBe(HttpStatusCode.Created);
        ((string)second.Body["id"]!).ShouldNotBe((string)first.Body["id"]!);
        _restaurant.InSpiris().Count.ShouldBe(1);
    }

    /// <summary>A till that hears that there is no outcome yet sends the same again.</summary>
    private async Task<Answer> UntilSettledAsync(JsonObject wanted)
    {
        while (true)
        {
            var answer = await _till.CreateAsync(wanted);
            if (answer.Status != HttpStatusCode.Accepted)
            {
                return answer;
            }
        }
    }

    private static JsonObject Anna() => new()
    {
        ["name"] = "Anna Åkesson",
        ["isPrivatePerson"] = true,
        ["organisationNumber"] = "20000229-2399",
        ["postalCode"] = "411 01",
        ["city"] = "Göteborg",
    };
}
