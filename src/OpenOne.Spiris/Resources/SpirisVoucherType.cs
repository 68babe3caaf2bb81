using OpenOne.Domain.Readiness;

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

    /// <summary>Where a voucher of a type comes from, as people tell vouchers apart.</summary>
    public static VoucherOrigin OriginOf(int? type) => type switch
    {
        Manual => VoucherOrigin.ByHand,
        SieImport => VoucherOrigin.SieImport,
        14 or 15 or 23 or 24 => VoucherOrigin.Sales,
        7 or 12 or 13 or 25 or 26 => VoucherOrigin.Purchases,
        5 or 6 or 10 or 11 or 16 or 32 or 33 or 34 => VoucherOrigin.Bank,
        _ => VoucherOrigin.Other,
    };
}
