using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>One amount of a closing that is to be booked.</summary>
/// <param name="Key">Which row of the mapping gives its account.</param>
/// <param name="Account">That account; <see langword="null"/> when the mapping has none.</param>
/// <param name="Balance">Debit positive, credit negative.</param>
/// <param name="Text">What the amount is, in the books' language.</param>
/// <param name="Meaning">Lines of one account are one row only when they mean the same.</param>
internal readonly record struct ClosingLine(
    MappingKey Key, AccountNumber? Account, Money Balance, string Text, MappingKey Meaning);

/// <summary>A closing as the amounts that a voucher books, in the order that a bookkeeper reads them.</summary>
/// <remarks>
/// Their sum is zero for every reconciled closing: payments + tips = sales + VAT + rounding + tips, and each movement
/// of cash stands with its counter-entry. Amounts of zero are left out, so that what did not happen needs no account.
/// </remarks>
internal sealed class ClosingLines
{
    private static readonly MappingKey Cash = new MappingKey.Payment(PaymentMeans.Cash);
    private static readonly MappingKey Tips = new MappingKey.Tips();
    private static readonly MappingKey Rounding = new MappingKey.Rounding();
    private static readonly MappingKey Difference = new MappingKey.CashDifference();
    private static readonly MappingKey Withdrawals = new MappingKey.CashWithdrawals();
    private static readonly MappingKey Deposits = new MappingKey.CashDeposits();

    private readonly AccountMapping _mapping;
    private readonly List<ClosingLine> _lines;

    private ClosingLines(AccountMapping mapping, int capacity) => (_mapping, _lines) = (mapping, new(capacity));

    /// <summary>The amounts of <paramref name="closing"/>.</summary>
    /// <param name="closing">What is to be booked.</param>
    /// <param name="withoutInvoices">Leaves out what the invoice receipts sold and what was to be paid for it.</param>
    /// <param name="mapping">Gives the accounts, and tells whether withdrawals and deposits are booked at all.</param>
    public static List<ClosingLine> Of(Closing closing, bool withoutInvoices, AccountMapping mapping)
    {
        var sold = Sold(closing, withoutInvoices);
        var lines = new ClosingLines(mapping, capacity: closing.Payments.Length + sold.Length + closing.Vat.Length + 4);

        lines.AddPayments(closing, withoutInvoices);
        lines.Add(Rounding, -closing.Rounding, "Öresavrundning");
        lines.AddSales(sold);
        lines.AddOutputVat(sold);
        lines.AddTips(closing, withoutInvoices);
        lines.AddCash(closing);
        return lines._lines;
    }

    private void AddPayments(Closing closing, bool withoutInvoices)
    {
        foreach (var payment in closing.Payments)
        {
            if (!withoutInvoices || payment.Means != PaymentMeans.Invoice)
            {
                var text = payment.Name ?? payment.Means.Code;
                Add(new MappingKey.Payment(payment.Means), payment.Amount + payment.Tip, text);
            }
        }
    }

    /// <summary>One amount per product group and rate, even where the register has several rows.</summary>
    private void AddSales(ImmutableArray<Sale> sold)
    {
        MappingKey.SalesAtRate? meaning = null;
        for (var next = 0; next < sold.Length;)
        {
            var (first, net, names) = (sold[next], Money.Zero, default(string));
            for (; next < sold.Length && sold[next].Group == first.Group && sold[next].Rate == first.Rate; next++)
            {
                net += sold[next].Net;
                names = next > 0 && sold[next].Name == sold[next - 1].Name ? names : Joined(names, sold[next].Name);
            }

            meaning = meaning?.Rate == first.Rate ? meaning : new(first.Rate);
            Add(new MappingKey.Sales(first.Group, first.Rate), -net, names ?? first.Group.Code, meaning);
        }
    }

    private void AddOutputVat(ImmutableArray<Sale> sold)
    {
        foreach (var rate in VatRate.All)
        {
            var vat = Money.Zero;
            foreach (var sale in sold)
            {
                vat += sale.Rate == rate ? sale.Vat : Money.Zero;
            }

            if (vat != Money.Zero)
            {
                Add(new MappingKey.OutputVat(rate), -vat, $"Utgående moms {rate}");
            }
        }
    }

    private void AddTips(Closing closing, bool withoutInvoices)
    {
        var tips = Money.Zero;
        foreach (var payment in closing.Payments)
        {
            tips += withoutInvoices && payment.Means == PaymentMeans.Invoice ? Money.Zero : payment.Tip;
        }

        Add(Tips, -tips, "Dricks");
    }

    private void AddCash(Closing closing)
    {
        const string Withdrawn = "Uttag ur kassan";
        const string Deposited = "Insättning i kassan";
        const string Differing = "Kassadifferens";

        if (closing.Report.Cash is { } drawer && _mapping.Find(Withdrawals) is not null)
        {
            Add(Withdrawals, drawer.Withdrawals, Withdrawn);
            Add(Cash, -drawer.Withdrawals, Withdrawn, meaning: Withdrawals);
        }

        if (closing.Report.Cash is { } filled && _mapping.Find(Deposits) is not null)
        {
            Add(Cash, filled.Deposits, Deposited, meaning: Deposits);
            Add(Deposits, -filled.Deposits, Deposited);
        }

        var difference = closing.CashDifference;
        Add(Difference, -difference, Differing);
        Add(Cash, difference, Differing, meaning: Difference);
    }

    /// <summary>Adds an amount to the line of its account and meaning, or a line where there is none.</summary>
    private void Add(MappingKey key, Money balance, string text, MappingKey? meaning = null)
    {
        if (balance == Money.Zero)
        {
            return;
        }

        var line = new ClosingLine(key, _mapping.Find(key), balance, text, meaning ?? key);

        // Lines of one meaning stand together, so there is no need to look further back than that.
        for (var i = _lines.Count - 1; i >= 0 && _lines[i].Meaning == line.Meaning; i--)
        {
            if (_lines[i] is { Account: { } account } same && account == line.Account)
            {
                _lines[i] = same with { Balance = same.Balance + balance, Text = Joined(same.Text, text)! };
                return;
            }
        }

        _lines.Add(line);
    }

    /// <summary>The closing's sales, what was invoiced of them taken back; by rate, then by product group.</summary>
    private static ImmutableArray<Sale> Sold(Closing closing, bool withoutInvoices)
    {
        if (!withoutInvoices || closing.Report.Invoices is not { IsEmpty: false } invoices)
        {
            return closing.Sales;
        }

        var invoiced = invoices.SelectMany(invoice => invoice.Lines)
            .Select(line => new Sale(line.Group, null, line.Rate, -line.Gross, -line.Vat));
        return closing.Sales.AddRange(invoiced).Sort(InOrder);
    }

    private static int InOrder(Sale one, Sale other)
    {
        var order = other.Rate.CompareTo(one.Rate);
        order = order != 0 ? order : string.CompareOrdinal(one.Group.Code, other.Group.Code);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }

    /// <summary>Names one after the other while a row's text has room for them, then "m.fl." (and others): never half a name.</summary>
    private static string? Joined(string? names, string? added)
    {
        const string AndOthers = " m.fl.";
        if (names is null || added is null)
        {
            return names ?? added;
        }

        const int Room = VoucherRow.MaxTextLength - 6;
        if (names == added || names.Length > Room || names.EndsWith(AndOthers, StringComparison.Ordinal))
        {
            return names;
        }

        return names.Length + added.Length + 2 <= Room ? $"{names}, {added}" : names + AndOthers;
    }
}
