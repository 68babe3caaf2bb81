using System.Globalization;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;

namespace OpenOne.Testing;

/// <summary>A voucher's row as a journal has it, without its text: <c>1686 D 900.00</c>, where K is kredit.</summary>
public readonly record struct JournalRow(int Account, Side Side, Money Amount)
{
    /// <summary>The row of a voucher.</summary>
    public static JournalRow Of(VoucherRow row) => new(row.Account.Number, row.Side, row.Amount);

    /// <summary>Reads one line of a journal, however its columns are spaced.</summary>
    /// <exception cref="FormatException">The line is not account, D or K, and an amount.</exception>
    public static JournalRow Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var account, "D" or "K", var amount]
            && int.TryParse(account, CultureInfo.InvariantCulture, out var number)
            && decimal.TryParse(amount, CultureInfo.InvariantCulture, out var kronor)
            && Money.TryFromKronor(kronor, out var money)
                ? new(number, words[1] is "D" ? Side.Debit : Side.Credit, money)
                : throw new FormatException($"'{line}' is not a row of a journal.");
    }

    /// <summary>As in a journal, its columns aligned.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Account} {(Side is Side.Debit ? 'D' : 'K')} {Amount,10}");
}
