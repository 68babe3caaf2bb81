using System.Diagnostics.CodeAnalysis;

namespace OpenOne.Domain.Customers;

/// <summary>What tells a customer from every other: the number that a state has given it (organisationsnummer,
/// personnummer), however it was written.</summary>
/// <remarks>
/// <para>Of a Swedish number the last ten digits, so that <c>165599999991</c> and <c>559999-9991</c> are the same; of a foreign
/// one its country and its letters and digits. Two people a hundred years apart can share ten digits; no restaurant has
/// both.</para>
/// <para>Not to be confused with <see cref="Domain.OrganisationNumber"/>, which is one of our own companies.
/// <c>default</c> is none, and reading it throws.</para>
/// </remarks>
public readonly record struct CustomerIdentity
{
    private const string Sweden = "SE";

    private readonly string? _key;

    private CustomerIdentity(string key) => _key = key;

    /// <summary>The number in the one form that is compared: ten digits, or <c>DE:HRB12345</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Key => _key ?? throw new InvalidOperationException("No identity was given.");

    /// <summary>Reads a number as somebody has written it somewhere, right or wrong.</summary>
    /// <param name="text">The number.</param>
    /// <param name="countryCode">The customer's country; none is Sweden.</param>
    /// <returns><see langword="false"/> when there is nothing in it that could tell customers apart.</returns>
    public static bool TryRead([NotNullWhen(true)] string? text, string? countryCode, out CustomerIdentity identity)
    {
        identity = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var isSwedish = IsSwedish(countryCode);
        if (isSwedish && SwedishDigits(text) is { } digits)
        {
            identity = new(digits);
            return true;
        }

        var symbols = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        identity = symbols.Length > 0 ? new($"{(isSwedish ? Sweden : countryCode!.ToUpperInvariant())}:{symbols}") : default;
        return symbols.Length > 0;
    }

    /// <summary>Reads <see cref="Key"/> as it was stored.</summary>
    public static CustomerIdentity FromKey(string key) => new(key);

    /// <summary>Whether a country code means Sweden: none does, too.</summary>
    public static bool IsSwedish(string? countryCode) =>
        string.IsNullOrWhiteSpace(countryCode) || countryCode.Equals(Sweden, StringComparison.OrdinalIgnoreCase);

    /// <summary>The ten digits that matter of a number with or without century, hyphen, plus and spaces.</summary>
    internal static string? SwedishDigits(string text)
    {
        var digits = string.Concat(text.Where(symbol => !char.IsWhiteSpace(symbol) && symbol is not ('-' or '+' or '\u2013')));
        return !digits.All(char.IsAsciiDigit) ? null
            : digits.Length == 10 ? digits
            : digits.Length == 12 && digits[..2] is "16" or "18" or "19" or "20" ? digits[2..]
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
