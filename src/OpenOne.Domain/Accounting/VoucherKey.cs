using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Invoicing;

namespace OpenOne.Domain.Accounting;

/// <summary>The mark by which we know a voucher of ours again in somebody else's books: <c>7F3K-Q2MD-9T</c>.</summary>
/// <remarks>
/// Fifty bits of SHA-256 over company, register and Z number in Crockford's base 32, so it is the same for every attempt
/// to book one closing, and nobody has to remember it. It travels inside the voucher's text as <c>[k:7F3K-Q2MD-9T]</c>,
/// because Spiris takes no idempotency key. <c>default</c> is no key, and reading it throws.
/// </remarks>
public readonly record struct VoucherKey
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Opening = "[k:";
    private const int Symbols = 10;
    private const int Length = Symbols + 2;
    private const int MaxCorrections = 9;

    private readonly string? _text;

    private VoucherKey(string text) => _text = text;

    /// <summary>The key as it is printed, <c>XXXX-XXXX-XX</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Text => _text ?? throw new InvalidOperationException("No voucher key was given.");

    /// <summary>The key in the brackets that mark it in a voucher's text.</summary>
    public string Marker => $"{Opening}{Text}]";

    /// <summary>The key of the voucher that books one closing.</summary>
    public static VoucherKey For(OrganisationNumber company, ClosingKey closing) =>
        Derive(string.Create(CultureInfo.InvariantCulture, $"{company.Digits}|{closing.Register}|{closing.ZNumber}"));

    /// <summary>The key of the invoice or order that one receipt becomes.</summary>
    public static VoucherKey For(OrganisationNumber company, ReceiptKey receipt) =>
        Derive($"{company.Digits}|receipt|{receipt.Register}|{receipt.ReceiptNumber}");

    /// <summary>The key of the <paramref name="ordinal"/>th voucher that corrects the one with this key.</summary>
    /// <param name="ordinal">1 for the first correction.</param>
    public VoucherKey Correction(int ordinal) =>
        Derive(string.Create(CultureInfo.InvariantCulture, $"{Text}|correction|{ordinal}"));

    /// <summary>The keys that vouchers which correct this one can carry: no voucher is corrected more often.</summary>
    public IEnumerable<VoucherKey> Corrections => Enumerable.Range(1, MaxCorrections).Select(Correction);

    /// <summary>Finds the key that a voucher's text carries.</summary>
    /// <remarks>The last one is the voucher's own: what our texts say before it, such as the name of a register, may look
    /// like a key too.</remarks>
    public static bool TryFind([NotNullWhen(true)] string? voucherText, out VoucherKey key)
    {
        var before = voucherText ?? "";
        while (before.LastIndexOf(Opening, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var marked = voucherText.AsSpan(start + Opening.Length);
            if (marked.Length > Length && marked[Length] == ']' && TryParse(marked[..Length].ToString(), out key))
            {
                return true;
            }

            before = before[..start];
        }

        key = default;
        return false;
    }

    /// <summary>Reads <c>XXXX-XXXX-XX</c>; lower-case letters are raised.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VoucherKey key)
    {
        var raised = text?.ToUpperInvariant();
        var wellFormed = raised is { Length: Length } && raised[4] == '-' && raised[9] == '-'
            && raised.Where((_, index) => index is not (4 or 9)).All(symbol => Alphabet.Contains(symbol, StringComparison.Ordinal));
        key = wellFormed ? new(raised!) : default;
        return wellFormed;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static VoucherKey Derive(string source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(source), hash);
        return new(string.Create(Length, BinaryPrimitives.ReadUInt64BigEndian(hash), static (text, bits) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var isHyphen = i is 4 or 9;
                text[i] = isHyphen ? '-' : Alphabet[(int)(bits >> 59)];
                bits = isHyphen ? bits : bits << 5;
            }
        }));
    }
}
