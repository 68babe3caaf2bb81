using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>What an invoice's body must fulfil beside what all sales documents must.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceApi.</remarks>
internal static class CustomerInvoiceFields
{
    private const int HighestSendType = 4;
    private const int AutoInvoiceB2C = 3;

    public static FieldErrors Check(CustomerInvoiceInput input)
    {
        var errors = SalesDocumentFields.Check(input, longestDeliveryName: 100);
        errors.Required(nameof(input.Rows), input.Rows);
        errors.AtMost(nameof(input.RotReducedInvoicingOrgNumber), input.RotReducedInvoicingOrgNumber, 11);
        errors.AtMost(nameof(input.SubscriptionNumber), input.SubscriptionNumber, 100);
        errors.AtMost(nameof(input.ContractNumber), input.ContractNumber, 100);
        errors.AtMost(nameof(input.EdiServiceDelivererId), input.EdiServiceDelivererId, 50);
        errors.AtMost(nameof(input.InvoicePostalCode), input.InvoicePostalCode, 50);
        errors.AtMost(nameof(input.InvoiceCity), input.InvoiceCity, 50);
        errors.AtMost(nameof(input.InvoiceCountryCode), input.InvoiceCountryCode, 2);
        CheckSendType(errors, input.SendType ?? 0, least: 0);
        if (input.DueDate < input.InvoiceDate)
        {
            errors.Add(nameof(input.DueDate), "DueDate must not be before InvoiceDate.");
        }

        return errors;
    }

    /// <param name="least">
    /// 0 on an invoice, where it means that nothing is sent; 1 where sending is what is asked for.
    /// </param>
    public static void CheckSendType(FieldErrors errors, int sendType, int least)
    {
        errors.Within("SendType", sendType, least, HighestSendType);
        if (sendType == AutoInvoiceB2C)
        {
            errors.Add("SendType", "AutoInvoiceB2C is not available for Swedish customers.");
        }
    }
}
