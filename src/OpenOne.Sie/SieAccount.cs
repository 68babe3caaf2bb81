using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>What kind of account it is (kontotyp, <c>#KTYP</c>).</summary>
public enum SieAccountType
{
    /// <summary>T, tillgång.</summary>
    Asset = 1,

    /// <summary>S, skuld.</summary>
    Liability = 2,

    /// <summary>K, kostnad.</summary>
    Expense = 3,

    /// <summary>I, intäkt.</summary>
    Income = 4,
}

/// <summary>An account of the chart (<c>#KONTO</c> and the records that belong to it).</summary>
/// <param name="Number">Digits, according to the format; kept as the file has it.</param>
/// <param name="Name">Its name.</param>
public sealed record SieAccount(string Number, string Name)
{
    /// <summary>The kind of account, where it is stated (<c>#KTYP</c>).</summary>
    public SieAccountType? Type { get; init; }

    /// <summary>The unit of its quantities (<c>#ENHET</c>).</summary>
    public string Unit { get; init; } = "";

    /// <summary>The boxes of the tax return it goes into (<c>#SRU</c>).</summary>
    public ImmutableArray<string> TaxCodes { get; init; } = [];
}
