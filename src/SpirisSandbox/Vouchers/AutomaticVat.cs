using SpirisSandbox.VatCodes;

namespace SpirisSandbox.Vouchers;

/// <summary>Splits a gross amount into what stays on its row and the VAT that gets a row of its own.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, <c>useAutomaticVatCalculation</c>: "give the gross sale or purchase amount, VAT rows are
/// added". VAT is rounded per row, halves away from zero; where the real service rounds is not documented.
/// </remarks>
internal static class AutomaticVat
{
    public static IEnumerable<VoucherRowApi> Split(
        VoucherRowApi gross, VatCodeApi? code, Func<long, string?> accountName)
    {
        if (code is not { VatRate: > 0, RelatedAccounts.AccountNumber1: { } vatAccount }
            || vatAccount == gross.AccountNumber)
        {
            return [gross];
        }

        var (debit, credit) = (Vat(gross.DebitAmount, code.VatRate), Vat(gross.CreditAmount, code.VatRate));
        return
        [
            gross with { DebitAmount = gross.DebitAmount - debit, CreditAmount = gross.CreditAmount - credit },
            new VoucherRowApi
            {
                AccountNumber = vatAccount,
                AccountDescription = accountName(vatAccount),
                DebitAmount = debit,
                CreditAmount = credit,
                TransactionText = gross.TransactionText,
            },
        ];
    }

    private static decimal Vat(decimal gross, decimal rate) =>
        decimal.Round(gross * rate / (1 + rate), 2, MidpointRounding.AwayFromZero);
}
