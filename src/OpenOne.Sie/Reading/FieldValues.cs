using System.Buffers.Text;
using System.Globalization;

namespace OpenOne.Sie.Reading;

/// <summary>How a value was read.</summary>
internal enum FieldReading
{
    /// <summary>It is none.</summary>
    Refused = 1,

    /// <summary>It is not written as the format says, and it is clear what is meant.</summary>
    Tolerated = 2,

    /// <summary>As the format says.</summary>
    Plain = 3,
}

/// <summary>Amounts, days and numbers from the bytes of a field.</summary>
internal static class FieldValues
{
    /// <summary>An amount in öre.</summary>
    /// <remarks>The format knows a point and at most two decimals (SIE filformat 4B § 5.9). A comma, a plus, and decimals
    /// that are zero beyond the second are seen in the wild and mean only one thing. Nothing is ever rounded.</remarks>
    public static FieldReading Amount(ReadOnlySpan<byte> field, out long ore) =>
        TryUsualAmount(field, out ore) ? FieldReading.Plain : AnyAmount(field, out ore);

    /// <summary>An amount as nearly all are written: digits, a point, two digits.</summary>
    private static bool TryUsualAmount(ReadOnlySpan<byte> field, out long ore)
    {
        var negative = field is [(byte)'-', ..];
        var digits = negative ? field[1..] : field;
        ore = 0;

        // At most 17 digits, so that none of them makes it too large.
        if (digits.Length is < 4 or > 18 || digits[^3] != '.')
        {
            return false;
        }

        for (var i = 0; i < digits.Length; i++)
        {
            if (i == digits.Length - 3)
            {
                continue;
            }

            var digit = digits[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            ore = unchecked((ore * 10) + digit);
        }

        ore = negative ? -ore : ore;
        return true;
    }

    private static FieldReading AnyAmount(ReadOnlySpan<byte> field, out long ore)
    {
        var reading = FieldReading.Plain;
        ore = 0;
        var i = 0;
        var negative = field is [(byte)'-', ..];
        if (negative || field is [(byte)'+', ..])
        {
            reading = negative ? FieldReading.Plain : FieldReading.Tolerated;
            i = 1;
        }

        var digits = 0;
        var decimals = -1;
        for (; i < field.Length; i++)
        {
            var value = field[i];
            if (value is (byte)'.' or (byte)',' && decimals < 0)
            {
                decimals = 0;
                reading = value == ',' ? FieldReading.Tolerated : reading;
            }
            else if (value is < (byte)'0' or > (byte)'9')
            {
                return FieldReading.Refused;
            }
            else if (decimals < 2)
            {
                ore = (ore * 10) + (value - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
                if (ore > SieLimits.MaxAmountOre)
                {
                    return FieldReading.Refused;
                }
            }
            else if (value != '0')
            {
                return FieldReading.Refused;
            }
            else
            {
                reading = FieldReading.Tolerated;
            }
        }

        if (digits == 0)
        {
            return FieldReading.Refused;
        }

        var factor = decimals switch { 2 => 1, 1 => 10, _ => 100 };
        if (ore > SieLimits.MaxAmountOre / factor)
        {
            return FieldReading.Refused;
        }

        ore *= negative ? -factor : factor;
        return reading;
    }

    /// <summary>A day.</summary>
    /// <remarks>YYYYMMDD (SIE filformat 4B § 5.10); with hyphens it is tolerated.</remarks>
    public static FieldReading Date(ReadOnlySpan<byte> field, out DateOnly date)
    {
        date = default;
        if (field.Length == 10 && field[4] == '-' && field[7] == '-')
        {
            Span<byte> digits = [.. field[..4], .. field[5..7], .. field[8..]];
            return Date(digits, out date) is FieldReading.Refused ? FieldReading.Refused : FieldReading.Tolerated;
        }

        if (field.Length != 8 || !Whole(field, out var number) || number < 0)
        {
            return FieldReading.Refused;
        }

        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return FieldReading.Refused;
        }

        date = new(year, month, day);
        return FieldReading.Plain;
    }

    /// <summary>A whole number with nothing around it.</summary>
    public static bool Whole(ReadOnlySpan<byte> field, out int number)
    {
        number = 0;
        return field is not [(byte)'+', ..] && Utf8Parser.TryParse(field, out number, out var taken) && taken == field.Length;
    }

    /// <summary>A quantity.</summary>
    public static bool Quantity(ReadOnlySpan<byte> field, out decimal quantity) =>
        decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quantity);
}
