using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Texts that were met before, by their bytes: a ledger says the same few things over and over.</summary>
/// <remarks>Of constant size: a text takes the place of whichever was there.</remarks>
internal sealed class TextCache
{
    /// <summary>The longest text that is worth remembering, in bytes.</summary>
    public const int MaxLength = 64;

    /// <summary>The shortest: below it are <see cref="ShortTexts"/>.</summary>
    public const int MinLength = sizeof(ulong);

    private const int BitsOfPlace = 12;

    private readonly Entry[] _entries = new Entry[1 << BitsOfPlace];

    /// <summary>The text for these bytes, if it is remembered.</summary>
    /// <param name="characters">The set that it was in; none for one of ASCII alone.</param>
    public string? Find(ReadOnlySpan<byte> bytes, out int place, out SieCharacters? characters)
    {
        place = PlaceOf(bytes);
        ref readonly var entry = ref _entries[place];
        characters = entry.Characters;
        return entry.Text is { } text && (entry.Bytes is { } known ? bytes.SequenceEqual(known) : Ascii.Equals(bytes, text)) ? text : null;
    }

    /// <summary>Remembers a text.</summary>
    public string Put(int place, ReadOnlySpan<byte> bytes, string text, SieCharacters? characters)
    {
        // A text of ASCII alone is its own key: most texts are, and those that are met only once cost half as much.
        _entries[place] = new(text, characters is null ? null : bytes.ToArray(), characters);
        return text;
    }

    // Texts that share a place only cost that they are decoded each time, so the ends and the middle say enough.
    private static int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var middle = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((bytes.Length - MinLength) / 2)..]);
        var last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bytes.Length - MinLength)..]);
        var mixed = first ^ BitOperations.RotateLeft(middle, 23) ^ BitOperations.RotateLeft(last, 41) ^ (ulong)bytes.Length;
        return (int)(unchecked(mixed * 0x9E37_79B9_7F4A_7C15) >> (64 - BitsOfPlace));
    }

    private readonly record struct Entry(string? Text, byte[]? Bytes, SieCharacters? Characters);
}
