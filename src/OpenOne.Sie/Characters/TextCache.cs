using System.IO.Hashing;

namespace OpenOne.Sie.Characters;

/// <summary>Texts that were met before, by their bytes: a ledger says the same few things over and over.</summary>
/// <remarks>Of constant size: a text takes the place of whichever was there.</remarks>
internal sealed class TextCache
{
    /// <summary>The longest text that is worth remembering, in bytes.</summary>
    public const int MaxLength = 64;

    private const int Places = 4096;

    private readonly Entry[] _entries = new Entry[Places];

    /// <summary>The text for these bytes, if it is remembered.</summary>
    public string? Find(ReadOnlySpan<byte> bytes, out int place)
    {
        place = (int)(XxHash3.HashToUInt64(bytes) % Places);
        ref readonly var entry = ref _entries[place];
        return entry.Text is not null && bytes.SequenceEqual(entry.Bytes) ? entry.Text : null;
    }

    /// <summary>Remembers a text.</summary>
    public string Put(int place, ReadOnlySpan<byte> bytes, string text)
    {
        _entries[place] = new(bytes.ToArray(), text);
        return text;
    }

    private readonly record struct Entry(byte[]? Bytes, string? Text);
}
