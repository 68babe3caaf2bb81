using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>
/// Makes an invoice of what one order delivered, or one collective invoice of several orders (samlingsfaktura).
/// </summary>
/// <remarks>
/// Source: OpenAPI 2026-09: one order is converted over the API; a collective invoice is made in the program only, and
/// read back by IsCollectiveInvoice and CollectiveCustomerInvoiceRowsRelationToOrders.
/// </remarks>
internal static class OrderInvoicing
{
    public static Making<CustomerInvoiceApi> Convert(SalesWork work, OrderApi order, decimal? workHouseOtherCosts) =>
        WhyNot(work, [order]) is { } refusal
            ? new Making<CustomerInvoiceApi>.Refused(refusal)
            : Buyer.Find(work, order.CustomerId, order.TermsOfPaymentId).Then(customer => Make(
                work,
                customer,
                Outline(work, customer, order) with
                {
                    CreatedFromOrderId = order.Id, WorkHouseOtherCosts = workHouseOtherCosts,
                },
                Rows(order, firstLine: 0),
                [order]));

    /// <param name="orders">At least two delivered orders of one customer, in the order they are to stand.</param>
    public static Making<CustomerInvoiceApi> Collect(SalesWork work, IReadOnlyList<OrderApi> orders) =>
        (WhyNot(work, orders) ?? WhyNotTogether(work, orders)) is { } refusal
            ? new Making<CustomerInvoiceApi>.Refused(refusal)
            : Buyer.Find(work, orders[0].CustomerId, orders[0].TermsOfPaymentId).Then(customer =>
            {
                var rows = new List<SalesRow>();
                var relations = new List<CollectiveCustomerInvoiceRelationToOrderApi>();
                foreach (var order in orders)
                {
                    var added = Rows(order, rows.Count, Heading(order));
                    relations.Add(new CollectiveCustomerInvoiceRelationToOrderApi(
                        order.Id,
                        order.Number,
                        order.BuyersOrderReference,
                        order.DeliveryDate,
                        [.. added.Select(row => row.LineNumber)]));
                    rows.AddRange(added);
                }

                var outline = Outline(work, customer, orders[0]) with
                {
                    IsCollectiveInvoice = true,
                    CollectiveCustomerInvoiceRowsRelationToOrders = relations,
                    YourReference = Shared(orders, order => order.YourReference),
                    OurReference = Shared(orders, order => order.OurReference),
                    BuyersOrderReference = Shared(orders, order => order.BuyersOrderReference),
                    DeliveryDate = null,
                };
                return Make(work, customer, outline, rows, orders);
            });

    private static ApiAnswer.Refused? WhyNot(SalesWork work, IReadOnlyList<OrderApi> orders) => 0 switch
    {
        _ when orders.Any(order => order.Status is OrderStatus.Draft or OrderStatus.Invoiced) =>
            Refuse(work, "A draft or an invoiced order cannot be invoiced."),
        _ when work.Sales.OnlyShippedOrdersAreInvoiced && orders.Any(order => order.Status != OrderStatus.Shipped) =>
            Refuse(work, "Only a delivered order can be invoiced."),
        _ when orders.Any(order => !(order.Rows ?? []).Any(row => !row.IsTextRow && row.DeliveredQuantity != 0)) =>
            new ApiAnswer.Refused(
                ErrorCatalogue.CustomerInvoiceMissingOrderArticles, "The order has no delivered articles."),
        _ => null,
    };

    private static ApiAnswer.Refused Refuse(SalesWork work, string text) =>
        SalesWork.Refuse(work.Sales.WrongStateError, nameof(OrderApi.Status), text);

    private static ApiAnswer.Refused? WhyNotTogether(SalesWork work, IReadOnlyList<OrderApi> orders) =>
        orders.Count < 2 || orders.Any(order =>
            order.CustomerId != orders[0].CustomerId
            || order.EuThirdParty != orders[0].EuThirdParty
            || order.IncludesVat != orders[0].IncludesVat)
            ? SalesWork.Refuse(
                work.Sales.WrongStateError,
                nameof(OrderApi.CustomerId),
                "A collective invoice is made of several orders of one customer.")
            : null;

    private static Making<CustomerInvoiceApi> Make(
        SalesWork work,
        CustomerApi customer,
        CustomerInvoiceApi outline,
        IReadOnlyList<SalesRow> rows,
        IReadOnlyList<OrderApi> orders) =>
        CustomerInvoiceMaker.Make(work, customer, outline, rows).Then(invoice =>
        {
            foreach (var order in orders)
            {
                work.Registers.Orders.Put(order with { Status = OrderStatus.Invoiced, ModifiedUtc = work.Now });
            }

            return new Making<CustomerInvoiceApi>.Made(invoice);
        });

    private static SalesRow[] Rows(OrderApi order, int firstLine, params string[] headings) =>
    [
        .. headings.Select((heading, line) => new SalesRow
        {
            Field = $"Rows[{firstLine + line}]", LineNumber = firstLine + line, Text = heading,
        }),
        .. (order.Rows ?? [])
            .OrderBy(row => row.LineNumber)
            .Select((row, line) => OrderRows.ToRow(row, row.DeliveredQuantity, firstLine + headings.Length + line)),
    ];

    private static string Heading(OrderApi order)
    {
        var number = order.Number?.ToString(CultureInfo.InvariantCulture);
        var day = order.OrderDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"Order {number}, {day} {order.BuyersOrderReference}".TrimEnd();
    }

    private static string? Shared(IReadOnlyList<OrderApi> orders, Func<OrderApi, string?> reference) =>
        orders.All(order => reference(order) == reference(orders[0])) ? reference(orders[0]) : null;

    private static CustomerInvoiceApi Outline(SalesWork work, CustomerApi customer, OrderApi order) =>
        InvoiceOutline.Blank(work, customer, order.EuThirdParty, order.TermsOfPaymentId) with
        {
            YourReference = order.YourReference,
            OurReference = order.OurReference,
            BuyersOrderReference = order.BuyersOrderReference,
            InvoiceCustomerName = order.InvoiceCustomerName,
            InvoiceAddress1 = order.InvoiceAddress1,
            InvoiceAddress2 = order.InvoiceAddress2,
            InvoicePostalCode = order.InvoicePostalCode,
            InvoiceCity = order.InvoiceCity,
            InvoiceCountryCode = order.InvoiceCountryCode,
            DeliveryCustomerName = order.DeliveryCustomerName,
            DeliveryAddress1 = order.DeliveryAddress1,
            DeliveryAddress2 = order.DeliveryAddress2,
            DeliveryPostalCode = order.DeliveryPostalCode,
            DeliveryCity = order.DeliveryCity,
            DeliveryCountryCode = order.DeliveryCountryCode,
            DeliveryDate = order.DeliveryDate,
        };
}
