using SpirisSandbox.Api;

namespace SpirisSandbox.Customers;

/// <summary>An address at which a customer takes electronic invoices.</summary>
/// <remarks>Source: OpenAPI 2026-09, AutoInvoiceAddressApi.</remarks>
public sealed record AutoInvoiceAddressApi(
    string? Name,
    string? ElectronicAddress,
    string? EdiServiceDelivererId,
    string? Address1,
    string? Address2,
    string? CorporateIdentityNumber,
    string? CountryCode,
    string? City,
    string? Gln,
    string? PostalCode,
    string? VatNumber);

/// <summary>
/// GET /customers/{id}/autoinvoicerecipients: who in the network of electronic invoices the customer is.
/// </summary>
/// <remarks>
/// Source: Swagger 2024-05: empty for a private person and for who is not in the network. The sandbox has no network: a
/// customer is in it when an electronic address has been written on it.
/// </remarks>
internal static class AutoInvoiceRecipients
{
    public static ApiAnswer List(ApiCall call) =>
        call.Company.Sales.Customers.Find(call.Id("customerId")) is { } customer
            ? call.List(Of(customer))
            : ApiAnswer.Found(null);

    private static AutoInvoiceAddressApi[] Of(CustomerApi customer) =>
        customer.IsPrivatePerson || string.IsNullOrWhiteSpace(customer.ElectronicAddress)
            ? []
            :
            [
                new AutoInvoiceAddressApi(
                    customer.Name,
                    customer.ElectronicAddress,
                    customer.EdiServiceDelivererId,
                    customer.InvoiceAddress1,
                    customer.InvoiceAddress2,
                    customer.CorporateIdentityNumber,
                    customer.InvoiceCountryCode,
                    customer.InvoiceCity,
                    customer.EdiGlnNumber ?? customer.GLN,
                    customer.InvoicePostalCode,
                    customer.VatNumber),
            ];
}
