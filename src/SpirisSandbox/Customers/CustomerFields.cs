using SpirisSandbox.Api;
using SpirisSandbox.Countries;
using SpirisSandbox.Currencies;

namespace SpirisSandbox.Customers;

/// <summary>What a customer's body must fulfil by itself: required fields, lengths, ranges and codes.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerApi.</remarks>
internal static class CustomerFields
{
    private const int MostCopyAddresses = 5;

    public static FieldErrors Check(CustomerInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.Name), input.Name, maximumLength: 50);
        errors.Required(nameof(input.InvoiceCity), input.InvoiceCity, maximumLength: 50);
        errors.Required(nameof(input.InvoicePostalCode), input.InvoicePostalCode, maximumLength: 10);
        errors.Required(nameof(input.TermsOfPaymentId), input.TermsOfPaymentId);
        errors.Required(nameof(input.IsActive), input.IsActive);
        errors.Required(nameof(input.IsPrivatePerson), input.IsPrivatePerson);
        foreach (var (field, value, longest) in Texts(input))
        {
            errors.AtMost(field, value, longest);
        }

        CheckCodes(errors, input);
        CheckAddresses(errors, input);
        errors.Within(nameof(input.DiscountPercentage), input.DiscountPercentage ?? 0, 0, 1);
        errors.Decimals(nameof(input.DiscountPercentage), input.DiscountPercentage ?? 0, 4);
        errors.Within(nameof(input.PropertyType), input.PropertyType ?? 1, 1, 2);
        if (input.ReverseChargeOnConstructionServices == true && string.IsNullOrWhiteSpace(input.VatNumber))
        {
            errors.Add(
                nameof(input.VatNumber),
                "VatNumber can not be null or empty when using ReverseChargeOnConstructionServices");
        }

        return errors;
    }

    private static void CheckCodes(FieldErrors errors, CustomerInput input)
    {
        foreach (var (field, code) in new[]
                 {
                     (nameof(input.InvoiceCountryCode), input.InvoiceCountryCode),
                     (nameof(input.DeliveryCountryCode), input.DeliveryCountryCode),
                 })
        {
            if (!string.IsNullOrEmpty(code) && CountryList.Find(code) is null)
            {
                errors.Add(field, $"The country {code} does not exist.");
            }
        }

        if (!string.IsNullOrEmpty(input.CurrencyCode) && !CurrencyOperations.Knows(input.CurrencyCode))
        {
            errors.Add(nameof(input.CurrencyCode), $"The currency {input.CurrencyCode} does not exist.");
        }
    }

    private static void CheckAddresses(FieldErrors errors, CustomerInput input)
    {
        if (input.EmailAddresses is not { Count: > 0 } copies)
        {
            return;
        }

        if (copies.Count > MostCopyAddresses)
        {
            errors.Add(nameof(input.EmailAddresses), $"There can be at most {MostCopyAddresses} CC addresses.");
        }

        if (string.IsNullOrWhiteSpace(input.EmailAddress))
        {
            errors.Add(nameof(input.EmailAddresses), "EmailAddresses can only be set together with EmailAddress.");
        }
    }

    private static IEnumerable<(string Field, string? Value, int Longest)> Texts(CustomerInput input) =>
    [
        (nameof(input.CustomerNumber), input.CustomerNumber, 16),
        (nameof(input.CorporateIdentityNumber), input.CorporateIdentityNumber, 20),
        (nameof(input.InvoiceAddress1), input.InvoiceAddress1, 50),
        (nameof(input.InvoiceAddress2), input.InvoiceAddress2, 50),
        (nameof(input.InvoiceCountryCode), input.InvoiceCountryCode, 2),
        (nameof(input.CurrencyCode), input.CurrencyCode, 3),
        (nameof(input.ContactPersonEmail), input.ContactPersonEmail, 255),
        (nameof(input.ContactPersonMobile), input.ContactPersonMobile, 50),
        (nameof(input.ContactPersonName), input.ContactPersonName, 100),
        (nameof(input.ContactPersonPhone), input.ContactPersonPhone, 50),
        (nameof(input.GLN), input.GLN, 255),
        (nameof(input.EmailAddress), input.EmailAddress, 255),
        (nameof(input.EmailAddressOrder), input.EmailAddressOrder, 255),
        (nameof(input.EmailAddressQuote), input.EmailAddressQuote, 255),
        (nameof(input.DeliveryCustomerName), input.DeliveryCustomerName, 100),
        (nameof(input.DeliveryAddress1), input.DeliveryAddress1, 50),
        (nameof(input.DeliveryAddress2), input.DeliveryAddress2, 50),
        (nameof(input.DeliveryCity), input.DeliveryCity, 50),
        (nameof(input.DeliveryCountryCode), input.DeliveryCountryCode, 2),
        (nameof(input.DeliveryPostalCode), input.DeliveryPostalCode, 10),
        (nameof(input.Note), input.Note, 4000),
        (nameof(input.MobilePhone), input.MobilePhone, 50),
        (nameof(input.Telephone), input.Telephone, 50),
        (nameof(input.VatNumber), input.VatNumber, 20),
        (nameof(input.WwwAddress), input.WwwAddress, 255),
        (nameof(input.EdiGlnNumber), input.EdiGlnNumber, 255),
        (nameof(input.SalesDocumentLanguage), input.SalesDocumentLanguage, 2),
        (nameof(input.ElectronicAddress), input.ElectronicAddress, 255),
        (nameof(input.ElectronicReference), input.ElectronicReference, 35),
        (nameof(input.EdiServiceDelivererId), input.EdiServiceDelivererId, 255),
        (nameof(input.Iban), input.Iban, 35),
        (nameof(input.PropertyReference), input.PropertyReference, 40),
    ];
}
