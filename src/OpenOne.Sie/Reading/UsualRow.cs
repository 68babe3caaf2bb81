using System.Buffers;

namespace OpenOne.Sie.Reading;

/// <summary>A row as nearly all are written, taken apart in one go: <c>#TRANS 1930 {} -125.00 "" "Text"</c>, or without the texts.</summary>
/// <remarks>Nothing is told of such a row, and whatever is written in any other way is no such row: it goes the long way, where
/// each of its faults has a name. Both ways read the same.</remarks>
internal readonly ref struct UsualRow
{
    // More digits than a number of an account has, and fewer than an amount can be too large with.
    private const int MaxDigits = 15;

    private static readonly SearchValues<byte> _noneOfText = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value != '\t').Select(value => (byte)value), (byte)'"', (byte)'\\', 0x7F]);

    private UsualRow(ReadOnlySpan<byte> account, long amountOre, ReadOnlySpan<byte> amount, ReadOnlySpan<byte> text)
    {
        Account = account;
        AmountOre = amountOre;
        Amount = amount;
        Text = text;
    }

    /// <summary>The label, which all of them have.</summary>
    public static ReadOnlySpan<byte> Label => "#TRANS"u8;

    /// <summary>Digits.</summary>
    public ReadOnlySpan<byte> Account { get; }

    /// <summary>In öre; debit positive, credit negative.</summary>
    public long AmountOre { get; }

    /// <summary>The amount as it is written.</summary>
    public ReadOnlySpan<byte> Amount { get; }

    /// <summary>What it is about; may be empty.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Takes a line apart, without its end.</summary>
    /// <returns><see langword="false"/> when it is anything else.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out UsualRow row)
    {
        row = default;
        line = line is [(byte)' ' or (byte)'\t', ..] ? line.TrimStart(" \t"u8) : line;
        if (!line.StartsWith("#TRANS "u8))
        {
            return false;
        }

        line = line["#TRANS ".Length..];
        var digits = Digits(line, out _);
        var account = line[..digits];
        line = line[digits..];
        if (digits == 0 || !line.StartsWith(" {} "u8))
        {
            return false;
        }

        line = line[" {} ".Length..];
        var sign = line is [(byte)'-', ..] ? 1 : 0;
        var whole = Digits(line[sign..], out var ore);
        var length = sign + whole + ".00".Length;
        if (whole == 0 || line.Length < length || line[length - 3] != '.' || Digits(line.Slice(length - 2, 2), out var rest) != 2)
        {
            return false;
        }

        ore = (ore * 100) + rest;
        ReadOnlySpan<byte> text = [];
        if (line.Length > length && !TryText(line[length..], out text))
        {
            return false;
        }

        row = new(account, sign > 0 ? -ore : ore, line[..length], text);
        return true;
    }

    /// <summary>A day that is left out, and a text without marks in it, to the end of the line.</summary>
    private static bool TryText(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        text = [];
        if (!rest.StartsWith(" \"\" \""u8) || rest is not [.., (byte)'"'] || rest.Length == " \"\" \"".Length)
        {
            return false;
        }

        text = rest[" \"\" \"".Length..^1];
        return !text.ContainsAny(_noneOfText);
    }

    private static int Digits(ReadOnlySpan<byte> line, out long number)
    {
        number = 0;
        var count = 0;
        foreach (var value in line)
        {
            var digit = unchecked((uint)(value - '0'));
            if (digit > 9 || count == MaxDigits)
            {
                break;
            }

            number = unchecked((number * 10) + digit);
            count++;
        }

        return count;
    }
}
