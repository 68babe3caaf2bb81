using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>Receipts that meet an access token that has ended, and a Spiris that has had enough: one refresh, one invoice each.</summary>
public sealed class InvoiceAccessTests
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private static readonly string[] _quick =
        ["--Refresh:AnswerTimeout=00:00:03", "--Refresh:FirstPause=00:00:00.5", "--Refresh:MaxPause=00:00:00.5"];

    private static readonly string[] _receipts = [.. Enumerable.Range(88200, 8).Select(number => $"{number}")];

    [Fact]
    public async Task S44_eight_receipts_that_meet_an_expired_token_make_one_refresh_and_eight_invoices()
    {
        await using var restaurants = await StartAsync();
        await restaurants.ExpireAsync(Restaurang);
        restaurants.Sandbox.Faults.Next("POST", "/connect/token", new Delay(1));
        using var till = restaurants.Server.Till(Restaurang);

        await Task.WhenAll(_receipts.Select(receipt => till.InvoiceAsync(InvoiceWire.Lunch(receipt))));

        await EachIsInvoicedOnceAsync(restaurants);
        restaurants.TokenCalls.ShouldBe(1);
    }

    [Fact]
    public async Task S45_receipts_on_two_nodes_that_meet_an_expired_token_make_one_refresh()
    {
        await using var restaurants = await StartAsync();
        var second = await restaurants.StartNodeAsync();
        await restaurants.ExpireAsync(Restaurang);
        restaurants.Sandbox.Faults.Next("POST", "/connect/token", new Delay(1));
        using var till = restaurants.Server.Till(Restaurang);
        using var other = second.Till(Restaurang);

        await Task.WhenAll(_receipts.Select((receipt, i) => (i % 2 == 0 ? till : other).InvoiceAsync(InvoiceWire.Lunch(receipt))));

        await EachIsInvoicedOnceAsync(restaurants);
        restaurants.TokenCalls.ShouldBe(1);
        await second.StopAndKeepAsync();
    }

    [Fact]
    public async Task S46_where_a_used_token_has_a_grace_a_lost_refresh_delays_the_invoice_and_doubles_nothing()
    {
        await using var restaurants = await StartAsync(new SandboxAssumptions { RefreshTokenGrace = TimeSpan.FromMinutes(1) });
        await restaurants.ExpireAsync(Restaurang);
        restaurants.Sandbox.Faults.Next("POST", "/connect/token", new LoseAnswer());
        using var till = restaurants.Server.Till(Restaurang);

        await till.InvoiceAsync(InvoiceWire.Lunch());

        await restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
        restaurants.TokenCalls.ShouldBe(2);
    }

    [Fact]
    public async Task S47_where_a_token_is_good_for_one_use_a_promised_receipt_waits_for_a_person_and_is_made_once()
    {
        await using var restaurants = await StartAsync(settings: "--Invoices:AnswerWithin=00:00:00");
        await restaurants.ExpireAsync(Restaurang);
        restaurants.Sandbox.Faults.Next("POST", "/connect/token", new LoseAnswer());
        using var till = restaurants.Server.Till(Restaurang);

        (await till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Accepted);
        await restaurants.Server.UntilAsync(async () =>
            (await till.AskInvoiceAsync("EXEMPEL1", "88121")).Body["reasons"]!.AsArray().Any(reason => (string)reason!["code"]! == "authorisation-lost"));
        restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(0);

        await restaurants.AuthoriseAsync(Restaurang);
        await restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S48_killed_in_a_refresh_the_receipt_is_invoiced_once_after_restart()
    {
        await using var restaurants = await StartAsync(new SandboxAssumptions { RefreshTokens = RefreshTokens.Reusable });
        await restaurants.ExpireAsync(Restaurang);
        var directory = await restaurants.Server.StopAndKeepAsync();
        await using (var proxy = await HoldingProxy.StartAsync(restaurants.Sandbox.Address))
        {
            // Before the server starts: what reads customers may need a token sooner than the receipt does.
            var held = proxy.HoldNext("/connect/token", HoldingProxy.HoldAt.BeforeTheAnswer);
            await using var server = await BackOfficeProcess.StartAsync(directory, proxy.Address, _quick);
            using var till = new Till(server.Address, restaurants.Server.KeyOf(Restaurang));
            var waiting = till.InvoiceAsync(InvoiceWire.Lunch());
            await held;
            await UntilReceivedAsync(directory);
            await server.KillAsync();
            await Should.ThrowAsync<HttpRequestException>(waiting);
        }

        await restaurants.RestartAsync(_quick);

        await restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S09_a_storm_of_429_is_waited_out_and_each_receipt_is_one_invoice()
    {
        await using var restaurants = await StartAsync();
        restaurants.Sandbox.Faults.Add(new FaultRule { Path = "/v2/*", Times = 12, Fault = new TooManyRequests(1) });
        using var till = restaurants.Server.Till(Restaurang);

        await Task.WhenAll(_receipts.Select(receipt => till.InvoiceAsync(InvoiceWire.Lunch(receipt))));

        await EachIsInvoicedOnceAsync(restaurants);
    }

    private static async Task UntilReceivedAsync(string directory)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var db = TestStore.Open(directory)();
        while (!await db.Receipts.AnyAsync())
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IntegratedRestaurants> StartAsync(SandboxAssumptions? assumptions = null, params string[] settings)
    {
        var restaurants = await IntegratedRestaurants.StartAsync(assumptions ?? new(), [.. _quick, .. settings]);
        await restaurants.ChooseInvoicingAsync(Restaurang);
        restaurants.Sandbox.Journal.Clear();
        return restaurants;
    }

    private static async Task EachIsInvoicedOnceAsync(IntegratedRestaurants restaurants)
    {
        foreach (var receipt in _receipts)
        {
            await restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", receipt, "invoiced");
        }

        var numbers = restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Select(invoice => invoice.InvoiceNumber).ToList();
        numbers.Count.ShouldBe(_receipts.Length);
        numbers.ShouldBeUnique();
    }
}
