namespace OpenOne.Spiris.Resources;

/// <summary>Where a voucher comes from, as far as we tell it apart. Spiris' own numbers.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>VoucherType</c>. A voucher that is posted over the API is expected to be a manual one; that is
/// not documented.</remarks>
public static class SpirisVoucherType
{
    /// <summary>Made by hand, or over the API.</summary>
    public const int Manual = 2;

    /// <summary>Read from a SIE file.</summary>
    public const int SieImport = 9;
}
