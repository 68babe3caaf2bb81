using System.Globalization;

namespace OpenOne.Domain.Customers;

/// <summary>Whether a number that a cashier has typed can be a customer's.</summary>
/// <remarks>Source: organisation numbers, lag (1974:174) om identitetsbeteckning för juridiska personer: ten digits, the third at
/// least 2, the last a check digit (modulus 10). Personal numbers, folkbokföringslagen (1991:481) 18 §: the date of birth, three
/// digits, the same check digit; co-ordination numbers (18 a §) add 60 to the day.</remarks>
public abstract record IdentityCheck
{
    private IdentityCheck()
    {
    }

    /// <summary>Neither ten nor twelve digits.</summary>
    public sealed record NotANumber : IdentityCheck;

    /// <summary>The last digit does not fit the others: a digit is mistyped.</summary>
    public sealed record WrongCheckDigit : IdentityCheck;

    /// <summary>It begins with no day of any calendar, so nobody has it.</summary>
    public sealed record NoSuchBirthday : IdentityCheck;

    /// <summary>It is a legal entity's, and the customer is said to be a private person.</summary>
    public sealed record NotAPersons : IdentityCheck;

    /// <summary>It can be.</summary>
    public sealed record Good(CustomerIdentity Identity) : IdentityCheck;

    /// <summary>Checks a number as it was typed.</summary>
    /// <param name="text">The number.</param>
    /// <param name="isPrivatePerson">Whether it is to be a private person's. A company's may be a sole trader's personal
    /// number.</param>
    /// <param name="countryCode">The customer's country; none is Sweden. Foreign numbers have rules of their own, which we do
    /// not know: they are taken as they are.</param>
    public static IdentityCheck Of(string text, bool isPrivatePerson, string? countryCode)
    {
        if (!CustomerIdentity.IsSwedish(countryCode))
        {
            return CustomerIdentity.TryRead(text, countryCode, out var foreign) ? new Good(foreign) : new NotANumber();
        }

        if (CustomerIdentity.SwedishDigits(text) is not { } digits)
        {
            return new NotANumber();
        }

        var isLegalEntity = digits[2] >= '2';
        return 0 switch
        {
            _ when !OrganisationNumber.Parse(digits).HasValidCheckDigit => new WrongCheckDigit(),
            _ when isLegalEntity && isPrivatePerson => new NotAPersons(),
            _ when !isLegalEntity && !BeginsWithABirthday(digits, CenturyOf(text)) => new NoSuchBirthday(),
            _ => new Good(CustomerIdentity.FromKey(digits)),
        };
    }

    private static string? CenturyOf(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 12 ? digits[..2] : null;
    }

    /// <summary>Where the century is not written, the day has to exist in one of the three in which people were born.</summary>
    private static bool BeginsWithABirthday(string digits, string? century)
    {
        var day = ((digits[4] - '0') * 10) + digits[5] - '0';
        var plain = day > 60 ? day - 60 : day;
        return (century is null ? ["18", "19", "20"] : new[] { century }).Any(first => DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{first}{digits[..4]}{plain:00}"), "yyyyMMdd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }
}
