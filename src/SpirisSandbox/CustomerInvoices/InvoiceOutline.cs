using SpirisSandbox.Customers;
using SpirisSandbox.Sales;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>An invoice without number, rows and amounts: what was asked for, filled in from the customer.</summary>
internal static class InvoiceOutline
{
    public static CustomerInvoiceApi Of(SalesWork work, CustomerApi customer, CustomerInvoiceInput input) =>
        Blank(work, customer, input.EuThirdParty ?? false, input.TermsOfPaymentId) with
        {
            IsCreditInvoice = input.IsCreditInvoice ?? false,
            CurrencyRate = input.CurrencyRate ?? 1,
            InvoiceDate = input.InvoiceDate,
            DueDate = input.DueDate,
            DeliveryDate = input.DeliveryDate,
            ElectronicReference = input.ElectronicReference ?? customer.ElectronicReference,
            SubscriptionNumber = input.SubscriptionNumber,
            ContractNumber = input.ContractNumber,
            EdiServiceDelivererId = input.EdiServiceDelivererId ?? customer.EdiServiceDelivererId,
            OurReference = input.OurReference,
            YourReference = input.YourReference,
            BuyersOrderReference = input.BuyersOrderReference,
            InvoiceAddress1 = input.InvoiceAddress1 ?? customer.InvoiceAddress1,
            InvoiceAddress2 = input.InvoiceAddress2 ?? customer.InvoiceAddress2,
            InvoicePostalCode = input.InvoicePostalCode ?? customer.InvoicePostalCode,
            InvoiceCity = input.InvoiceCity ?? customer.InvoiceCity,
            InvoiceCountryCode = input.InvoiceCountryCode ?? customer.InvoiceCountryCode,
            DeliveryCustomerName = input.DeliveryCustomerName ?? customer.DeliveryCustomerName,
            DeliveryAddress1 = input.DeliveryAddress1 ?? customer.DeliveryAddress1,
            DeliveryAddress2 = input.DeliveryAddress2 ?? customer.DeliveryAddress2,
            DeliveryPostalCode = input.DeliveryPostalCode ?? customer.DeliveryPostalCode,
            DeliveryCity = input.DeliveryCity ?? customer.DeliveryCity,
            DeliveryCountryCode = input.DeliveryCountryCode ?? customer.DeliveryCountryCode,
            SendType = input.SendType ?? 0,
            IsDirectDebit = input.IsDirectDebit,
            ReplaceUnitPriceWhenZero = input.ReplaceUnitPriceWhenZero ?? false,
            BackgroundId = input.BackgroundId,
        };

    /// <summary>What every invoice for the customer has, wherever it comes from.</summary>
    public static CustomerInvoiceApi Blank(
        SalesWork work, CustomerApi customer, bool euThirdParty, Guid? termsOfPayment)
    {
        var method = customer.DeliveryMethodId is { } methodId ? work.Registers.DeliveryMethods.Find(methodId) : null;
        var term = customer.DeliveryTermId is { } termId ? work.Registers.DeliveryTerms.Find(termId) : null;
        return new CustomerInvoiceApi
        {
            CustomerId = customer.Id,
            EuThirdParty = euThirdParty,
            CurrencyCode = customer.CurrencyCode,
            CurrencyRate = 1,
            CreatedByUserId = work.UserId,
            ElectronicAddress = customer.ElectronicAddress,
            InvoiceCustomerName = customer.Name,
            InvoiceAddress1 = customer.InvoiceAddress1,
            InvoiceAddress2 = customer.InvoiceAddress2,
            InvoicePostalCode = customer.InvoicePostalCode,
            InvoiceCity = customer.InvoiceCity,
            InvoiceCountryCode = customer.InvoiceCountryCode,
            DeliveryMethodName = method?.Name,
            DeliveryMethodCode = method?.Code,
            DeliveryTermName = term?.Name,
            DeliveryTermCode = term?.Code,
            CustomerIsPrivatePerson = customer.IsPrivatePerson,
            TermsOfPaymentId = termsOfPayment ?? customer.TermsOfPaymentId,
            CustomerEmail = customer.EmailAddress,
            CustomerNumber = customer.CustomerNumber,
            CustomerName = customer.Name,
            ReverseChargeOnConstructionServices = customer.ReverseChargeOnConstructionServices,
            SalesDocumentAttachments = [],
            MessageThreads = [],
            Notes = [],
            CreditedBy = [],
            SendType = 0,
        };
    }
}
