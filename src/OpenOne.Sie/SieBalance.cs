using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>Which balance is stated.</summary>
public enum SieBalanceKind
{
    /// <summary><c>#IB</c>: of an account at the beginning of a year.</summary>
    Opening = 1,

    /// <summary><c>#UB</c>: of an account at the end of a year.</summary>
    Closing = 2,

    /// <summary><c>#RES</c>: of an account of income or expense, for a year.</summary>
    Result = 3,

    /// <summary><c>#OIB</c>: of an account and object at the beginning of a year.</summary>
    ObjectOpening = 4,

    /// <summary><c>#OUB</c>: of an account and object at the end of a year.</summary>
    ObjectClosing = 5,

    /// <summary><c>#PSALDO</c>: what was booked in a month.</summary>
    Period = 6,

    /// <summary><c>#PBUDGET</c>: what was planned for a month.</summary>
    Budget = 7,
}

/// <summary>A balance that a file states.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Year">0 for the present fiscal year, -1 for the one before.</param>
/// <param name="Account">The account.</param>
/// <param name="AmountOre">In öre, debit positive.</param>
public sealed record SieBalance(SieBalanceKind Kind, int Year, string Account, long AmountOre)
{
    /// <summary>Year and month as in 202611; for <see cref="SieBalanceKind.Period"/> and <see cref="SieBalanceKind.Budget"/>.</summary>
    public int? Period { get; init; }

    /// <summary>The objects it is of, for those kinds that have any.</summary>
    public ImmutableArray<SieObjectReference> Objects { get; init; } = [];

    /// <summary>A quantity in the account's unit.</summary>
    public decimal? Quantity { get; init; }
}
