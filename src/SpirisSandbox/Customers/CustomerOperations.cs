using SpirisSandbox.Api;
using SpirisSandbox.Labels;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Customers;

/// <summary><c>/v2/customers</c>.</summary>
/// <remarks>Source: OpenAPI 2026-09: PUT replaces the whole; only a customer without transactions can be deleted (4001).</remarks>
public static class CustomerOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/customers", SalesAccess.Read, call => call.List(call.Company.Sales.Customers.All));
        v2.Get("/customers/{customerId:guid}", SalesAccess.Read, call => ApiAnswer.Found(Of(call)));
        v2.Post<CustomerInput>("/customers", SalesAccess.Write, (call, input) => Create(call, input));
        v2.Put<CustomerInput>("/customers/{customerId:guid}", SalesAccess.Write, Replace);
        v2.Delete("/customers/{customerId:guid}", SalesAccess.Write, Delete);
        v2.Get("/customers/{customerId:guid}/autoinvoicerecipients", SalesAccess.Read, AutoInvoiceRecipients.List);
    }

    private static CustomerApi? Of(ApiCall call) => call.Company.Sales.Customers.Find(call.Id("customerId"));

    private static ApiAnswer Create(ApiCall call, CustomerInput input) => WhyNot(call, input, old: null)
        ?? (ApiAnswer)new ApiAnswer.Created(Keep(call, input, new CustomerApi { Id = Guid.NewGuid() }));

    private static ApiAnswer Replace(ApiCall call, CustomerInput input) => Of(call) is not { } old
        ? ApiAnswer.Found(null)
        : WhyNot(call, input, old) ?? (ApiAnswer)new ApiAnswer.Ok(Keep(call, input, old));

    private static ApiAnswer Delete(ApiCall call)
    {
        if (Of(call) is not { } customer)
        {
            return ApiAnswer.Found(null);
        }

        if (call.Company.Sales.HasDocumentsOf(customer.Id))
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.CanNotBeDeleted, "A customer with transactions cannot be deleted. Set IsActive to false.");
        }

        call.Company.Sales.Customers.Remove(customer.Id);
        return new ApiAnswer.Blank();
    }

    private static ApiAnswer.Refused? WhyNot(ApiCall call, CustomerInput input, CustomerApi? old)
    {
        var errors = CustomerFields.Check(input);
        LabelOperations.Resolve(
            call.Company.Sales.CustomerLabels, input.CustomerLabels, nameof(input.CustomerLabels), errors);
        return errors.Any ? errors.Refusal() : CustomerRules.WhyNot(call, input, old);
    }

    // What is read-only stays as it was; everything else is what was sent, or nothing.
    private static CustomerApi Keep(ApiCall call, CustomerInput input, CustomerApi old)
    {
        var customer = Addressed(old, input) with
        {
            CustomerNumber = Number(call, input.CustomerNumber, old.CustomerNumber),
            CorporateIdentityNumber = input.CorporateIdentityNumber,
            Name = input.Name!,
            IsPrivatePerson = input.IsPrivatePerson ?? false,
            IsActive = input.IsActive ?? false,
            TermsOfPaymentId = input.TermsOfPaymentId!.Value,
            CurrencyCode = string.IsNullOrEmpty(input.CurrencyCode)
                ? call.Company.Settings.CurrencyCode
                : input.CurrencyCode.ToUpperInvariant(),
            Note = input.Note,
            ReverseChargeOnConstructionServices = input.ReverseChargeOnConstructionServices ?? false,
            WebshopCustomerNumber = input.WebshopCustomerNumber,
            TermsOfPayment = call.Company.Sales.TermsOfPayments.Find(input.TermsOfPaymentId!.Value),
            VatNumber = input.VatNumber,
            IsNorthernIreland = input.IsNorthernIreland,
            DiscountPercentage = input.DiscountPercentage ?? 0,
            ForceBookkeepVat = input.ForceBookkeepVat ?? false,
            SalesDocumentLanguage = input.SalesDocumentLanguage,
            CustomerLabels = LabelOperations.Resolve(
                call.Company.Sales.CustomerLabels, input.CustomerLabels, nameof(input.CustomerLabels), new FieldErrors()),
            DeliveryBasedVat = input.DeliveryBasedVat ?? false,
            SalesPriceListId = input.SalesPriceListId,
            DiscountAgreementId = input.DiscountAgreementId,
            Iban = input.Iban,
            IsDirectDebitEnabled = input.IsDirectDebitEnabled,
            DirectDebitCustomerSettings = input.DirectDebitCustomerSettings,
            TaxDeductionNumber = input.TaxDeductionNumber,
            PropertyType = input.PropertyType,
            PropertyReference = input.PropertyReference,
            IsFutureInvoiceDateAllowed = call.Assumptions.Sales.FutureInvoiceDates,
            ChangedUtc = call.Now,
        };
        call.Company.Sales.Customers.Put(customer);
        return customer;
    }

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

    private static string Number(ApiCall call, string? asked, string? old) => 0 switch
    {
        _ when !string.IsNullOrWhiteSpace(asked) => asked,
        _ when old is not null && call.Assumptions.Sales.PutKeepsCustomerNumber => old,
        _ => CustomerNumbers.Next(call.Company),
    };
}
