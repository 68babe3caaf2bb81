using System.Globalization;

namespace SpirisSandbox.Customers;

/// <summary>
/// The last digit that Swedish organisation numbers, personal numbers and payment references are tested by.
/// </summary>
/// <remarks>
/// The Luhn formula: every other digit from the right counts double, digits of the product one by one.
/// </remarks>
internal static class CheckDigit
{
    /// <summary>True when the text is digits only and its last digit fits the others.</summary>
    public static bool IsRight(ReadOnlySpan<char> digits) =>
        digits.Length > 1 && !digits.ContainsAnyExceptInRange('0', '9') && Sum(digits, doublesLast: false) % 10 == 0;

    /// <summary>The number with its check digit behind it.</summary>
    public static string Append(int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits + ((10 - Sum(digits, doublesLast: true) % 10) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static int Sum(ReadOnlySpan<char> digits, bool doublesLast)
    {
        var sum = 0;
        for (var position = 0; position < digits.Length; position++)
        {
            var isDoubled = (digits.Length - 1 - position) % 2 == (doublesLast ? 0 : 1);
            var value = (digits[position] - '0') * (isDoubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }

        return sum;
    }
}
