using System.Collections.Immutable;
using System.Diagnostics;

namespace OpenOne.Domain.Accounting;

/// <summary>A balanced set of debits and credits with a date and a text (verifikation). It cannot exist unbalanced.</summary>
/// <remarks>Immutable, equal by value. Once posted it is never changed: a correction is another voucher
/// (bokföringslagen 5 kap 5 §; BFNAR 2013:2 punkt 2.17).</remarks>
public sealed class Voucher : IEquatable<Voucher>
{
    /// <summary>The longest text a voucher can carry into Spiris, in characters.</summary>
    /// <remarks>Source: Spiris OpenAPI 2026-09, <c>VoucherApi.VoucherText</c>.</remarks>
    public const int MaxTextLength = 1000;

    private Voucher(VoucherKey key, DateOnly date, VoucherSeries series, string text, ImmutableArray<VoucherRow> rows) =>
        (Key, Date, Series, Text, Rows) = (key, date, series, text, rows);

    /// <summary>How we know it again; also part of <see cref="Text"/>.</summary>
    public VoucherKey Key { get; }

    /// <summary>The date it is booked on: the business date of its closing.</summary>
    public DateOnly Date { get; }

    /// <summary>The series it is to be numbered in. The number itself is given by the accounting system.</summary>
    public VoucherSeries Series { get; }

    /// <summary>What it is about, at most <see cref="MaxTextLength"/> characters.</summary>
    public string Text { get; }

    /// <summary>The text without the mark of the key, for where nobody looks for one.</summary>
    public string Title => Text.Replace(Key.Marker, "", StringComparison.Ordinal).TrimEnd();

    /// <summary>At least two rows, whose debits equal their credits.</summary>
    public ImmutableArray<VoucherRow> Rows { get; }

    /// <summary>The sum of the debits, which is also the sum of the credits.</summary>
    public Money Total => Rows.Sum(row => row.Debit);

    /// <summary>Makes a voucher of rows that balance.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or longer than <see cref="MaxTextLength"/>.</exception>
    /// <returns>The voucher, or how far debit exceeds credit when the rows do not balance.</returns>
    public static Balancing Balance(VoucherKey key, DateOnly date, VoucherSeries series, string text, IEnumerable<VoucherRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException($"A voucher's text has at most {MaxTextLength} characters.", nameof(text));
        }

        var all = rows.ToImmutableArray();
        var difference = all.Sum(row => row.SignedAmount);
        return difference == Money.Zero && all.Length >= 2
            ? new Balancing.Balanced(new Voucher(key, date, series, text, all))
            : new Balancing.Unbalanced(difference);
    }

    /// <summary>The correcting voucher (rättelse): every row on its other side.</summary>
    public Voucher Reverse(VoucherKey key, DateOnly date, string text) =>
        Balance(key, date, Series, text, Rows.Select(row => row.Mirror())) is Balancing.Balanced(var reversal)
            ? reversal
            : throw new UnreachableException("The mirror of a balanced voucher balances.");

    /// <inheritdoc/>
    public bool Equals(Voucher? other) => other is not null && Key == other.Key && Date == other.Date
        && Series == other.Series && Text == other.Text && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Voucher);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Date, Series, Text, Rows.Length);
}

/// <summary>Whether rows make a voucher.</summary>
public abstract record Balancing
{
    private Balancing()
    {
    }

    /// <summary>Debit and credit differ by <paramref name="Difference"/> (debit less credit), or there are fewer than two rows.</summary>
    public sealed record Unbalanced(Money Difference) : Balancing;

    /// <summary>Debit equals credit.</summary>
    public sealed record Balanced(Voucher Voucher) : Balancing;
}
