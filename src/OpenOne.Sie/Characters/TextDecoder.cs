using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Bytes to texts, whatever character set they are in.</summary>
/// <remarks>Each text is judged by its own bytes first and by those of the beginning of the file where its own leave it
/// open, so that a file whose parts were written by different programs is read as each meant it.</remarks>
internal sealed class TextDecoder(SieCharacters wanted)
{
    private readonly ShortTexts _short = new();
    private readonly TextCache _cache = new();
    private SieCharacters _usual = wanted is SieCharacters.Detected ? SieCharacters.Pc8 : wanted;
    private bool _purelyLatin1;

    /// <summary>The first character set that was met beside the usual one; null while there is none.</summary>
    public SieCharacters? Deviation { get; private set; }

    /// <summary>What most of the file is in. <see cref="SieCharacters.Pc8"/> while nothing speaks against it.</summary>
    public SieCharacters Usual => _usual;

    /// <summary>Forms an opinion on the file by its beginning.</summary>
    public void Survey(ReadOnlySpan<byte> beginning, bool hasUtf8Mark)
    {
        if (wanted is SieCharacters.Detected)
        {
            var evidence = CharacterEvidence.Of(beginning);
            _usual = hasUtf8Mark ? SieCharacters.Utf8 : evidence.MostLikely(SieCharacters.Pc8);
            _purelyLatin1 = _usual is SieCharacters.Latin1 && evidence.Pc8 == 0;
        }
    }

    /// <summary>The character set of one text that is not ASCII alone.</summary>
    public SieCharacters CharactersOf(ReadOnlySpan<byte> bytes)
    {
        if (wanted is not SieCharacters.Detected)
        {
            return wanted;
        }

        var evidence = CharacterEvidence.Of(bytes);
        if (evidence.IsUtf8)
        {
            return SieCharacters.Utf8;
        }

        // Bytes that are å, ä and ö in code page 437 are quotation marks and dashes in Windows-1252.
        var otherwise = _usual is SieCharacters.Utf8 ? SieCharacters.Pc8 : _usual;
        return _purelyLatin1 || evidence.Pc8 == evidence.Latin1 ? otherwise
            : evidence.Pc8 > evidence.Latin1 ? SieCharacters.Pc8 : SieCharacters.Latin1;
    }

    /// <summary>The text for these bytes.</summary>
    public string Text(ReadOnlySpan<byte> bytes) => Text(bytes, out _);

    /// <summary>The text for these bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="characters">The set that they are in; none for ASCII alone.</param>
    public string Text(ReadOnlySpan<byte> bytes, out SieCharacters? characters)
    {
        characters = null;
        if (bytes.IsEmpty)
        {
            return "";
        }

        if (bytes.Length <= ShortTexts.MaxLength)
        {
            var key = ShortTexts.KeyOf(bytes);
            return _short.Find(key, out characters) ?? _short.Put(key, Decode(bytes, out characters), characters);
        }

        if (bytes.Length > TextCache.MaxLength)
        {
            return Decode(bytes, out characters);
        }

        if (_cache.Find(bytes, out var mark, out characters) is { } known)
        {
            return known;
        }

        var text = Decode(bytes, out characters);
        return _cache.Put(mark, bytes, text, characters);
    }

    /// <summary>The bytes that code page 437 has for a text in another character set; null when they are these.</summary>
    public byte[]? Transcoded(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes) || (Remembered(bytes) ?? CharactersOf(bytes)) is SieCharacters.Pc8)
        {
            return null;
        }

        var text = Text(bytes);
        var transcoded = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            transcoded[i] = Pc8.TryGetByte(text[i], out var value) ? value : (byte)PlainText.Missing;
        }

        return transcoded;
    }

    /// <summary>The character set of a text that was met before.</summary>
    private SieCharacters? Remembered(ReadOnlySpan<byte> bytes) =>
        bytes.Length is >= TextCache.MinLength and <= TextCache.MaxLength && _cache.Find(bytes, out _, out var characters) is not null ? characters : null;

    private string Decode(ReadOnlySpan<byte> bytes, out SieCharacters? found)
    {
        found = null;
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var characters = CharactersOf(bytes);
        found = characters;
        Deviation ??= characters == _usual ? null : characters;
        return characters switch
        {
            SieCharacters.Utf8 => Encoding.UTF8.GetString(bytes),
            SieCharacters.Latin1 => string.Create(bytes.Length, bytes, Fill(Windows1252.Character)),
            _ => string.Create(bytes.Length, bytes, Fill(Pc8.Character)),
        };
    }

    private static System.Buffers.SpanAction<char, ReadOnlySpan<byte>> Fill(Func<byte, char> character) => (text, bytes) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = character(bytes[i]);
        }
    };
}
