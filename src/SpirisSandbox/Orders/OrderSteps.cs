using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>The steps of an order from draft to shipped and back.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09 and portal, changelog 2024-2025: completing sets ShippedDateTime to today; voiding makes a
/// shipped order ongoing again, and gives 4028 when it has a back order; a back order is made once, of a shipped or
/// invoiced order of which less was delivered than ordered.
/// </remarks>
internal static class OrderSteps
{
    public static Making<OrderApi> Confirm(SalesWork work, OrderApi order) => order.Status == OrderStatus.Draft
        ? OrderKeeping.Numbered(work, order with { Status = OrderStatus.Ongoing })
        : Refuse(work, "Only an order draft can be converted to an order.");

    public static Making<OrderApi> Complete(SalesWork work, OrderApi order) => order.Status == OrderStatus.Ongoing
        ? OrderKeeping.Numbered(work, order with { Status = OrderStatus.Shipped, ShippedDateTime = work.Today })
        : Refuse(work, "Only an ongoing order can be completed.");

    public static Making<OrderApi> Void(SalesWork work, OrderApi order) => 0 switch
    {
        _ when order.Status != OrderStatus.Shipped => Refuse(work, "Only a shipped order can be voided."),
        _ when BackorderOf(work, order) is not null => new Making<OrderApi>.Refused(new ApiAnswer.Refused(
            ErrorCatalogue.OrderCannotBeVoided, "The order has a back order.")),
        _ => OrderKeeping.Numbered(work, order with { Status = OrderStatus.Ongoing, ShippedDateTime = null }),
    };

    public static Making<OrderApi> Backorder(SalesWork work, OrderApi order)
    {
        var missing = (order.Rows ?? []).Where(row => !row.IsTextRow && row.DeliveredQuantity < row.Quantity).ToArray();
        return 0 switch
        {
            _ when order.Status is not (OrderStatus.Shipped or OrderStatus.Invoiced) =>
                Refuse(work, "A back order is made of a shipped or invoiced order."),
            _ when BackorderOf(work, order) is not null => Refuse(work, "The order has a back order already."),
            _ when missing.Length == 0 => Refuse(work, "Everything has been delivered."),
            _ => Rest(work, order, missing),
        };
    }

    private static OrderApi? BackorderOf(SalesWork work, OrderApi order) =>
        work.Registers.Orders.FirstOrDefault(other => other.BackorderOf == order.Id);

    private static Making<OrderApi> Rest(SalesWork work, OrderApi order, OrderRowApi[] missing) =>
        Buyer.Find(work, order.CustomerId, order.TermsOfPaymentId).Then(customer => Pricing
            .Of(
                work,
                customer,
                [.. missing.Select((row, line) => OrderRows.ToRow(row, row.Quantity - row.DeliveredQuantity, line))],
                order.EuThirdParty,
                isCredit: false,
                replacesZeroPrices: false)
            .Then(priced => OrderKeeping.Numbered(work, order with
            {
                Id = Guid.NewGuid(),
                Number = null,
                Status = OrderStatus.Ongoing,
                OrderDate = work.Today,
                CreatedUtc = work.Now,
                ShippedDateTime = null,
                BackorderOf = order.Id,
                Amount = priced.Totals.Total,
                VatAmount = priced.Totals.Vat,
                RoundingsAmount = priced.Totals.Rounding,
                DeliveredAmount = priced.Totals.Total,
                DeliveredVatAmount = priced.Totals.Vat,
                DeliveredRoundingsAmount = priced.Totals.Rounding,
                Rows = [.. priced.Rows.Select(row => OrderRows.Shown(work, row, row.Row.Quantity))],
            })));

    private static Making<OrderApi>.Refused Refuse(SalesWork work, string text) =>
        new(SalesWork.Refuse(work.Sales.WrongStateError, nameof(OrderApi.Status), text));
}
