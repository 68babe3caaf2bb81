using System.Buffers;
using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Code page 437, which the format calls PC8, one character at a time.</summary>
/// <remarks>
/// <para>Source: SIE filformat 4B § 5.8. The framework's encoder is not used: it silently turns what the code page lacks
/// into look-alikes, and some of those are control characters ("§" becomes 0x15), which the format forbids.</para>
/// </remarks>
internal static class Pc8
{
    /// <summary>Characters that stand in a quoted field as they are, one byte each: printable ASCII without <c>"</c> and <c>\</c>.</summary>
    public static SearchValues<char> Plain { get; } = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(character => character is not ('"' or '\\'))]);

    private static readonly string _decoded = Decode();

    private static readonly byte[] _encoded = Encode();

    // The same, without what a quoted field has otherwise than as it is.
    private static readonly byte[] _asItIs = [.. _encoded.Select((value, character) => character is '"' or '\\' ? (byte)0 : value)];

    /// <summary>What a byte means.</summary>
    public static char Character(byte value) => _decoded[value];

    /// <summary>Gives the byte of a printable character.</summary>
    /// <returns><see langword="false"/> for what the code page lacks, and for control characters.</returns>
    public static bool TryGetByte(char character, out byte value)
    {
        value = character < _encoded.Length ? _encoded[character] : (byte)0;
        return value != 0;
    }

    /// <summary>Puts a text down as a quoted field has it.</summary>
    /// <returns><see langword="false"/> when it cannot stand there as it is; then what was put is not to be used.</returns>
    public static bool TryPut(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var table = _asItIs;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character >= table.Length || table[character] is 0)
            {
                return false;
            }

            destination[i] = table[character];
        }

        return true;
    }

    /// <summary>Whether a text has only printable characters that the code page holds.</summary>
    public static bool Holds(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return true;
        }

        foreach (var character in text)
        {
            if (!TryGetByte(character, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static string Decode()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(437)
            ?? throw new PlatformNotSupportedException("The framework lacks code page 437.");
        return encoding.GetString([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
    }

    private static byte[] Encode()
    {
        var table = new byte[_decoded.Max() + 1];
        for (var value = 0x20; value < 0x100; value++)
        {
            if (value != 0x7F)
            {
                table[_decoded[value]] = (byte)value;
            }
        }

        return table;
    }
}
