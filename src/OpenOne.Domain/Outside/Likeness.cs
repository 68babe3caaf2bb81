using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Outside;

/// <summary>A closing of one day, as it would be booked.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Key">Register and Z number.</param>
/// <param name="Rows">The rows of its voucher; empty while it cannot be composed.</param>
public sealed record DaysClosing(Guid ClosingId, ClosingKey Key, ImmutableArray<VoucherRow> Rows);

/// <summary>A voucher of others that may book a closing already.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Voucher">The voucher.</param>
/// <param name="By">What gives it away.</param>
public sealed record Likeness(Guid ClosingId, OutsideVoucher Voucher, LikenessKind By)
{
    /// <summary>Holds the closings of one day against what stands in the books on that date.</summary>
    /// <remarks>Nothing is decided here: two registers can have had the same day, and a text can lie. What is found is shown to a
    /// person. Each pair is told once, by the strongest of its signs.</remarks>
    public static ImmutableArray<Likeness> Of(IReadOnlyList<DaysClosing> day, IReadOnlyList<OutsideVoucher> outside)
    {
        var together = Balances(day.SelectMany(closing => closing.Rows));
        var found = ImmutableArray.CreateBuilder<Likeness>();
        foreach (var voucher in outside)
        {
            var there = voucher.Balances();
            var isWholeDay = day.Count > 1 && day.All(closing => !closing.Rows.IsEmpty) && Same(together, there);
            foreach (var closing in day)
            {
                if (KindOf(closing, voucher, there, day) is { } kind)
                {
                    found.Add(new(closing.ClosingId, voucher, kind));
                }
                else if (isWholeDay)
                {
                    found.Add(new(closing.ClosingId, voucher, LikenessKind.WholeDay));
                }
            }
        }

        return found.DrainToImmutable();
    }

    private static LikenessKind? KindOf(
        DaysClosing closing, OutsideVoucher voucher, IReadOnlyDictionary<long, Money> there, IReadOnlyList<DaysClosing> day)
    {
        var ours = Balances(closing.Rows);
        return ours.Count > 0 && Same(ours, there) ? LikenessKind.SameAccountsAndAmounts
            : Names(voucher.Text, closing.Key, day) ? LikenessKind.NamesTheClosing
            : ours.Count >= MinAmounts && SameAmounts(ours, there) ? LikenessKind.SameAmounts
            : null;
    }

    /// <summary>Two amounts that agree happen by chance: a hundred kronor from the till to the bank is every day's.</summary>
    private const int MinAmounts = 3;

    private const string Between = " .:#-\t\u00A0";

    private static readonly string[] _words = ["dagrapport", "rapport", "nummer", "nr", "no"];

    private static Dictionary<long, Money> Balances(IEnumerable<VoucherRow> rows) => rows
        .GroupBy(row => (long)row.Account.Number)
        .Select(account => (Account: account.Key, Balance: account.Sum(row => row.SignedAmount)))
        .Where(account => account.Balance != Money.Zero)
        .ToDictionary(account => account.Account, account => account.Balance);

    private static bool Same(Dictionary<long, Money> one, IReadOnlyDictionary<long, Money> other) =>
        one.Count == other.Count && one.All(account => other.TryGetValue(account.Key, out var balance) && balance == account.Value);

    /// <summary>The same amounts on the same sides, on whatever accounts: a bookkeeper may book cards elsewhere than we do.</summary>
    private static bool SameAmounts(Dictionary<long, Money> one, IReadOnlyDictionary<long, Money> other) =>
        one.Count == other.Count
        && one.Values.Select(amount => amount.Ore).Order().SequenceEqual(other.Values.Select(amount => amount.Ore).Order());

    /// <summary>Whether a text speaks of the closing: of its Z number, and of no other register of that day instead of its own.</summary>
    private static bool Names(string text, ClosingKey key, IReadOnlyList<DaysClosing> day) => SpeaksOfZ(text, key.ZNumber)
        && (Mentions(text, key.Register)
            || !day.Any(other => other.Key.Register != key.Register && Mentions(text, other.Key.Register)));

    private static bool SpeaksOfZ(string text, int zNumber)
    {
        for (var end = 0; end < text.Length;)
        {
            var start = end;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end > start && FollowsZ(text.AsSpan(0, start))
                && int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number == zNumber)
            {
                return true;
            }

            end = end > start ? end : end + 1;
        }

        return false;
    }

    /// <summary>Whether what stands before a number ends with a Z of its own: <c>Z 64</c>, <c>Z-rapport nr 64</c>, <c>z64</c>.</summary>
    private static bool FollowsZ(ReadOnlySpan<char> before)
    {
        for (var shorter = before.TrimEnd(Between); ; shorter = before.TrimEnd(Between))
        {
            foreach (var word in _words)
            {
                shorter = shorter.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? shorter[..^word.Length].TrimEnd(Between) : shorter;
            }

            if (shorter.Length == before.Length)
            {
                return before is [.., 'Z' or 'z'] && (before.Length == 1 || !char.IsLetterOrDigit(before[^2]));
            }

            before = shorter;
        }
    }

    private static bool Mentions(string text, string register) => text.Contains(register, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What gives a voucher of others away.</summary>
public enum LikenessKind
{
    /// <summary>Each account has the balance that our voucher would give it.</summary>
    SameAccountsAndAmounts = 1,

    /// <summary>Its text speaks of the Z number.</summary>
    NamesTheClosing = 2,

    /// <summary>The same amounts on the same sides, on other accounts.</summary>
    SameAmounts = 3,

    /// <summary>It books what all closings of the day give together.</summary>
    WholeDay = 4,
}
