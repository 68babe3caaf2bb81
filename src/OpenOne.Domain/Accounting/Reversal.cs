namespace OpenOne.Domain.Accounting;

/// <summary>The voucher that a person is proposed to book by hand, to take back one of ours that must not stand (rättelse).</summary>
/// <remarks>Source: BFNAR 2013:2 punkt 2.17: a correction is a voucher of its own that names the one it corrects.</remarks>
public static class Reversal
{
    /// <summary>Every row of a voucher on its other side, on the same date, in a text that names the voucher.</summary>
    /// <param name="voucher">What stands in the books.</param>
    /// <param name="number">The number it stands there under.</param>
    /// <param name="ordinal">1 for the first voucher that takes back one with this key; see <see cref="VoucherKey.Correction"/>.</param>
    public static Voucher Of(Voucher voucher, string number, int ordinal)
    {
        var key = voucher.Key.Correction(ordinal);
        var said = voucher.Text.Replace(voucher.Key.Marker, "", StringComparison.OrdinalIgnoreCase).Trim();
        var about = $"Rättelse av {number}: {said}";
        var room = Voucher.MaxTextLength - key.Marker.Length - 1;
        return voucher.Reverse(key, voucher.Date, $"{(about.Length > room ? about[..room] : about)} {key.Marker}");
    }
}
