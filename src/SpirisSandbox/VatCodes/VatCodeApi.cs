using SpirisSandbox.Api;

namespace SpirisSandbox.VatCodes;

/// <summary>A VAT code: a box of the Swedish VAT return together with a rate.</summary>
/// <param name="VatRate">A share of one: 0.25 for 25 %.</param>
/// <param name="OssCodeType">0 none, 1 sales, 2 VAT.</param>
/// <remarks>Source: Swagger 2024-05, VatCodeApi.</remarks>
public sealed record VatCodeApi(
    Guid Id, string Code, string Description, decimal VatRate, int OssCodeType, RelatedAccounts RelatedAccounts)
{
    /// <summary>How voucher rows write the code, such as <c>05 (25%)</c>.</summary>
    /// <remarks>Source: OpenAPI 2026-09, VoucherRowApi.VatCodeAndPercent: format "Code (Percentage)".</remarks>
    [NotOnTheWire]
    public string CodeAndPercent => FormattableString.Invariant($"{Code} ({VatRate * 100:0.##}%)");
}

/// <summary>The accounts that VAT of a code is booked on; the second and third are null for domestic sales.</summary>
public sealed record RelatedAccounts(long? AccountNumber1, long? AccountNumber2, long? AccountNumber3);
