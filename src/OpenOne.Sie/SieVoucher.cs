using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>A voucher (verifikation, <c>#VER</c>) and its rows.</summary>
/// <param name="Date">The day it is booked on.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Rows">Its rows. Those that count add up to zero, or the voucher is wrong.</param>
public sealed record SieVoucher(DateOnly Date, string Text, ImmutableArray<SieRow> Rows)
{
    /// <summary>The series; empty when whoever reads the file is to choose.</summary>
    public string Series { get; init; } = "";

    /// <summary>The number in the series; empty when whoever reads the file is to number it.</summary>
    public string Number { get; init; } = "";

    /// <summary>When it was entered.</summary>
    public DateOnly? Registered { get; init; }

    /// <summary>Who entered it.</summary>
    public string Sign { get; init; } = "";

    /// <summary>The line it was read from; 0 when it was not.</summary>
    public long Line { get; init; }

    /// <summary>What the rows that count add up to, in öre; zero in a voucher that is right.</summary>
    /// <remarks>Wider than an amount, because a file may hold any number of rows.</remarks>
    public Int128 Difference()
    {
        Int128 sum = 0;
        foreach (ref readonly var row in Rows.AsSpan())
        {
            sum += row.Counts ? row.AmountOre : 0;
        }

        return sum;
    }
}
