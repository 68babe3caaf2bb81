using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>
/// Keeps an order as it was sent, filled in from the customer, priced, and numbered once it is no draft.
/// </summary>
/// <remarks>
/// Source: portal, changelog: 3001 for an order date outside every fiscal year; negative quantities are allowed while
/// the order's total stays positive.
/// </remarks>
internal static class OrderKeeping
{
    public static Making<OrderApi> Keep(SalesWork work, OrderInput input, OrderApi old)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return new Making<OrderApi>.Refused(errors.Refusal());
        }

        return WhyNot(work, input, old) is { } refusal
            ? new Making<OrderApi>.Refused(refusal)
            : Buyer.Find(work, input.CustomerId!.Value, input.TermsOfPaymentId).Then(customer =>
                Price(work, customer, input, input.ToRows()).Then(ordered =>
                    Price(work, customer, input, Delivered(work, input)).Then(delivered =>
                        Numbered(work, Filled(work, old, input, customer, ordered, delivered)))));
    }

    /// <summary>Gives an order that is no draft its number, if it has none, and puts it into the register.</summary>
    public static Making<OrderApi> Numbered(SalesWork work, OrderApi order)
    {
        if (order.Amount < 0)
        {
            return new Making<OrderApi>.Refused(SalesWork.Refuse(
                work.Sales.WrongSignError, nameof(order.Amount), "The total of an order must be positive."));
        }

        if (order.Status != OrderStatus.Draft && order.Number is null)
        {
            var next = work.Company.Settings.NextOrderNumber;
            if (next <= 0)
            {
                return new Making<OrderApi>.Refused(SalesWork.Refuse(
                    work.Sales.NumberSeriesNotStartedError,
                    nameof(order.Number),
                    "The number series of orders has not been started: set the next order number."));
            }

            work.Company.Change(work.Company.Settings with { NextOrderNumber = next + 1 });
            order = order with { Number = next };
        }

        order = order with { ModifiedUtc = work.Now };
        work.Registers.Orders.Put(order);
        return new Making<OrderApi>.Made(order);
    }

    private static ApiAnswer.Refused? WhyNot(SalesWork work, OrderInput input, OrderApi old)
    {
        var day = input.OrderDate!.Value;
        return 0 switch
        {
            _ when work.Company.Ledger.YearOf(day) is null => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearDoesNotExist,
                $"No fiscal year exists for the date {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}."),
            _ when old.Status == OrderStatus.Invoiced => Refuse(work, "An invoiced order cannot be changed."),
            _ when input.Status == OrderStatus.Invoiced => Refuse(work, "An order is invoiced by being converted."),
            _ when input.Status == OrderStatus.Draft && old.Number is not null =>
                Refuse(work, "An order with a number cannot become a draft again."),
            _ => null,
        };
    }

    private static ApiAnswer.Refused Refuse(SalesWork work, string text) =>
        SalesWork.Refuse(work.Sales.WrongStateError, nameof(OrderApi.Status), text);

    private static Making<Pricing> Price(
        SalesWork work, CustomerApi customer, OrderInput input, IReadOnlyList<SalesRow> rows) =>
        Pricing.Of(work, customer, rows, input.EuThirdParty ?? false, isCredit: false, replacesZeroPrices: false);

    private static IReadOnlyList<SalesRow> Delivered(SalesWork work, OrderInput input) =>
        [.. input.ToRows().Select((row, position) => row with { Quantity = DeliveredOf(work, input, position) })];

    private static decimal DeliveredOf(SalesWork work, OrderInput input, int position)
    {
        var row = input.Rows![position]!;
        return row.DeliveredQuantity ?? (work.Sales.OmittedDeliveredQuantityIsAll ? row.Quantity ?? 0 : 0);
    }

    private static OrderApi Filled(
        SalesWork work, OrderApi old, OrderInput input, CustomerApi customer, Pricing ordered, Pricing delivered) =>
        OrderAddresses.Filled(old, input, customer) with
        {
            CustomerId = customer.Id,
            CurrencyCode = customer.CurrencyCode!,
            EuThirdParty = input.EuThirdParty ?? false,
            OrderDate = input.OrderDate!.Value,
            ReverseChargeOnConstructionServices = input.ReverseChargeOnConstructionServices ?? false,
            Status = input.Status!.Value,
            Amount = ordered.Totals.Total,
            VatAmount = ordered.Totals.Vat,
            RoundingsAmount = ordered.Totals.Rounding,
            DeliveredAmount = delivered.Totals.Total,
            DeliveredVatAmount = delivered.Totals.Vat,
            DeliveredRoundingsAmount = delivered.Totals.Rounding,
            YourReference = input.YourReference,
            OurReference = input.OurReference,
            BuyersOrderReference = input.BuyersOrderReference,
            CustomerNumber = customer.CustomerNumber,
            CustomerName = customer.Name,
            DeliveryTermId = customer.DeliveryTermId,
            DeliveryMethodId = customer.DeliveryMethodId,
            TermsOfPaymentId = input.TermsOfPaymentId ?? customer.TermsOfPaymentId,
            CustomerIsPrivatePerson = customer.IsPrivatePerson,
            IncludesVat = ordered.IncludesVat,
            DeliveryDate = input.DeliveryDate,
            Rows =
            [
                .. ordered.Rows.Select((row, position) =>
                    OrderRows.Shown(work, row, DeliveredOf(work, input, position))),
            ],
            ShippedDateTime = input.Status == OrderStatus.Shipped
                ? input.ShippedDateTime ?? old.ShippedDateTime ?? work.Today
                : input.ShippedDateTime,
        };
}
