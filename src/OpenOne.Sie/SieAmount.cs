using System.Globalization;

namespace OpenOne.Sie;

/// <summary>Amounts as SIE writes them.</summary>
public static class SieAmount
{
    /// <summary>An amount of öre as kronor with a point and two decimals, however large.</summary>
    public static string Kronor(Int128 ore)
    {
        var size = Int128.Abs(ore);
        return string.Create(CultureInfo.InvariantCulture, $"{(ore < 0 ? "-" : "")}{size / 100}.{size % 100:00}");
    }
}
