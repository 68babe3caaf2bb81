using System.Globalization;

namespace OpenOne.Cli;

/// <summary>Amounts as a Swedish reader writes them: <c>12 345,67</c>, whatever the culture of the machine.</summary>
internal static class Kronor
{
    private static readonly NumberFormatInfo Swedish = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NumberGroupSizes = [3],
        NumberDecimalDigits = 2,
    };

    /// <summary>Kronor with two decimals and a no-break space between thousands.</summary>
    public static string Text(decimal kronor) => kronor.ToString("N", Swedish);
}
