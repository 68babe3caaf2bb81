namespace OpenOne.Sie.Writing;

/// <summary>Balances.</summary>
internal static class BalanceRecords
{
    public static void Write(RecordOutput records, SieBalance balance)
    {
        ChartRecords.CheckNumber(balance.Account);
        records.Label(Label(balance.Kind)).Whole(balance.Year);
        if (balance.Kind is SieBalanceKind.Period or SieBalanceKind.Budget)
        {
            records.Whole(balance.Period ?? throw new ArgumentException("A balance of a month states its month."));
        }

        records.Code(balance.Account);
        if (balance.Kind is not (SieBalanceKind.Opening or SieBalanceKind.Closing or SieBalanceKind.Result))
        {
            records.Objects(balance.Objects.AsSpan());
        }

        records.Amount(balance.AmountOre);
        if (balance.Quantity is { } quantity)
        {
            records.Quantity(quantity);
        }

        records.End();
    }

    private static ReadOnlySpan<byte> Label(SieBalanceKind kind) => kind switch
    {
        SieBalanceKind.Opening => "#IB"u8,
        SieBalanceKind.Closing => "#UB"u8,
        SieBalanceKind.Result => "#RES"u8,
        SieBalanceKind.ObjectOpening => "#OIB"u8,
        SieBalanceKind.ObjectClosing => "#OUB"u8,
        SieBalanceKind.Period => "#PSALDO"u8,
        SieBalanceKind.Budget => "#PBUDGET"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown balance."),
    };
}
