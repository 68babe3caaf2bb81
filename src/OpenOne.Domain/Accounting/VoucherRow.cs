namespace OpenOne.Domain.Accounting;

/// <summary>Which side of an account an amount stands on.</summary>
public enum Side
{
    /// <summary>Debet.</summary>
    Debit = 1,

    /// <summary>Kredit.</summary>
    Credit = 2,
}

/// <summary>One row of a voucher (verifikationsrad): an account, a side and a positive amount.</summary>
public sealed record VoucherRow
{
    /// <summary>The longest text a row can carry into Spiris, in characters.</summary>
    /// <remarks>Source: Spiris OpenAPI 2026-09, <c>VoucherRowApi.TransactionText</c>.</remarks>
    public const int MaxTextLength = 60;

    private VoucherRow(AccountNumber account, Side side, Money amount, string text, CostCentres centres) =>
        (Account, Side, Amount, Text, CostCentres) = (account, side, amount, text, centres);

    /// <summary>The account that is debited or credited.</summary>
    public AccountNumber Account { get; }

    /// <summary>Debit or credit.</summary>
    public Side Side { get; }

    /// <summary>The amount; always positive.</summary>
    public Money Amount { get; }

    /// <summary>What the row is about; at most <see cref="MaxTextLength"/> characters.</summary>
    public string Text { get; }

    /// <summary>Where in the company it belongs; on accounts that allow it.</summary>
    public CostCentres CostCentres { get; }

    /// <summary>Debit positive, credit negative, as in SIE.</summary>
    public Money SignedAmount => Side is Side.Debit ? Amount : -Amount;

    /// <summary>The amount when the row is a debit, otherwise zero.</summary>
    public Money Debit => Side is Side.Debit ? Amount : Money.Zero;

    /// <summary>The amount when the row is a credit, otherwise zero.</summary>
    public Money Credit => Side is Side.Credit ? Amount : Money.Zero;

    /// <summary>Books <paramref name="balance"/> on the side its sign says, or no row at all when it is zero.</summary>
    /// <param name="account">The account.</param>
    /// <param name="balance">Debit positive, credit negative.</param>
    /// <param name="text">Cut to <see cref="MaxTextLength"/> characters.</param>
    /// <param name="centres">Cost centres; <see langword="null"/> for none.</param>
    public static VoucherRow? From(AccountNumber account, Money balance, string text, CostCentres? centres = null) =>
        balance.Ore switch
        {
            0 => null,
            > 0 => new(account, Side.Debit, balance, Cut(text), centres ?? CostCentres.None),
            < 0 => new(account, Side.Credit, -balance, Cut(text), centres ?? CostCentres.None),
        };

    /// <summary>The same amount on the other side.</summary>
    internal VoucherRow Mirror() =>
        new(Account, Side is Side.Debit ? Side.Credit : Side.Debit, Amount, Text, CostCentres);

    private static string Cut(string text)
    {
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        // Never between the two halves of one character.
        var end = char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength;
        return text[..end];
    }
}
