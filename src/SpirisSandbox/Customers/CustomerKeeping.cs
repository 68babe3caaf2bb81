using SpirisSandbox.Labels;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Customers;

/// <summary>
/// Keeps a customer as it was sent: what is read-only stays as it was, and what was left out becomes nothing.
/// </summary>
internal static class CustomerKeeping
{
    /// <param name="old">The customer that is replaced; null for a new one.</param>
    public static Making<CustomerApi> Keep(SalesWork work, CustomerInput input, CustomerApi? old)
    {
        var errors = CustomerFields.Check(input);
        var labels = LabelOperations.Resolve(
            work.Registers.CustomerLabels, input.CustomerLabels, nameof(input.CustomerLabels), errors);
        if (errors.Any)
        {
            return new Making<CustomerApi>.Refused(errors.Refusal());
        }

        if (CustomerRules.WhyNot(work, input, old) is { } refusal)
        {
            return new Making<CustomerApi>.Refused(refusal);
        }

        var customer = Filled(work, Addressed(old ?? new CustomerApi { Id = Guid.NewGuid() }, input), input, labels);
        work.Registers.Customers.Put(customer);
        return new Making<CustomerApi>.Made(customer);
    }

    private static CustomerApi Filled(
        SalesWork work, CustomerApi customer, CustomerInput input, IReadOnlyList<LabelApi> labels) => customer with
    {
        CustomerNumber = Number(work, input.CustomerNumber, customer.CustomerNumber),
        CorporateIdentityNumber = input.CorporateIdentityNumber,
        Name = input.Name!,
        IsPrivatePerson = input.IsPrivatePerson ?? false,
        IsActive = input.IsActive ?? false,
        TermsOfPaymentId = input.TermsOfPaymentId!.Value,
        CurrencyCode = string.IsNullOrEmpty(input.CurrencyCode)
            ? work.Company.Settings.CurrencyCode
            : input.CurrencyCode.ToUpperInvariant(),
        Note = input.Note,
        ReverseChargeOnConstructionServices = input.ReverseChargeOnConstructionServices ?? false,
        WebshopCustomerNumber = input.WebshopCustomerNumber,
        TermsOfPayment = work.Registers.TermsOfPayments.Find(input.TermsOfPaymentId!.Value),
        VatNumber = input.VatNumber,
        IsNorthernIreland = input.IsNorthernIreland,
        DiscountPercentage = input.DiscountPercentage ?? 0,
        ForceBookkeepVat = input.ForceBookkeepVat ?? false,
        SalesDocumentLanguage = input.SalesDocumentLanguage,
        CustomerLabels = labels,
        DeliveryBasedVat = input.DeliveryBasedVat ?? false,
        SalesPriceListId = input.SalesPriceListId,
        DiscountAgreementId = input.DiscountAgreementId,
        Iban = input.Iban,
        IsDirectDebitEnabled = input.IsDirectDebitEnabled,
        DirectDebitCustomerSettings = input.DirectDebitCustomerSettings,
        TaxDeductionNumber = input.TaxDeductionNumber,
        PropertyType = input.PropertyType,
        PropertyReference = input.PropertyReference,
        IsFutureInvoiceDateAllowed = work.Sales.FutureInvoiceDates,
        ChangedUtc = work.Now,
    };

    private static CustomerApi Addressed(CustomerApi customer, CustomerInput input) => customer with
    {
        InvoiceCity = input.InvoiceCity!,
        InvoicePostalCode = input.InvoicePostalCode!,
        InvoiceAddress1 = input.InvoiceAddress1,
        InvoiceAddress2 = input.InvoiceAddress2,
        InvoiceCountryCode = input.InvoiceCountryCode?.ToUpperInvariant(),
        ContactPersonEmail = input.ContactPersonEmail,
        ContactPersonMobile = input.ContactPersonMobile,
        ContactPersonName = input.ContactPersonName,
        ContactPersonPhone = input.ContactPersonPhone,
        GLN = input.GLN,
        EmailAddress = input.EmailAddress,
        EmailAddressOrder = input.EmailAddressOrder,
        EmailAddressQuote = input.EmailAddressQuote,
        EmailAddresses = input.EmailAddresses?.OfType<string>().ToArray(),
        DeliveryCustomerName = input.DeliveryCustomerName,
        DeliveryAddress1 = input.DeliveryAddress1,
        DeliveryAddress2 = input.DeliveryAddress2,
        DeliveryCity = input.DeliveryCity,
        DeliveryCountryCode = input.DeliveryCountryCode?.ToUpperInvariant(),
        DeliveryPostalCode = input.DeliveryPostalCode,
        DeliveryMethodId = input.DeliveryMethodId,
        DeliveryTermId = input.DeliveryTermId,
        MobilePhone = input.MobilePhone,
        Telephone = input.Telephone,
        WwwAddress = input.WwwAddress,
        EdiGlnNumber = input.EdiGlnNumber,
        ElectronicAddress = input.ElectronicAddress,
        ElectronicReference = input.ElectronicReference,
        EdiServiceDelivererId = input.EdiServiceDelivererId,
        AutoInvoiceActivationEmailSentDate = input.AutoInvoiceActivationEmailSentDate,
        AutoInvoiceRegistrationRequestSentDate = input.AutoInvoiceRegistrationRequestSentDate,
    };

    private static string Number(SalesWork work, string? asked, string? old) => 0 switch
    {
        _ when !string.IsNullOrWhiteSpace(asked) => asked,
        _ when old is not null && work.Sales.PutKeepsCustomerNumber => old,
        _ => CustomerNumbers.Next(work.Company),
    };
}
