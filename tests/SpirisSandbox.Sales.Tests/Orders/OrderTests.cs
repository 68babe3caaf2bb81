using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Orders;

public sealed class OrderTests : SalesTest
{
    [Fact]
    public async Task An_order_goes_from_draft_to_invoice_and_gets_its_number_on_the_way()
    {
        var draft = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", 1).With("BuyersOrderReference", "R-9"));
        draft["Number"].ShouldBeNull();
        draft.Kronor("Amount").ShouldBe(112m);

        ((int)(await StepAsync(draft.Id, "converteddrafttoorder"))["Number"]!).ShouldBe(1);
        var shipped = await StepAsync(draft.Id, "completed");
        ((int)shipped["Status"]!, (string)shipped["ShippedDateTime"]!).ShouldBe((3, "2026-11-20"));
        var invoice = (await Api.PostAsync($"/orders/{draft.Id}/convert", new JsonObject())).ShouldBe(HttpStatusCode.OK);

        ((Guid)invoice["CreatedFromOrderId"]!).ShouldBe(draft.Id);
        ((string)invoice["BuyersOrderReference"]!).ShouldBe("R-9");
        ((bool)invoice["IsCollectiveInvoice"]!).ShouldBeFalse();
        Journal(invoice.Id).ShouldBe(["1510 D 112.00", "3002 K 100.00", "2621 K 12.00"]);
        ((int)(await Api.GetAsync($"/orders/{draft.Id}"))["Status"]!).ShouldBe(4);
        ((int)(await Api.GetAsync("/companysettings"))["NextOrderNumber"]!).ShouldBe(2);
    }

    [Fact]
    public async Task An_order_books_nothing_before_it_is_invoiced()
    {
        var order = await Api.MakeAsync("/orders", await OrderAsync());
        await StepAsync(order.Id, "completed");

        Company.Vouchers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "completed")]
    [InlineData(1, "voided")]
    [InlineData(1, "backorder")]
    [InlineData(1, "convert")]
    [InlineData(2, "converteddrafttoorder")]
    [InlineData(2, "voided")]
    [InlineData(2, "backorder")]
    [InlineData(2, "convert")]
    [InlineData(3, "converteddrafttoorder")]
    [InlineData(3, "completed")]
    [InlineData(3, "backorder")]
    public async Task A_step_that_an_orders_status_does_not_allow_is_refused(int status, string step)
    {
        var order = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", status));

        (await Api.PostAsync($"/orders/{order.Id}/{step}", new JsonObject())).ShouldBeRefused(4002);
        ((int)(await Api.GetAsync($"/orders/{order.Id}"))["Status"]!).ShouldBe(status);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.OK)]
    [InlineData(2, HttpStatusCode.OK)]
    [InlineData(3, HttpStatusCode.BadRequest)]
    public async Task Only_drafts_and_ongoing_orders_are_deleted(int status, HttpStatusCode expected)
    {
        var order = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", status));

        var answer = (await Api.DeleteAsync($"/orders/{order.Id}")).ShouldBe(expected);
        if (status == 3)
        {
            answer.Code.ShouldBe(4001);
        }
    }

    [Fact]
    public async Task What_was_not_delivered_is_not_invoiced_and_becomes_a_back_order_once()
    {
        var body = (await OrderAsync(quantity: 5)).With("Status", 3);
        body["Rows"]![0]!["DeliveredQuantity"] = 2;
        var order = await Api.MakeAsync("/orders", body);
        (order.Kronor("Amount"), order.Kronor("DeliveredAmount")).ShouldBe((560m, 224m));

        var rest = await StepAsync(order.Id, "backorder");

        ((int)rest["Status"]!, (int)rest["Number"]!, (decimal)rest["Rows"]![0]!["Quantity"]!).ShouldBe((2, 2, 3m));
        (await Api.PostAsync($"/orders/{order.Id}/backorder")).ShouldBeRefused(4002);
        (await Api.PostAsync($"/orders/{order.Id}/voided")).ShouldBeRefused(4028);
        (await Api.PostAsync($"/orders/{order.Id}/convert")).Kronor("TotalAmount").ShouldBe(224m);
    }

    [Fact]
    public async Task A_shipped_order_is_voided_back_to_ongoing()
    {
        var order = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", 3));

        var voided = await StepAsync(order.Id, "voided");

        ((int)voided["Status"]!).ShouldBe(2);
        voided["ShippedDateTime"].ShouldBeNull();
        ((int)voided["Number"]!).ShouldBe((int)order["Number"]!);
    }

    [Fact]
    public async Task An_order_without_delivered_articles_makes_no_invoice()
    {
        var body = (await OrderAsync()).With("Status", 3);
        body["Rows"]![0]!["DeliveredQuantity"] = 0;
        var order = await Api.MakeAsync("/orders", body);

        (await Api.PostAsync($"/orders/{order.Id}/convert")).ShouldBeRefused(4031);
    }

    [Fact]
    public async Task A_refused_invoice_leaves_the_order_as_it_was()
    {
        var order = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", 3));
        Set(settings => settings with { NextCustomerInvoiceNumber = 0 });

        (await Api.PostAsync($"/orders/{order.Id}/convert")).ShouldBeRefused(4002);
        ((int)(await Api.GetAsync($"/orders/{order.Id}"))["Status"]!).ShouldBe(3);
    }

    public static TheoryData<string, string, string, int> Refusals => new()
    {
        { "a date in no fiscal year", "OrderDate", "\"2019-12-31\"", 3001 },
        { "no date", "OrderDate", "null", 2000 },
        { "no status", "Status", "null", 2000 },
        { "a status that is none", "Status", "5", 2000 },
        { "invoiced from the beginning", "Status", "4", 4002 },
        { "no currency", "CurrencyCode", "null", 2000 },
        { "a customer of nobody", "CustomerId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
        { "a row without a line number", "Rows", """[{"IsTextRow":true,"Text":"x"}]""", 2000 },
        { "a line number over a thousand", "Rows", """[{"IsTextRow":true,"Text":"x","LineNumber":1001}]""", 2000 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_order_that_breaks_a_rule_is_refused(string story, string field, string value, int code)
    {
        var answer = await Api.PostAsync("/orders", (await OrderAsync()).With(field, JsonNode.Parse(value)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Code.ShouldBe(code, story);
        Company.Settings.NextOrderNumber.ShouldBe(1, story);
    }

    [Fact]
    public async Task A_quantity_may_be_negative_while_the_total_is_not()
    {
        var body = await OrderAsync(quantity: 3);
        var row = body["Rows"]![0]!.DeepClone().AsObject();
        row["Quantity"] = -1;
        row["LineNumber"] = 1;
        body["Rows"]!.AsArray().Add(row);
        (await Api.MakeAsync("/orders", body)).Kronor("Amount").ShouldBe(224m);

        row["Quantity"] = -4;
        (await Api.PostAsync("/orders", body)).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_put_replaces_an_order_until_it_is_invoiced()
    {
        var order = await Api.MakeAsync("/orders", (await OrderAsync()).With("YourReference", "Anna"));
        var body = Makings.Order((Guid)order["CustomerId"]!, Makings.Row((Guid)order["Rows"]![0]!["ArticleId"]!, 200m));

        var replaced = (await Api.PutAsync($"/orders/{order.Id}", body.With("Status", 3))).ShouldBe(HttpStatusCode.OK);
        replaced.Kronor("Amount").ShouldBe(224m);
        replaced["YourReference"].ShouldBeNull();
        (await Api.PutAsync($"/orders/{order.Id}", body.With("Status", 1))).ShouldBeRefused(4002);
        await Api.PostAsync($"/orders/{order.Id}/convert");
        (await Api.PutAsync($"/orders/{order.Id}", body.With("Status", 2))).ShouldBeRefused(4002);
    }

    [Fact]
    public async Task A_draft_is_neither_printed_nor_sent_and_an_order_is_both()
    {
        var draft = await Api.MakeAsync("/orders", (await OrderAsync()).With("Status", 1));
        (await Api.GetAsync($"/orders/{draft.Id}/print")).Message
            .ShouldBe("ValidationException - Order drafts cannot be printed");
        (await Api.PostAsync($"/orders/{draft.Id}/email")).Message
            .ShouldBe("ValidationException - Order drafts cannot be sent by e-mail");

        await StepAsync(draft.Id, "converteddrafttoorder");
        (await Api.GetAsync($"/orders/{draft.Id}/print")).ContentType.ShouldBe("application/pdf");
        (await Api.GetAsync($"/orders/{draft.Id}/deliverynote/print")).ContentType.ShouldBe("application/pdf");
        (await Api.PostAsync($"/orders/{draft.Id}/email", """{"Email":"a@exempel.se"}""")).ShouldBe(HttpStatusCode.OK);
        Company.Sales.SentDocuments.Single().Document.ShouldBe("order");
    }

    [Fact]
    public async Task Without_the_order_module_there_are_no_orders()
    {
        using var krogen = As(Krogen);

        var answer = await krogen.GetAsync("/orders");

        answer.ShouldBeRefused(4002, HttpStatusCode.Forbidden);
        answer.Message.ShouldBe("ForbiddenRequestException - No access to module: order_standard");
        Set(settings => settings with { ProductVariant = 4 });
        (await Api.GetAsync("/orders")).ShouldBeRefused(4009, HttpStatusCode.Forbidden);
    }

    private async Task<Answered> StepAsync(Guid order, string step) =>
        (await Api.PostAsync($"/orders/{order}/{step}")).ShouldBe(HttpStatusCode.OK);

    private async Task<JsonObject> OrderAsync(decimal quantity = 1)
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 12 %"));
        return Makings.Order(customer, Makings.Row(article, 100m, quantity));
    }
}
