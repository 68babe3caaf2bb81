using System.Buffers;
using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>What the bytes of a text or of a file say about its character set.</summary>
/// <remarks>Swedish letters have bytes in code page 437 that Latin-1 uses for no letter, and the other way about; and
/// what is valid UTF-8 by chance is hardly ever Swedish in another set.</remarks>
internal readonly record struct CharacterEvidence(int Pc8, int Latin1, int Utf8, int Other)
{
    // å ä ö Å Ä Ö, then é ü É Ü.
    private static readonly SearchValues<byte> _pc8 =
        SearchValues.Create([0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0x81, 0x90, 0x9A]);

    private static readonly SearchValues<byte> _latin1 =
        SearchValues.Create([0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xFC, 0xC9, 0xDC]);

    /// <summary>Whether every byte beyond ASCII is part of a UTF-8 sequence, and there is one.</summary>
    public bool IsUtf8 => Utf8 > 0 && Pc8 + Latin1 + Other == 0;

    /// <summary>Looks at each byte once.</summary>
    public static CharacterEvidence Of(ReadOnlySpan<byte> bytes)
    {
        var (pc8, latin1, utf8, other) = (0, 0, 0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var next)
        {
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var taken) is OperationStatus.Done)
            {
                utf8++;
            }
            else
            {
                taken = 1;
                pc8 += _pc8.Contains(bytes[0]) ? 1 : 0;
                latin1 += _latin1.Contains(bytes[0]) ? 1 : 0;
                other += _pc8.Contains(bytes[0]) || _latin1.Contains(bytes[0]) ? 0 : 1;
            }

            bytes = bytes[taken..];
        }

        return new(pc8, latin1, utf8, other);
    }

    /// <summary>What a whole file is most likely to be.</summary>
    /// <param name="otherwise">When nothing speaks for anything.</param>
    public SieCharacters MostLikely(SieCharacters otherwise) => (Pc8, Latin1, Utf8) switch
    {
        (0, 0, 0) => otherwise,
        _ when Utf8 >= Pc8 && Utf8 >= Latin1 => SieCharacters.Utf8,
        _ => Pc8 >= Latin1 ? SieCharacters.Pc8 : SieCharacters.Latin1,
    };
}
