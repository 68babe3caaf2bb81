using SpirisSandbox.Api;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Printing;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocumentAttachments;
using SpirisSandbox.Sending;

namespace SpirisSandbox.Orders;

/// <summary>The body of a conversion: household work only, so that it is kept and changes nothing.</summary>
/// <remarks>Source: OpenAPI 2026-09, OrderConversionApi.</remarks>
public sealed record OrderConversionApi : ApiInput<OrderConversionApi>
{
    public decimal? WorkHouseOtherCosts { get; init; }
}

/// <summary><c>/v2/orders</c>, for companies with the order module.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09; DELETE not for shipped or invoiced orders; "Order drafts cannot be printed" and "Order
/// drafts cannot be sent by e-mail" (portal, changelog 2025).
/// </remarks>
public static class OrderOperations
{
    private const string One = "/orders/{id:guid}";

    public static void Map(ApiRoutes v2, SalesAssumptions assumptions)
    {
        var (read, write) = (SalesAccess.ReadOrders(assumptions), SalesAccess.WriteOrders(assumptions));
        v2.Get("/orders", read, List);
        v2.Get(One, read, call => With(call, order => new ApiAnswer.Ok(order)));
        v2.Post<OrderInput>("/orders", write, Create);
        v2.Put<OrderInput>(One, write, (call, input) => With(call, order =>
            OrderKeeping.Keep(SalesWork.Of(call), input, order).Answer(kept => new ApiAnswer.Ok(kept))));
        v2.Delete(One, write, call => With(call, order => Delete(call, order)));
        Step("converteddrafttoorder", OrderSteps.Confirm);
        Step("completed", OrderSteps.Complete);
        Step("voided", OrderSteps.Void);
        Step("backorder", OrderSteps.Backorder);
        v2.PostOptional<OrderConversionApi>(One + "/convert", write, (call, input) => With(call, order =>
            OrderInvoicing.Convert(SalesWork.Of(call), order, input?.WorkHouseOtherCosts)
                .Answer(invoice => new ApiAnswer.Ok(InvoiceStatus.Shown(invoice, SwedishDay.Of(call.Now))))));
        v2.PostOptional<EmailApi>(One + "/email", read, (call, input) => With(call, order => Email(call, order, input)));
        v2.Get(One + "/print", read, call => With(call, order => Print(call, order, "Order")));
        v2.Get(One + "/deliverynote/print", read, call => With(call, order => Print(call, order, "Följesedel")));

        void Step(string path, Func<SalesWork, OrderApi, Making<OrderApi>> step) =>
            v2.Post($"{One}/{path}", write, call => With(call, order =>
                step(SalesWork.Of(call), order).Answer(stepped => new ApiAnswer.Ok(stepped))));
    }

    private static ApiAnswer With(ApiCall call, Func<OrderApi, ApiAnswer> answer) =>
        call.Company.Sales.Orders.Find(call.Id("id")) is { } order ? answer(order) : ApiAnswer.Found(null);

    private static ApiAnswer List(ApiCall call) => call.List<OrderApi>(call.HiddenSince is { } hidden
        ? call.Company.Sales.Orders.Where(order => order.CreatedUtc < hidden).ToArray()
        : call.Company.Sales.Orders.All);

    private static ApiAnswer Create(ApiCall call, OrderInput input) => OrderKeeping.Keep(
        SalesWork.Of(call),
        input,
        new OrderApi
        {
            Id = Guid.NewGuid(), CreatedUtc = call.Now, SalesDocumentAttachments = [], MessageThreads = [], Notes = [],
        }).Answer(order => new ApiAnswer.Created(order));

    private static ApiAnswer Delete(ApiCall call, OrderApi order)
    {
        if (order.Status is OrderStatus.Shipped or OrderStatus.Invoiced)
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.CanNotBeDeleted, "Orders that are shipped or invoiced cannot be deleted.");
        }

        call.Company.Sales.Orders.Remove(order.Id);
        AttachedDocument.Drop(call.Company.Sales, order.Id);
        return new ApiAnswer.Blank();
    }

    private static ApiAnswer Print(ApiCall call, OrderApi order, string title) => order.Status == OrderStatus.Draft
        ? new ApiAnswer.Refused(ErrorCatalogue.DataModelValidationError, "Order drafts cannot be printed")
        : new ApiAnswer.File(PrintedDocument.Of(call.Company, order, title), OnePagePdf.ContentType);

    private static ApiAnswer Email(ApiCall call, OrderApi order, EmailApi? email)
    {
        if (order.Status == OrderStatus.Draft)
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.DataModelValidationError, "Order drafts cannot be sent by e-mail");
        }

        var work = SalesWork.Of(call);
        var customer = work.Registers.Customers.Find(order.CustomerId)!;
        var text = work.Company.Settings.CompanyText.OrderEmailDomestic;
        return Letter.Of(work, email, customer, customer.EmailAddressOrder, "Order from", text, order.Number ?? 0)
            .Answer(letter =>
            {
                work.Registers.SentDocuments.Put(
                    SentDocument.Of(letter, "email", "order", order.Id, order.Number ?? 0, work.Now));
                return new ApiAnswer.Blank();
            });
    }
}
