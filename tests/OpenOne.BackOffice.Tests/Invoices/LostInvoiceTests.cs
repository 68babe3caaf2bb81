using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.Domain.Invoicing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>Whatever is lost on the way: one receipt, one invoice or order. The oracle is what stands in Spiris.</summary>
public sealed class LostInvoiceTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;
    private const string Drafts = "/v2/customerinvoicedrafts";
    private const string Convert = "/v2/customerinvoicedrafts/*/convert";

    private IntegratedRestaurants _restaurants = null!;
    private Till _till = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        _till = _restaurants.Server.Till(Restaurang);
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _restaurants.DisposeAsync();
    }

    public static TheoryData<string, Fault> Lost => new()
    {
        { "S01 the answer is lost after Spiris has done it", new LoseAnswer() },
        { "S02 the request is lost before Spiris", new LoseRequest() },
        { "S03 a 504, and then Spiris does it after all", new CommitLate(0.2, 504) },
        { "S04 the connection is closed while the request goes out", new LoseRequest(Cut.Close) },
        { "S05 the answer is cut short", new TruncateBody() },
        { "S06 the answer is garbled", new GarbleBody() },
        { "S08 told to wait", new TooManyRequests(1) },
        { "S10 an error though it was done", new AnswerAfter(500) },
        { "S11 an error and it was not done", new AnswerBefore(500) },
        { "S51 a token that is refused", new Unauthorised() },
    };

    public static TheoryData<string, string, Fault> OfInvoices => Everywhere(Drafts, Convert);

    public static TheoryData<string, string, Fault> OfOrders =>
        Everywhere("/v2/orders", "/v2/orders/*/converteddrafttoorder", "/v2/orders/*/completed");

    [Theory]
    [MemberData(nameof(OfInvoices))]
    public async Task One_receipt_is_one_invoice(string story, string path, Fault fault)
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _restaurants.Sandbox.Faults.Next("POST", path, fault);

        await SubmitUntilMadeAsync("invoiced", $"{story} at {path}");

        var sales = _restaurants.InSpiris(Restaurang).Sales;
        sales.CustomerInvoices.ShouldHaveSingleItem(story).TotalAmount.ShouldBe(1694.00m);
        await _restaurants.Server.UntilCheckedAsync();
        sales.CustomerInvoiceDrafts.Count.ShouldBe(0, $"{story}: no draft is left for somebody to book by hand");
        _restaurants.Books(Restaurang).ShouldHaveSingleItem(story);
    }

    [Theory]
    [MemberData(nameof(OfOrders))]
    public async Task S67_one_receipt_is_one_order_also_when_the_answer_to_its_status_is_lost(string story, string path, Fault fault)
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang, useOrder: true);
        _restaurants.Sandbox.Faults.Next("POST", path, fault);

        await SubmitUntilMadeAsync("ordered", $"{story} at {path}");
        await _restaurants.Server.UntilCheckedAsync();

        var order = _restaurants.InSpiris(Restaurang).Sales.Orders.ShouldHaveSingleItem($"{story} at {path}");
        (order.Status, order.Amount).ShouldBe((3, 1694.00m));
    }

    [Fact]
    public async Task S07_a_proxy_that_delivers_the_draft_twice_leaves_one_invoice_and_no_draft()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _restaurants.Sandbox.Faults.Next("POST", Drafts, new DuplicateWork());
        await SubmitUntilMadeAsync("invoiced", "the draft is delivered twice");
        await _restaurants.Server.UntilCheckedAsync();

        var sales = _restaurants.InSpiris(Restaurang).Sales;
        (sales.CustomerInvoices.Count, sales.CustomerInvoiceDrafts.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task S07_a_proxy_that_delivers_the_step_from_the_draft_twice_makes_one_invoice()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _restaurants.Sandbox.Faults.Next("POST", Convert, new DuplicateWork());

        await SubmitUntilMadeAsync("invoiced", "the conversion is delivered twice");

        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_stands_there_twice_is_found_afterwards_and_stops_the_making_of_invoices()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        await _till.InvoiceAsync(InvoiceWire.Lunch());
        var spiris = _restaurants.InSpiris(Restaurang);
        var invoice = spiris.Sales.CustomerInvoices.Single();
        spiris.Write(() => spiris.Sales.CustomerInvoices.Put(invoice with { Id = Guid.NewGuid(), InvoiceNumber = 1002 }));

        await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "needs-attention");
        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch("88122"));

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/invoicing-stopped"));
        ((string)refused.Body["detail"]!).ShouldContain("1001, 1002");
    }

    [Fact]
    public async Task S19_a_list_that_hides_what_is_new_does_not_make_a_second()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _restaurants.Sandbox.Faults.Next("POST", Convert, new LoseAnswer());
        _restaurants.Sandbox.Faults.Add(new FaultRule { Method = "GET", Path = "/v2/customerinvoices", Times = 2, Fault = new HideRecent(60) });

        await SubmitUntilMadeAsync("invoiced", "the first two searches do not show it");

        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_database_that_has_forgotten_the_invoice_finds_it_and_makes_no_second()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        await _till.InvoiceAsync(InvoiceWire.Lunch());
        await _restaurants.Server.UntilCheckedAsync();
        await _restaurants.Server.ReadAsync(async db =>
        {
            // All at once, so that nobody writes down anything about what is half forgotten.
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Settlements.ExecuteDeleteAsync();
            await db.InvoiceAttempts.ExecuteDeleteAsync();
            await db.InvoiceDeliveries.ExecuteDeleteAsync();
            await db.KnownArticles.ExecuteDeleteAsync();
            var forgotten = await db.Receipts.ExecuteDeleteAsync();
            await transaction.CommitAsync();
            return forgotten;
        });

        var again = await _till.InvoiceAsync(InvoiceWire.Lunch());

        (again.Status, (string)again.Body["number"]!).ShouldBe((HttpStatusCode.Created, "1001"));
        var sales = _restaurants.InSpiris(Restaurang).Sales;
        (sales.CustomerInvoices.Count, sales.Articles.Count, sales.Customers.Count).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(InvoiceState.Drafting)]
    [InlineData(InvoiceState.Converting)]
    public async Task S23_S24_S25_found_under_way_after_a_crash_it_is_looked_for_and_made_once(InvoiceState state)
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);

        // The process ends while the request is held by Spiris, which does its work all the same.
        var path = state is InvoiceState.Drafting ? Drafts : Convert;
        _restaurants.Sandbox.Faults.Next("POST", path, new Delay(1.5));
        var waiting = _till.InvoiceAsync(InvoiceWire.Lunch());
        await _restaurants.Server.UntilAsync(() => _restaurants.Server.ReadAsync(db => db.InvoiceDeliveries.AnyAsync(row => row.State == state)));
        await _restaurants.Server.ReadAsync(db => db.InvoiceLanes.ExecuteUpdateAsync(set => set
            .SetProperty(lane => lane.LeaseToken, (Guid?)Guid.NewGuid()).SetProperty(lane => lane.LeasedUntil, 0)));

        await waiting;
        await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        await _restaurants.Server.UntilCheckedAsync();

        var sales = _restaurants.InSpiris(Restaurang).Sales;
        (sales.CustomerInvoices.Count, sales.CustomerInvoiceDrafts.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task While_Spiris_is_out_of_reach_the_cashier_hears_202_and_it_is_made_when_Spiris_is_back()
    {
        await using var quick = await IntegratedRestaurants.StartAsync("--Invoices:AnswerWithin=00:00:01");
        await quick.ChooseInvoicingAsync(Restaurang);
        quick.Sandbox.Faults.Add(new FaultRule { Path = "/v2/*", Times = null, Fault = new AnswerBefore(503) });
        using var till = quick.Server.Till(Restaurang);

        var promised = await till.InvoiceAsync(InvoiceWire.Lunch());
        promised.Status.ShouldBe(HttpStatusCode.Accepted);
        promised.Body["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("spiris-unavailable");

        quick.Sandbox.Faults.Clear();
        (await quick.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced")).Status.ShouldBe(HttpStatusCode.OK);
        quick.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S49_access_that_is_withdrawn_on_the_way_holds_the_receipt_and_authorised_again_it_is_made_once()
    {
        await using var quick = await IntegratedRestaurants.StartAsync("--Invoices:AnswerWithin=00:00:00");
        await quick.ChooseInvoicingAsync(Restaurang);
        using var till = quick.Server.Till(Restaurang);
        quick.Sandbox.Faults.Next("POST", Convert, new RevokeConsent());

        (await till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Accepted);
        await quick.Server.UntilAsync(async () =>
            (await till.AskInvoiceAsync("EXEMPEL1", "88121")).Body["reasons"]!.AsArray().Any(reason => (string)reason!["code"]! == "authorisation-lost"));
        quick.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(0);

        await quick.AuthoriseAsync(Restaurang);
        await quick.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        quick.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    private static TheoryData<string, string, Fault> Everywhere(params string[] paths)
    {
        var all = new TheoryData<string, string, Fault>();
        foreach (var path in paths)
        {
            foreach (var row in Lost)
            {
                all.Add(row.Data.Item1, path, row.Data.Item2);
            }
        }

        return all;
    }

    private async Task SubmitUntilMadeAsync(string state, string story)
    {
        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch());
        answer.Status.ShouldBeOneOf([HttpStatusCode.Created, HttpStatusCode.Accepted], $"{story}: {answer.Body.ToJsonString()}");
        (await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", state, "held", "needs-attention")).State.ShouldBe(state, story);
    }
}
