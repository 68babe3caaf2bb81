namespace SpirisSandbox.Vouchers;

/// <summary>Where a voucher comes from. Numbers of the API; the sandbox makes those it lists.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherType.</remarks>
public static class VoucherType
{
    public const int Manual = 2;

    public const int SieImport = 9;

    public const int CustomerInvoiceDebit = 14;

    public const int CustomerInvoiceCredit = 15;
}
