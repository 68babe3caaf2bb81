using System.Text;

namespace SpirisSandbox.Sie;

/// <summary>The character sets SIE files come in. <see cref="Pc8"/> is the one the format prescribes.</summary>
/// <remarks>Source: SIE filformat 4B § 5.8: "PC8", which is code page 437.</remarks>
public static class SieEncoding
{
    private static readonly EncodingProvider _codePages = CodePagesEncodingProvider.Instance;

    /// <summary>Code page 437. What it lacks is written as a question mark, never as a look-alike control character.</summary>
    public static Encoding Pc8 { get; } = Strict(437);

    /// <summary>Code page 850, of Western European DOS.</summary>
    public static Encoding Pc850 { get; } = Strict(850);

    /// <summary>UTF-8, with or without a byte order mark; bytes that are none are refused.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Seven bits; bytes beyond them are refused.</summary>
    public static Encoding Ascii { get; } =
        Encoding.GetEncoding("us-ascii", new EncoderReplacementFallback("?"), new DecoderExceptionFallback());

    /// <summary>Reads the bytes of a file.</summary>
    /// <returns>Null when they are not of that character set.</returns>
    public static string? Read(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Writes a file. Typographic marks that code page 437 lacks become the plain ones people type.</summary>
    public static byte[] Write(string text)
    {
        var plain = new StringBuilder(text.Normalize(NormalizationForm.FormC))
            .Replace("”", "\\\"").Replace("“", "\\\"").Replace("„", "\\\"")
            .Replace('’', '\'').Replace('‘', '\'')
            .Replace('–', '-').Replace('—', '-')
            .Replace("€", "EUR");
        return Pc8.GetBytes(plain.ToString());
    }

    private static Encoding Strict(int codePage) =>
        _codePages.GetEncoding(codePage, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)
        ?? throw new PlatformNotSupportedException($"The framework lacks code page {codePage}.");
}
