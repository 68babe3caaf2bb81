using SpirisSandbox.Articles;
using SpirisSandbox.Countries;
using SpirisSandbox.Customers;

namespace SpirisSandbox.SalesDocuments;

/// <summary>
/// The VAT of a row, and the account its sales go to: chosen by the article's coding and the customer's place.
/// </summary>
/// <param name="Rate">A share of one; zero where no VAT is charged.</param>
/// <param name="Account">Null when the coding has no account for the case.</param>
/// <remarks>
/// Source: Swagger 2024-05, ArticleAccountCodingAPI: one account for each case; a public client measured that the
/// server chooses among them. Construction services are only free of VAT when both row and customer say so (measured).
/// </remarks>
internal readonly record struct VatTreatment(decimal Rate, long? Account)
{
    public static VatTreatment Of(CustomerApi customer, bool euThirdParty, ArticleAccountCodingAPI coding, SalesRow row)
    {
        var country = customer.DeliveryBasedVat ? customer.DeliveryCountryCode : customer.InvoiceCountryCode;
        return 0 switch
        {
            _ when CountryList.IsDomestic(country) => Domestic(customer, coding, row),
            _ when CountryList.IsOtherEu(country) => WithinEu(customer, euThirdParty, coding),
            _ when customer.ForceBookkeepVat => WithVat(coding, coding.DomesticSalesSubjectToVatAccountNumber),
            _ => Free(coding.ForeignSalesVatExemptOutsideEuAccountNumber),
        };
    }

    private static VatTreatment Domestic(CustomerApi customer, ArticleAccountCodingAPI coding, SalesRow row) => 0 switch
    {
        _ when row.IsReversedConstruction && customer.ReverseChargeOnConstructionServices =>
            Free(coding.DomesticSalesSubjectToReversedConstructionVatAccountNumber),
        _ when row.IsVatFree => Free(coding.DomesticSalesVatExemptAccountNumber),
        _ => WithVat(coding, coding.DomesticSalesSubjectToVatAccountNumber),
    };

    private static VatTreatment WithinEu(CustomerApi customer, bool euThirdParty, ArticleAccountCodingAPI coding) =>
        0 switch
        {
            _ when euThirdParty => Free(coding.ForeignSalesSubjectToThirdPartySalesAccountNumber),
            _ when !string.IsNullOrEmpty(customer.VatNumber) => Free(coding.ForeignSalesVatExemptWithinEuAccountNumber),
            _ => WithVat(coding, coding.ForeignSalesSubjectToVatWithinEuAccountNumber),
        };

    private static VatTreatment WithVat(ArticleAccountCodingAPI coding, long? account) => coding.VatRatePercent == 0
        ? Free(coding.DomesticSalesVatExemptAccountNumber)
        : new VatTreatment(coding.VatRatePercent, account);

    private static VatTreatment Free(long? account) => new(0, account);
}
