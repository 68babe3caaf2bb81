namespace OpenOne.Sie;

/// <summary>Organisation numbers and, for firms of one person, personal numbers.</summary>
internal static class OrganisationNumbers
{
    /// <summary>Whether there are ten digits, or twelve with the century, and the last is what Luhn's rule makes it.</summary>
    public static bool IsValid(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (number.Any(character => !char.IsAsciiDigit(character) && character is not ('-' or '+' or ' ')))
        {
            return false;
        }

        return digits.Length is 10 or 12 && digits[^10..].Select((digit, i) => i % 2 == 1 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9).Sum() % 10 == 0;
    }
}
