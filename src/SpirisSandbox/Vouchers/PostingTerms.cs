using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>How a voucher is to be posted: the three query flags of POST /vouchers.</summary>
/// <param name="AddVat"><c>useAutomaticVatCalculation</c>: rows are gross, and VAT gets rows of its own.</param>
/// <param name="UseDefaultVatCodes">Each row gets its account's VAT code, whatever the row says.</param>
/// <param name="UseDefaultSeries">The company's default series, whatever the body says.</param>
/// <remarks>Source: OpenAPI 2026-09, POST /vouchers, for names and defaults.</remarks>
internal sealed record PostingTerms(bool AddVat, bool UseDefaultVatCodes, bool UseDefaultSeries)
{
    /// <summary>The terms a call states in its query.</summary>
    public static PostingTerms Of(ApiCall call) => new(
        call.Flag("useAutomaticVatCalculation", otherwise: false),
        call.Flag("useDefaultVatCodes", otherwise: true),
        call.Flag("useDefaultVoucherSeries", otherwise: true));
}
