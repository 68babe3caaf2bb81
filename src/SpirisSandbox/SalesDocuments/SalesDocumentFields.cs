using SpirisSandbox.Api;
using SpirisSandbox.Countries;

namespace SpirisSandbox.SalesDocuments;

/// <summary>
/// What the body of a sales document must fulfil by itself: required fields, lengths, ranges and decimals.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceApi, CustomerInvoiceDraftApi, OrderApi and their rows.</remarks>
internal static class SalesDocumentFields
{
    private const int QuantityDecimals = 4;
    private const decimal LeastWorkHours = 1m;

    /// <param name="longestDeliveryName">50 on drafts, 100 elsewhere.</param>
    public static FieldErrors Check<TModel>(SalesDocumentInput<TModel> input, int longestDeliveryName)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.CustomerId), input.CustomerId);
        errors.Within(nameof(input.RotReducedInvoicingType), input.RotReducedInvoicingType ?? 0, 0, 2);
        errors.Within(nameof(input.RotPropertyType), input.RotPropertyType ?? 1, 1, 2);
        errors.AtMost(nameof(input.OurReference), input.OurReference, 100);
        errors.AtMost(nameof(input.YourReference), input.YourReference, 100);
        errors.AtMost(nameof(input.BuyersOrderReference), input.BuyersOrderReference, 35);
        errors.AtMost(nameof(input.InvoiceAddress1), input.InvoiceAddress1, 50);
        errors.AtMost(nameof(input.InvoiceAddress2), input.InvoiceAddress2, 50);
        errors.AtMost(nameof(input.DeliveryCustomerName), input.DeliveryCustomerName, longestDeliveryName);
        errors.AtMost(nameof(input.DeliveryAddress1), input.DeliveryAddress1, 50);
        errors.AtMost(nameof(input.DeliveryAddress2), input.DeliveryAddress2, 50);
        errors.AtMost(nameof(input.DeliveryPostalCode), input.DeliveryPostalCode, 10);
        errors.AtMost(nameof(input.DeliveryCity), input.DeliveryCity, 50);
        errors.AtMost(nameof(input.DeliveryCountryCode), input.DeliveryCountryCode, 2);
        CheckHouseWork(errors, input);
        return errors;
    }

    /// <param name="priceDecimals">2 for a domestic customer, 4 for a foreign one.</param>
    public static void CheckRows(FieldErrors errors, IReadOnlyList<SalesRow> rows, int priceDecimals)
    {
        foreach (var row in rows)
        {
            errors.AtMost($"{row.Field}.Text", row.Text, 2000);
            if (row.IsTextRow && string.IsNullOrEmpty(row.Text))
            {
                errors.Add($"{row.Field}.Text", "A text row must have at least one character.");
            }

            errors.Decimals($"{row.Field}.UnitPrice", row.UnitPrice ?? 0, priceDecimals);
            errors.Decimals($"{row.Field}.Quantity", row.Quantity, QuantityDecimals);
            errors.Within($"{row.Field}.DiscountPercentage", row.DiscountPercentage, 0, 1);
            errors.Decimals($"{row.Field}.DiscountPercentage", row.DiscountPercentage, 4);
            errors.Decimals($"{row.Field}.DiscountFixedAmount", row.DiscountFixedAmount ?? 0, 2);
            errors.Within($"{row.Field}.WorkCostType", row.WorkCostType, 0, 29);
            if (row.WorkCostType != 0 && (row.WorkHours ?? 0) < LeastWorkHours)
            {
                errors.Add(
                    $"{row.Field}.WorkHours",
                    "Cannot add rows with labour article, work type set, but with work hours < 1.00");
            }
        }
    }

    public static int PriceDecimals(Customers.CustomerApi customer) =>
        CountryList.IsDomestic(customer.InvoiceCountryCode) ? 2 : 4;

    // The texts of household work were seen in answers of the live service (measured by a public client).
    private static void CheckHouseWork<TModel>(FieldErrors errors, SalesDocumentInput<TModel> input)
    {
        var isHouseWork = input.RotReducedInvoicingType is 1 or 2 || input.UsesGreenTechnology == true;
        if (isHouseWork && input.Persons is not { Count: > 0 })
        {
            errors.Add(nameof(input.Persons), "Persons are required for domestic services...");
        }

        if ((input.RotPropertyType is not null || input.UsesGreenTechnology == true)
            && string.IsNullOrEmpty(input.HouseName))
        {
            errors.Add("RotReducedInvoicingPropertyName", "The RotReducedInvoicingPropertyName field is required.");
        }

        if (isHouseWork)
        {
            errors.Add(nameof(input.RotReducedInvoicingType), "The sandbox makes no documents with a tax reduction.");
        }
    }
}
