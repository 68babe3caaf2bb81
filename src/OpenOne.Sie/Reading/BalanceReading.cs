namespace OpenOne.Sie.Reading;

/// <summary>Balances, gathered.</summary>
internal sealed class BalanceReading
{
    private readonly List<SieBalance> _balances = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<SieBalance> Balances => _balances;

    /// <summary>Takes a record in.</summary>
    /// <returns><see langword="false"/> when it does not belong here.</returns>
    public bool Take(Record record)
    {
        if (KindOf(record.Label) is not { } kind)
        {
            return false;
        }

        if (_balances.Count == SieLimits.MaxBalances)
        {
            record.Tell(SieProblem.TooMany, record.LabelText);
        }
        else if (Balance(record, kind) is { } balance)
        {
            _balances.Add(balance);
        }

        return true;
    }

    private static SieBalance? Balance(Record record, SieBalanceKind kind)
    {
        var ofMonth = kind is SieBalanceKind.Period or SieBalanceKind.Budget;
        var ofObject = ofMonth || kind is SieBalanceKind.ObjectOpening or SieBalanceKind.ObjectClosing;
        var account = ofMonth ? 2 : 1;
        var list = account + 1;
        var amount = list;
        if (ofObject)
        {
            // Files of type 2 leave the list out, because objects came with type 3.
            if (record.Fields.IsList(list))
            {
                amount++;
            }
            else if (!ofMonth)
            {
                record.Tell(SieProblem.ListMissing, record.LabelText);
            }
        }

        var month = 0;
        if (!record.Requires(amount + 1) || !record.TryWhole(0, out var year)
            || (ofMonth && !record.TryWhole(1, out month)) || !record.TryAmount(amount, out var ore))
        {
            return null;
        }

        return new(kind, year, record.Account(account), ore)
        {
            Period = ofMonth ? month : null,
            Objects = record.Objects(list),
            Quantity = record.OptionalQuantity(amount + 1),
        };
    }

    private static SieBalanceKind? KindOf(Label label) => label switch
    {
        Label.Ib => SieBalanceKind.Opening,
        Label.Ub => SieBalanceKind.Closing,
        Label.Res => SieBalanceKind.Result,
        Label.Oib => SieBalanceKind.ObjectOpening,
        Label.Oub => SieBalanceKind.ObjectClosing,
        Label.Psaldo => SieBalanceKind.Period,
        Label.Pbudget => SieBalanceKind.Budget,
        _ => null,
    };
}
