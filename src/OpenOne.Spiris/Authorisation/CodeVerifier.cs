using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OpenOne.Spiris.Authorisation;

/// <summary>Our half of a proof key: whoever catches the authorisation code on its way can do nothing without
/// it.</summary>
/// <remarks>Source: RFC 7636, section 4. Kept by the caller from the authorize request until the code comes
/// back.</remarks>
public sealed class CodeVerifier
{
    private const int MinLength = 43;
    private const int MaxLength = 128;

    private CodeVerifier(string text) => Text = Secret.Of(text);

    /// <summary>The verifier, which goes with the code.</summary>
    public Secret Text { get; }

    /// <summary>Its SHA-256 in base64url, which goes with the authorize request (method S256).</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Text.Reveal())));

    /// <summary>A new one of 256 random bits.</summary>
    public static CodeVerifier New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads one that was stored: 43 to 128 unreserved characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CodeVerifier? verifier)
    {
        var wellFormed = text is { Length: >= MinLength and <= MaxLength }
            && text.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.' or '_' or '~');
        verifier = wellFormed ? new(text!) : null;
        return wellFormed;
    }

    /// <inheritdoc/>
    public override string ToString() => Text.ToString();
}
