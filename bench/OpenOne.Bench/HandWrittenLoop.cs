using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Bench;

/// <summary>The floor: a Z-report's rows by loops over arrays, as one would write them for this one purpose.</summary>
/// <remarks>It trusts the report, knows no outcome but success, and makes neither key nor texts.
/// What it shares with the composer is its input and, to the öre, its rows.</remarks>
internal sealed class HandWrittenLoop(AccountMapping mapping)
{
    private readonly Dictionary<(string Group, int Rate), int> _sales = [];
    private readonly Dictionary<string, int> _payments = [];

    private readonly List<(int Account, int Meaning, long Balance)> _rows = new(32);

    private readonly int[] _vat = [.. Enumerable.Range(0, 26).Select(percent =>
        VatRate.TryFromPercent(percent, out var rate) ? Account(mapping, new MappingKey.OutputVat(rate)) : 0)];

    private readonly int _tips = Account(mapping, new MappingKey.Tips());
    private readonly int _rounding = Account(mapping, new MappingKey.Rounding());
    private readonly int _difference = Account(mapping, new MappingKey.CashDifference());

    /// <summary>Looks up the accounts of a report once, so that composing it is arithmetic alone.</summary>
    public HandWrittenLoop Learn(ZReport report)
    {
        foreach (var line in report.Sales)
        {
            var key = new MappingKey.Sales(line.Group, line.Rate);
            _sales[(line.Group.Code, line.Rate.Percent)] = Account(mapping, key);
        }

        foreach (var line in report.Payments)
        {
            _payments[line.Means.Code] = Account(mapping, new MappingKey.Payment(line.Means));
        }

        return this;
    }

    /// <summary>The rows, debit positive; valid until the next call.</summary>
    public List<(int Account, int Meaning, long Balance)> Compose(ZReport report)
    {
        _rows.Clear();
        var (tips, cash) = (0L, 0L);
        for (var i = 0; i < report.Payments.Length; i++)
        {
            var line = report.Payments[i];
            var paid = line.Amount.Ore + line.Tip.Ore;
            Add(_payments[line.Means.Code], i, paid);
            tips += line.Tip.Ore;
            cash += line.Means == PaymentMeans.Cash ? paid : 0;
        }

        Add(_rounding, 100, -report.Rounding.Ore);
        foreach (var table in report.Vat)
        {
            Add(_vat[table.Rate.Percent], 200 + table.Rate.Percent, -table.Vat.Ore);
            Sales(report, table);
        }

        Add(_tips, 300, -tips);
        if (report.Cash is { Counted: { } counted } drawer)
        {
            var over = counted.Ore - (drawer.OpeningFloat.Ore + cash + drawer.Deposits.Ore - drawer.Withdrawals.Ore);
            Add(_difference, 301, -over);
            Add(_payments["cash"], 301, over);
        }

        return _rows;
    }

    /// <summary>Net sales of one rate: each row's VAT rounded down, the rest to the largest remainders.</summary>
    private void Sales(ZReport report, VatLine table)
    {
        Span<long> vat = stackalloc long[report.Sales.Length];
        Span<long> remainders = stackalloc long[report.Sales.Length];
        var left = table.Vat.Ore;
        for (var i = 0; i < report.Sales.Length; i++)
        {
            remainders[i] = -1;
            if (report.Sales[i].Rate == table.Rate)
            {
                var product = table.Vat.Ore * report.Sales[i].Gross.Ore;
                (vat[i], remainders[i]) = Math.DivRem(product, table.Gross.Ore);
                left -= vat[i];
            }
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }

            (vat[largest], remainders[largest]) = (vat[largest] + 1, -1);
        }

        for (var i = 0; i < report.Sales.Length; i++)
        {
            var line = report.Sales[i];
            if (line.Rate == table.Rate)
            {
                Add(_sales[(line.Group.Code, line.Rate.Percent)], 400 + line.Rate.Percent, vat[i] - line.Gross.Ore);
            }
        }
    }

    private void Add(int account, int meaning, long balance)
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            if (_rows[i].Account == account && _rows[i].Meaning == meaning)
            {
                _rows[i] = (account, meaning, _rows[i].Balance + balance);
                return;
            }
        }

        if (balance != 0)
        {
            _rows.Add((account, meaning, balance));
        }
    }

    private static int Account(AccountMapping mapping, MappingKey key) => mapping.Find(key)?.Number ?? 0;
}
