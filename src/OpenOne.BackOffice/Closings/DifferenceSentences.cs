using System.Diagnostics;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary>What each broken rule says to the person who programs the point of sale.</summary>
internal static class DifferenceSentences
{
    public static string Of(Difference difference) => difference.Rule switch
    {
        ReconciliationRule.SalesEqualVatTable =>
            $"At {difference.Subject} the sales add up to {difference.Stated} kr, but the VAT table has {difference.Expected} kr.",
        ReconciliationRule.GrossIsNetPlusVat =>
            $"At {difference.Subject} the VAT table's gross is {difference.Stated} kr, but net and VAT add up to {difference.Expected} kr.",
        ReconciliationRule.RowVatEqualsVatTable =>
            $"At {difference.Subject} the rows' VAT adds up to {difference.Stated} kr, but the VAT table has {difference.Expected} kr.",
        ReconciliationRule.PaymentsEqualSalesAndRounding =>
            $"The payments add up to {difference.Stated} kr, but sales and rounding to {difference.Expected} kr.",
        ReconciliationRule.VatIsWithinTolerance =>
            $"At {difference.Subject} the VAT is {difference.Stated} kr; the rate and the rounding of each receipt allow {difference.Expected} kr at the most extreme.",
        ReconciliationRule.InvoicesEqualInvoicePayment =>
            $"The invoice receipts add up to {difference.Stated} kr, but the payment 'invoice' is {difference.Expected} kr.",
        ReconciliationRule.InvoiceLinesEqualTotal =>
            $"The lines of invoice receipt {difference.Subject} add up to {difference.Stated} kr, but its total is {difference.Expected} kr.",
        ReconciliationRule.InvoiceTipsEqualInvoicePaymentTip =>
            $"The tips of the invoice receipts add up to {difference.Stated} kr, but the tip of the payment 'invoice' is {difference.Expected} kr.",
        ReconciliationRule.RoundingIsWithinTolerance =>
            $"The rounding is {difference.Stated} kr; half a krona for each receipt allows {difference.Expected} kr at the most extreme.",
        ReconciliationRule.OrganisationNumberIsTheCompanys =>
            $"The closing is from {difference.Subject}, which is not the company whose API key was sent.",
        _ => throw new UnreachableException($"No sentence for {difference.Rule}."),
    };
}
