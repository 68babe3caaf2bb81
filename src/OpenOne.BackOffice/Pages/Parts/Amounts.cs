using System.Globalization;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Parts;

/// <summary>Amounts as people read them.</summary>
public static class Amounts
{
    // Swedish books are read with a comma whatever language the reader speaks. The spaces do not break, and the minus
    // is the one that is as wide as a digit.
    private static readonly NumberFormatInfo Format = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NumberGroupSizes = [3],
        NegativeSign = "\u2212",
    };

    /// <summary>Kronor with two decimals: <c>12 345,67</c>.</summary>
    public static string Kronor(Money amount) => amount.ToKronor().ToString("N2", Format);

    /// <summary>A count: <c>12 345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", Format);

    /// <summary>A quantity with as many decimals as it has.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,0.####", Format);
}
