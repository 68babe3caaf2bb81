using System.Collections.Immutable;

namespace OpenOne.Domain.Accounting;

/// <summary>A voucher that goes into a file: of one closing, or of several of the same day together (gemensam
/// verifikation).</summary>
/// <remarks>It carries no key of ours: whoever imports the file makes the voucher, and a person answers for that it is imported
/// once. Immutable; it balances because what it is made of does.</remarks>
public sealed class DayVoucher
{
    private const int MaxTextLength = 200;
    private const string AndOthers = " m.fl.";

    private DayVoucher(DateOnly date, string text, ImmutableArray<VoucherRow> rows) => (Date, Text, Rows) = (date, text, rows);

    /// <summary>The date it is to be booked on.</summary>
    public DateOnly Date { get; }

    /// <summary>What it is about.</summary>
    public string Text { get; }

    /// <summary>Its rows, whose debits equal their credits.</summary>
    public ImmutableArray<VoucherRow> Rows { get; }

    /// <summary>The sum of the debits, which is also the sum of the credits.</summary>
    public Money Total => Rows.Sum(row => row.Debit);

    /// <summary>The voucher of one closing, with the texts it would be transferred with.</summary>
    public static DayVoucher Of(Voucher voucher) => new(voucher.Date, voucher.Title, voucher.Rows);

    /// <summary>Several vouchers of one day as one: what stands on the same account and cost centres
    /// with the same text is added up.</summary>
    /// <param name="vouchers">At least one, all of the same date.</param>
    /// <param name="subject">What they have in common, such as the name of a store; empty for nothing.</param>
    /// <param name="parts">What each is of, such as <c>Z 1284 EXEMPEL1</c>.</param>
    /// <returns><see langword="null"/> when they cancel each other out, so that together they would book nothing.</returns>
    /// <exception cref="ArgumentException">The vouchers have different dates.</exception>
    public static DayVoucher? Together(IReadOnlyList<Voucher> vouchers, string subject, IReadOnlyList<string> parts)
    {
        var date = vouchers[0].Date;
        if (vouchers.Any(voucher => voucher.Date != date))
        {
            throw new ArgumentException("Only vouchers of one day make one voucher.", nameof(vouchers));
        }

        ImmutableArray<VoucherRow> rows =
        [
            .. vouchers.SelectMany(voucher => voucher.Rows)
                .GroupBy(row => (row.Account, row.CostCentres, row.Text))
                .Select(same => VoucherRow.From(
                    same.Key.Account, same.Sum(row => row.SignedAmount), same.Key.Text, same.Key.CostCentres))
                .OfType<VoucherRow>(),
        ];
        return rows.IsEmpty ? null : new(date, TextOf(date, subject, parts), rows);
    }

    private static string TextOf(DateOnly date, string subject, IReadOnlyList<string> parts)
    {
        var text = $"Dagskassa {date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}"
            + (subject.Length > 0 ? $" {subject}" : "");
        for (var i = 0; i < parts.Count; i++)
        {
            var added = (i == 0 ? " " : ", ") + parts[i];
            if (text.Length + added.Length > MaxTextLength - AndOthers.Length)
            {
                return text + AndOthers;
            }

            text += added;
        }

        return text;
    }
}
