using System.Buffers.Text;
using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Writing;

/// <summary>The record of a row as nearly all are, put down in one go: <c>#TRANS 1930 {} -125.00 "" "Text"</c>, or without the texts.</summary>
/// <remarks>A row of any other kind goes the long way, field by field, which is also where it is told what is wrong with it. Both
/// ways give the same bytes.</remarks>
internal readonly ref struct UsualRowOutput
{
    private const int LongestAccount = 32;
    private const int LongestText = 1024;

    /// <summary>The label, which all of them have.</summary>
    public static ReadOnlySpan<byte> Label => "#TRANS"u8;

    /// <summary>The field with the account.</summary>
    public ReadOnlySpan<byte> Account { get; private init; }

    /// <summary>The field with the amount.</summary>
    public ReadOnlySpan<byte> Amount { get; private init; }

    /// <summary>What the text says; nothing where there is none.</summary>
    public ReadOnlySpan<byte> Text { get; private init; }

    /// <summary>How long the whole record is, with its end.</summary>
    public int Length { get; private init; }

    /// <summary>Puts a row down.</summary>
    /// <param name="record">Where to; with room for the longest record there may be.</param>
    /// <param name="account">The account.</param>
    /// <param name="ore">The amount, in öre.</param>
    /// <param name="text">What it is about; may be empty.</param>
    /// <param name="row">Where its parts are.</param>
    /// <returns><see langword="false"/> when it has to go the long way; then what was put down is not to be used.</returns>
    public static bool TryPut(Span<byte> record, string account, long ore, string text, out UsualRowOutput row)
    {
        row = default;
        if (account.Length is 0 or > LongestAccount || text.Length > LongestText
            || ore is > SieLimits.MaxAmountOre or < -SieLimits.MaxAmountOre)
        {
            return false;
        }

        var end = Put("#TRANS "u8, record);
        foreach (var digit in account)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            record[end++] = (byte)digit;
        }

        var number = record.Slice(end - account.Length, account.Length);
        end += Put(" {} "u8, record[end..]);
        var amount = record.Slice(end, PutAmount(record[end..], ore));
        end += amount.Length;
        ReadOnlySpan<byte> said = [];
        if (text.Length > 0)
        {
            end += Put(" \"\" \""u8, record[end..]);
            if (!Pc8.TryPut(text, record[end..]))
            {
                return false;
            }

            said = record.Slice(end, text.Length);
            end += text.Length;
            end += Put("\""u8, record[end..]);
        }

        end += Put("\r\n"u8, record[end..]);
        row = new() { Account = number, Amount = amount, Text = said, Length = end };
        return true;
    }

    /// <summary>Puts an amount down, with two decimals.</summary>
    /// <returns>How long it is.</returns>
    public static int PutAmount(Span<byte> field, long ore)
    {
        var sign = ore < 0 ? 1 : 0;
        field[0] = (byte)'-';
        var (kronor, rest) = Math.DivRem(Math.Abs(ore), 100);
        Utf8Formatter.TryFormat(kronor, field[sign..], out var written);
        field = field[(sign + written)..];
        field[0] = (byte)'.';
        field[1] = (byte)('0' + (rest / 10));
        field[2] = (byte)('0' + (rest % 10));
        return sign + written + 3;
    }

    private static int Put(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        bytes.CopyTo(destination);
        return bytes.Length;
    }
}
