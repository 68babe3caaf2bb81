using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Texts that were met before, by their bytes: a ledger says the same few things over and over.</summary>
/// <remarks>Of constant size: a text that is met twice takes the place of whichever was there.</remarks>
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
    public string? Find(ReadOnlySpan<byte> bytes, out ulong mark, out SieCharacters? characters)
    {
        mark = MarkOf(bytes);
        ref readonly var entry = ref _entries[PlaceOf(mark)];
        characters = entry.Characters;
        return entry.Text is { } text && (entry.Bytes is { } known ? bytes.SequenceEqual(known) : Ascii.Equals(bytes, text)) ? text : null;
    }

    /// <summary>Remembers a text when it is met for the second time in a row in its place.</summary>
    /// <remarks>Texts of vouchers are met once: they would drive out those of rows and outlive their vouchers.</remarks>
    public string Put(ulong mark, ReadOnlySpan<byte> bytes, string text, SieCharacters? characters)
    {
        ref var entry = ref _entries[PlaceOf(mark)];
        if (entry.Met == mark)
        {
            // A text of ASCII alone is its own key.
            (entry.Text, entry.Characters) = (text, characters);
            entry.Bytes = characters is null ? null : bytes.ToArray();
        }

        entry.Met = mark;
        return text;
    }

    // Texts with the same mark only cost that they are decoded each time, so the ends and the middle say enough.
    private static ulong MarkOf(ReadOnlySpan<byte> bytes)
    {
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var middle = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((bytes.Length - MinLength) / 2)..]);
        var last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bytes.Length - MinLength)..]);
        var mixed = first ^ BitOperations.RotateLeft(middle, 23) ^ BitOperations.RotateLeft(last, 41) ^ (ulong)bytes.Length;
        return unchecked(mixed * 0x9E37_79B9_7F4A_7C15);
    }

    // The upper bits of a product with the golden ratio depend on all of what was multiplied.
    private static int PlaceOf(ulong mark) => (int)(mark >> (64 - BitsOfPlace));

    private struct Entry
    {
        public ulong Met;
        public string? Text;
        public byte[]? Bytes;
        public SieCharacters? Characters;
    }
}
