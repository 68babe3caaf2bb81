using System.Diagnostics.CodeAnalysis;

namespace OpenOne.Domain;

/// <summary>A legal entity's number with the Swedish authorities (organisationsnummer, or a sole trader's
/// personnummer), ten digits.</summary>
/// <remarks><c>default</c> is no number at all, and reading it throws.</remarks>
public readonly record struct OrganisationNumber
{
    private readonly string? _digits;

    private OrganisationNumber(string digits) => _digits = digits;

    /// <summary>The ten digits without the hyphen.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Digits => _digits ?? throw new InvalidOperationException("No organisation number was given.");

    /// <summary>Whether the last digit is the check digit of the first nine (Luhn, modulus 10).</summary>
    /// <remarks>Told, not enforced: test companies carry made-up numbers.</remarks>
    public bool HasValidCheckDigit
    {
        get
        {
            var sum = Digits.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1))
                .Sum(product => (product / 10) + (product % 10));
            return sum % 10 == 0;
        }
    }

    /// <summary>Reads <c>NNNNNN-NNNN</c> or ten digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrganisationNumber number)
    {
        number = default;
        if (text is not { Length: 10 or 11 })
        {
            return false;
        }

        var digits = text.Length == 11 && text[6] == '-' ? text.Remove(6, 1) : text;
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        number = new(digits);
        return true;
    }

    /// <summary>Reads a number that is known to be well formed.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not ten digits with an optional hyphen.</exception>
    public static OrganisationNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not an organisation number.");

    /// <summary>As printed: <c>NNNNNN-NNNN</c>.</summary>
    public override string ToString() => $"{Digits[..6]}-{Digits[6..]}";
}
