using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Rates;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>One row of the editor.</summary>
/// <param name="Key">What is mapped.</param>
/// <param name="Name">What the registers call it, where they have said.</param>
/// <param name="Own">The account of the mapping that is shown.</param>
/// <param name="Default">The account of the default chart, where the mapping follows one that has the key.</param>
public sealed record MappingLine(MappingKey Key, string? Name, AccountNumber? Own, AccountNumber? Default)
{
    /// <summary>The name of the row's field.</summary>
    public string Field => FieldOf(Key);

    /// <summary>What speaks against the rate that the register uses today.</summary>
    public VatWarning? Warning { get; init; }

    /// <summary>The id of the row's field.</summary>
    public string Id => IdOf(Field);

    /// <summary>An id for the field with a name: no id may hold a blank.</summary>
    public static string IdOf(string field) => string.Concat(field.Select(letter => char.IsWhiteSpace(letter) ? '_' : letter));

    /// <summary>The name of a key's field.</summary>
    public static string FieldOf(MappingKey key) => $"account {key}";
}

/// <summary>A key that was seen and has no account.</summary>
/// <param name="Key">What is to be mapped.</param>
/// <param name="Name">What the registers call it, where they have said.</param>
/// <param name="Waiting">How many closings wait for it.</param>
/// <param name="Suggestion">What we would propose.</param>
/// <param name="Warning">What speaks against the rate that the register uses today.</param>
public sealed record OpenKey(MappingKey Key, string? Name, int Waiting, Suggestion Suggestion, VatWarning? Warning);
