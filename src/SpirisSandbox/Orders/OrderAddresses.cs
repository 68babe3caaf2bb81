using SpirisSandbox.Customers;

namespace SpirisSandbox.Orders;

/// <summary>Where an order goes and who pays it: as sent, or as the customer has it.</summary>
/// <remarks>Source: OpenAPI 2026-09, OrderApi: "Takes the value from the selected customer".</remarks>
internal static class OrderAddresses
{
    public static OrderApi Filled(OrderApi order, OrderInput input, CustomerApi customer) => order with
    {
        DeliveryCustomerName = input.DeliveryCustomerName ?? customer.DeliveryCustomerName,
        DeliveryAddress1 = input.DeliveryAddress1 ?? customer.DeliveryAddress1,
        DeliveryAddress2 = input.DeliveryAddress2 ?? customer.DeliveryAddress2,
        DeliveryPostalCode = input.DeliveryPostalCode ?? customer.DeliveryPostalCode,
        DeliveryCity = input.DeliveryCity ?? customer.DeliveryCity,
        DeliveryCountryCode = input.DeliveryCountryCode ?? customer.DeliveryCountryCode,
        InvoiceAddress1 = input.InvoiceAddress1 ?? customer.InvoiceAddress1,
        InvoiceAddress2 = input.InvoiceAddress2 ?? customer.InvoiceAddress2,
        InvoiceCity = input.InvoiceCity ?? customer.InvoiceCity,
        InvoiceCountryCode = input.InvoiceCountryCode ?? customer.InvoiceCountryCode,
        InvoiceCustomerName = input.InvoiceCustomerName ?? customer.Name,
        InvoicePostalCode = input.InvoicePostalCode ?? customer.InvoicePostalCode,
        DeliveryMethodName = input.DeliveryMethodName,
        DeliveryMethodCode = input.DeliveryMethodCode,
        DeliveryTermName = input.DeliveryTermName,
        DeliveryTermCode = input.DeliveryTermCode,
    };
}
