namespace OpenOne.Sie.Characters;

/// <summary>Texts of a few bytes that were met before: accounts, series and numbers, which every row has.</summary>
/// <remarks>Of constant size: a text that is met twice takes the place of whichever was there.</remarks>
internal sealed class ShortTexts
{
    /// <summary>The longest text, in bytes: with its length it is one number.</summary>
    public const int MaxLength = 7;

    private const int BitsOfPlace = 12;

    private readonly Entry[] _entries = new Entry[1 << BitsOfPlace];

    /// <summary>What stands for these bytes. No two texts have the same.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> bytes)
    {
        var key = (ulong)bytes.Length;
        foreach (var value in bytes)
        {
            key = (key << 8) | value;
        }

        return key;
    }

    /// <summary>The text, if it is remembered.</summary>
    /// <param name="key">What stands for its bytes.</param>
    /// <param name="characters">The set that it was in; none for one of ASCII alone.</param>
    public string? Find(ulong key, out SieCharacters? characters)
    {
        ref readonly var entry = ref _entries[PlaceOf(key)];
        characters = entry.Characters;
        return entry.Key == key ? entry.Text : null;
    }

    /// <summary>Remembers a text when it is met for the second time in a row in its place.</summary>
    /// <remarks>The numbers of vouchers are met once: they would drive out the others and outlive their vouchers.</remarks>
    public string Put(ulong key, string text, SieCharacters? characters)
    {
        ref var entry = ref _entries[PlaceOf(key)];
        if (entry.Met == key)
        {
            (entry.Key, entry.Text, entry.Characters) = (key, text, characters);
        }

        entry.Met = key;
        return text;
    }

    // The upper bits of a product with the golden ratio depend on all of the key's.
    private static int PlaceOf(ulong key) => (int)(unchecked(key * 0x9E37_79B9_7F4A_7C15) >> (64 - BitsOfPlace));

    private struct Entry
    {
        public ulong Key;
        public ulong Met;
        public string? Text;
        public SieCharacters? Characters;
    }
}
