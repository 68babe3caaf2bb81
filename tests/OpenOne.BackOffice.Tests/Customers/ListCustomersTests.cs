using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;
using static OpenOne.BackOffice.Tests.Customers.CustomerTill;

namespace OpenOne.BackOffice.Tests.Customers;

/// <summary>A till has the customers of Spiris at hand, and never waits for Spiris.</summary>
public sealed class ListCustomersTests : IAsyncLifetime
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
    public async Task They_stand_in_Swedish_order_and_a_page_says_where_the_next_is()
    {
        foreach (var name in new[] { "Örgryte AB", "Adlon", "Ängen", "östen", "Zäta", "Åkeriet", "adlon" })
        {
            await _restaurant.CreateInSpirisAsync(name);
        }

        await _restaurant.ReadAsync();

        var seen = new List<string>();
        var page = await _till.ListAsync(("limit", "3"));
        seen.AddRange(NamesOf(page));
        while ((string?)page.Body["next"] is { } next)
        {
            page = await _till.FollowAsync(next);
            seen.AddRange(NamesOf(page));
        }

        seen.Select(name => name.ToLowerInvariant()).ShouldBe(["adlon", "adlon", "zäta", "åkeriet", "ängen", "örgryte ab", "östen"]);
    }

    [Fact]
    public async Task A_search_finds_what_is_meant_and_takes_no_sign_for_more_than_it_is()
    {
        await _restaurant.CreateInSpirisAsync("Café Glas & Co", "556016-0680");
        await _restaurant.CreateInSpirisAsync("O'Malley's 100%", "556103-4249", "4711");
        await _restaurant.ReadAsync();

        string[] glas = ["Café Glas & Co"], malley = ["O'Malley's 100%"], both = [.. glas, .. malley], none = [];
        foreach (var (search, names) in new[]
        {
            ("glas", glas), ("cafe", glas), ("CO glas", glas), ("556016-0680", glas), ("5560160680", glas),
            ("göteborg", both), ("goteborg", both), ("", both), ("   ", both),
            ("4711", malley), ("o'mal", malley), ("100%", malley), ("%", malley),
            ("_", none), ("gl%s", none), ("' OR 1=1 --", none),
        })
        {
            (await _till.NamesAsync(search)).ShouldBe(names, search);
        }
    }

    [Fact]
    public async Task What_has_changed_since_is_told_once_and_in_the_order_of_the_changes()
    {
        var glas = await _restaurant.CreateInSpirisAsync("Glas");
        await _restaurant.CreateInSpirisAsync("Is");
        await _restaurant.ReadAsync();
        var first = await _till.ListAsync(("changedSince", "2020-01-01T00:00:00Z"), ("limit", "1"));
        NamesOf(first).Length.ShouldBe(1);
        NamesOf(await _till.FollowAsync((string)first.Body["next"]!)).Length.ShouldBe(1);
        var until = (string)first.Body["changedUntil"]!;
        NamesOf(await _till.ListAsync(("changedSince", until))).ShouldBeEmpty();

        await _restaurant.ChangeInSpirisAsync(glas, "Name", "Glas och is");
        await _restaurant.ReadAsync();

        NamesOf(await _till.ListAsync(("changedSince", until))).ShouldBe(["Glas och is"]);
    }

    [Fact]
    public async Task One_that_is_made_inactive_says_so_and_why_it_cannot_be_invoiced()
    {
        var glas = await _restaurant.CreateInSpirisAsync("Glas");
        await _restaurant.ChangeInSpirisAsync(glas, "IsActive", false);
        await _restaurant.ReadAsync();

        var customer = (await _till.InSwedish().ListAsync()).Body["customers"]!.AsArray().ShouldHaveSingleItem()!;

        customer["state"]!.GetValue<string>().ShouldBe("inactive");
        customer["message"]!.GetValue<string>().ShouldBe("Kunden 1 Glas är inte aktiv i Spiris.");
    }

    [Fact]
    public async Task One_that_was_deleted_is_told_as_gone_and_found_by_no_search()
    {
        var glas = await _restaurant.CreateInSpirisAsync("Glas");
        await _restaurant.ReadAsync();
        var until = (string)(await _till.ListAsync()).Body["changedUntil"]!;
        await _restaurant.DeleteInSpirisAsync((string)glas["Id"]!);
        await _restaurant.ForgetReadingsAsync();

        await _restaurant.ReadAsync();

        (await _till.NamesAsync("glas")).ShouldBeEmpty();
        (await _till.ListAsync(("changedSince", until))).Body["customers"]!.AsArray().ShouldHaveSingleItem()!["state"]!
            .GetValue<string>().ShouldBe("gone");
    }

    [Fact]
    public async Task While_Spiris_is_away_the_till_still_has_them_and_is_told_how_old_they_are()
    {
        await _restaurant.CreateInSpirisAsync("Glas");
        await _restaurant.ReadAsync();
        _restaurant.Faults.Add(new() { Method = "GET", Path = "/v2/customers", Times = null, Fault = new AnswerBefore(503) });
        await _restaurant.ReadAsync();

        var page = await _till.ListAsync();

        NamesOf(page).ShouldBe(["Glas"]);
        var freshness = page.Body["freshness"]!;
        freshness["ageSeconds"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(0);
        ((string)freshness["message"]!).ShouldContain("503");
    }

    [Fact]
    public async Task With_Invoice_off_the_till_is_told_why_they_are_not_fresh()
    {
        await _restaurant.InvoiceAsync(InvoicingRestaurant.Company, false);
        await _restaurant.Both.Server.ReadAsync(db => db.CustomerBooks.ExecuteDeleteAsync());

        var freshness = (await _till.ListAsync()).Body["freshness"]!;

        freshness["isFresh"]!.GetValue<bool>().ShouldBeFalse();
        freshness["readAt"].ShouldBeNull();
        ((string)freshness["remedy"]!).ShouldContain("Integrations > Finance > Visma Ecom");
    }

    [Fact]
    public async Task A_list_that_Spiris_does_not_pick_by_time_is_read_whole()
    {
        await _restaurant.ReadAsync();
        await _restaurant.CreateInSpirisAsync("Glas");
        _restaurant.Faults.Next("GET", "/v2/customers", new AnswerBefore(400));

        await _restaurant.ReadAsync();

        (await _till.ListAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }
}
