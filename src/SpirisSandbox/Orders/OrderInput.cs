using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>
/// The body of POST and PUT of an order. Amounts that are sent are not looked at: the server sums the rows.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, OrderApi: what is not read-only there.</remarks>
public sealed record OrderInput : SalesDocumentInput<OrderApi>
{
    public string? CurrencyCode { get; init; }

    public DateOnly? OrderDate { get; init; }

    public bool? ReverseChargeOnConstructionServices { get; init; }

    public int? Status { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public string? InvoiceCustomerName { get; init; }

    public string? InvoicePostalCode { get; init; }

    public string? DeliveryMethodName { get; init; }

    public string? DeliveryMethodCode { get; init; }

    public string? DeliveryTermName { get; init; }

    public string? DeliveryTermCode { get; init; }

    public decimal? HouseWorkAmount { get; init; }

    public bool? HouseWorkAutomaticDistribution { get; init; }

    public string? HouseWorkCorporateIdentityNumber { get; init; }

    public string? HouseWorkPropertyName { get; init; }

    public IReadOnlyList<OrderRowInput?>? Rows { get; init; }

    public DateOnly? ShippedDateTime { get; init; }

    internal override string? HouseName => HouseWorkPropertyName;

    internal override IReadOnlyList<SalesRow> ToRows() =>
        [.. (Rows ?? []).Select((row, position) => (row ?? new OrderRowInput()).ToOrderRow(position))];

    internal FieldErrors Check()
    {
        var errors = SalesDocumentFields.Check(this, longestDeliveryName: 100);
        errors.Required(nameof(CurrencyCode), CurrencyCode, maximumLength: 3);
        errors.Required(nameof(OrderDate), OrderDate);
        errors.Required(nameof(Status), Status);
        errors.Within(nameof(Status), Status ?? OrderStatus.Draft, OrderStatus.Draft, OrderStatus.Invoiced);
        errors.AtMost(nameof(InvoiceCountryCode), InvoiceCountryCode, 2);
        errors.AtMost(nameof(InvoiceCustomerName), InvoiceCustomerName, 50);
        errors.AtMost(nameof(InvoicePostalCode), InvoicePostalCode, 10);
        errors.AtMost(nameof(DeliveryMethodName), DeliveryMethodName, 50);
        errors.AtMost(nameof(DeliveryMethodCode), DeliveryMethodCode, 20);
        errors.AtMost(nameof(DeliveryTermName), DeliveryTermName, 50);
        errors.AtMost(nameof(DeliveryTermCode), DeliveryTermCode, 20);
        errors.AtMost(nameof(HouseWorkCorporateIdentityNumber), HouseWorkCorporateIdentityNumber, 20);
        errors.AtMost(nameof(HouseWorkPropertyName), HouseWorkPropertyName, 100);
        for (var position = 0; position < Rows?.Count; position++)
        {
            var row = Rows[position];
            errors.Required($"Rows[{position}].LineNumber", row?.LineNumber);
            errors.Within($"Rows[{position}].LineNumber", row?.LineNumber ?? 0, 0, 1000);
            errors.Decimals($"Rows[{position}].DeliveredQuantity", row?.DeliveredQuantity ?? 0, 2);
            errors.AtMost($"Rows[{position}].ArticleNumber", row?.ArticleNumber, 40);
        }

        return errors;
    }
}

/// <summary>A row of the body.</summary>
/// <remarks>Source: OpenAPI 2026-09, OrderRowApi: LineNumber is required.</remarks>
public sealed record OrderRowInput : SalesRowInput<OrderRowApi>
{
    public int? LineNumber { get; init; }

    public bool? IsTextRow { get; init; }

    public bool? IsWorkCost { get; init; }

    public bool? EligibleForReverseChargeOnVat { get; init; }

    public decimal? DeliveredQuantity { get; init; }

    public string? ArticleNumber { get; init; }

    internal SalesRow ToOrderRow(int position)
    {
        var row = ToRow(position);
        return row with
        {
            LineNumber = LineNumber ?? position,
            ArticleId = IsTextRow == true ? null : row.ArticleId,
            UnitPrice = UnitPrice ?? 0,
        };
    }
}
