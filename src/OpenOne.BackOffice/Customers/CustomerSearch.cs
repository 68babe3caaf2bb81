using System.Globalization;
using System.Text;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>What makes a search of customers find what a cashier means, whatever keyboard they have.</summary>
internal static class CustomerSearch
{
    /// <summary>The longest that can be searched for.</summary>
    public const int MaxLength = 100;

    /// <summary>Letters that Swedes sort behind z, as symbols that stand behind z.</summary>
    private static readonly Dictionary<char, char> _behindZ = new() { ['å'] = '{', ['ä'] = '|', ['æ'] = '|', ['ö'] = '}', ['ø'] = '}' };

    /// <summary>Compares, symbol by symbol, as the names do in Swedish.</summary>
    public static string SortKey(string name) => string.Concat(name.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant()
        .Select(letter => _behindZ.TryGetValue(letter, out var behind) ? behind.ToString() : Fold(letter.ToString())));

    /// <summary>What of a customer is searched. The personal number of a private person is not: whoever may search must not be able
    /// to find it out digit by digit.</summary>
    public static string TextOf(CustomerSight customer)
    {
        var number = customer.IsPrivatePerson ? null : $"{customer.OrganisationNumber} {customer.Identity?.Key}";
        return Fold(string.Join(' ', new[]
        {
            customer.Name, customer.CustomerNumber, number, customer.Email, customer.Address, customer.PostalCode, customer.City,
        }.Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    /// <summary>The words that all must be found.</summary>
    public static string[] WordsOf(string search) =>
        Fold(search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The whole personal number that is searched for, if that is what it is: a customer who tells it is found by
    /// it.</summary>
    public static string? PersonalNumberIn(string search) =>
        IdentityCheck.Of(search, isPrivatePerson: true, null) is IdentityCheck.Good(var identity) ? identity.Key : null;

    /// <summary>Small letters without their marks: <c>Café Ström</c> is <c>cafe strom</c>.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var symbol in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(symbol) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsControl(symbol) ? ' ' : char.ToLowerInvariant(symbol));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
