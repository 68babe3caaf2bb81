using System.Text.RegularExpressions;
using SpirisSandbox.Api;
using SpirisSandbox.Countries;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Customers;

/// <summary>Whether a customer may be kept as sent: the first reason why not, in order of precedence.</summary>
/// <remarks>
/// Source: portal, "Error codes": 4000 for a number that is taken, 4025 for a VAT number, 4035 for VAT forced within
/// the Union. The real service asks VIES whether the VAT number exists; the sandbox only looks at its form.
/// </remarks>
internal static partial class CustomerRules
{
    public static ApiAnswer.Refused? WhyNot(SalesWork work, CustomerInput input, CustomerApi? old)
    {
        var sales = work.Registers;
        return 0 switch
        {
            _ when sales.TermsOfPayments.Find(input.TermsOfPaymentId!.Value) is not { AvailableForSales: true } =>
                Unknown(work, nameof(input.TermsOfPaymentId)),
            _ when input.DeliveryMethodId is { } method && sales.DeliveryMethods.Find(method) is null =>
                Unknown(work, nameof(input.DeliveryMethodId)),
            _ when input.DeliveryTermId is { } term && sales.DeliveryTerms.Find(term) is null =>
                Unknown(work, nameof(input.DeliveryTermId)),
            _ when !string.IsNullOrEmpty(input.VatNumber) && !VatNumber().IsMatch(input.VatNumber) =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.InvalidVatNumber,
                    "VatNumber must be a two letter country code followed by 8-12 numbers or letters."),
            _ when input.ForceBookkeepVat == true && CountryList.IsOtherEu(input.InvoiceCountryCode) =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.InvalidForceBookkeepVat, "ForceBookkeepVat cannot be true for a country of the EU."),
            _ when work.Sales.CheckCorporateIdentityNumber && HasWrongDigit(input) =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.InvalidControlDigit, "The control digit of CorporateIdentityNumber is wrong."),
            _ when CustomerNumbers.IsTaken(work.Company, input.CustomerNumber, except: old) =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.Conflict, $"A customer with the number {input.CustomerNumber} exists already."),
            _ => null,
        };
    }

    private static ApiAnswer.Refused Unknown(SalesWork work, string field) =>
        SalesWork.Refuse(work.Sales.UnknownReferenceError, field, $"{field} names nothing that exists.");

    private static bool HasWrongDigit(CustomerInput input) =>
        CountryList.IsDomestic(input.InvoiceCountryCode)
        && !string.IsNullOrWhiteSpace(input.CorporateIdentityNumber)
        && !CheckDigit.IsRight([.. input.CorporateIdentityNumber.Where(char.IsAsciiDigit).TakeLast(10)]);

    [GeneratedRegex("^[A-Z]{2}[0-9A-Z]{8,12}$")]
    private static partial Regex VatNumber();
}
