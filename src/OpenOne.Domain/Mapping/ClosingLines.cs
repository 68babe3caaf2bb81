using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>A closing as the amounts that a voucher books, in the order that a bookkeeper reads them.</summary>
/// <remarks>
/// Their sum is zero for every reconciled closing: payments + tips = sales + VAT + rounding + tips, and each movement
/// of cash stands with its counter-entry. Amounts of zero are left out, so that what did not happen needs no account.
/// </remarks>
internal sealed class ClosingLines
{
    private static readonly MappingKey Cash = new MappingKey.Payment(PaymentMeans.Cash);
    private static readonly MappingKey Tips = new MappingKey.Tips();
    private static readonly MappingKey TipsPaidOut = new MappingKey.TipsPaidOut();
    private static readonly MappingKey Rounding = new MappingKey.Rounding();
    private static readonly MappingKey Difference = new MappingKey.CashDifference();
    private static readonly MappingKey Withdrawals = new MappingKey.CashWithdrawals();
    private static readonly MappingKey Deposits = new MappingKey.CashDeposits();
    private static readonly MappingKey Suspense = new MappingKey.Suspense();

    private readonly Closing _closing;
    private readonly AccountMapping _mapping;
    private readonly VoucherTerms _terms;
    private readonly bool _explained;
    private readonly List<ClosingLine> _lines;

    private ClosingLines(Closing closing, AccountMapping mapping, VoucherTerms terms, bool explained, int capacity)
    {
        (_closing, _mapping, _terms, _explained) = (closing, mapping, terms, explained);
        _lines = new(capacity);
    }

    /// <summary>The amounts of <paramref name="closing"/>.</summary>
    /// <param name="closing">What is to be booked.</param>
    /// <param name="mapping">Gives the accounts, and tells whether withdrawals and deposits are booked at all.</param>
    /// <param name="terms">Tells whether to leave out what the invoice receipts sold and what was to be paid for it, and what to
    /// do with what has no account.</param>
    /// <param name="explained">Whether each is to say where it stands on the Z-report.</param>
    public static List<ClosingLine> Of(Closing closing, AccountMapping mapping, VoucherTerms terms, bool explained = false)
    {
        var sold = Sold(closing, terms.InvoicesInSpiris);
        var capacity = closing.Payments.Length + sold.Length + closing.Vat.Length + 4;
        var lines = new ClosingLines(closing, mapping, terms, explained, capacity);

        lines.AddPayments();
        lines.Add(Rounding, -closing.Rounding, "Öresavrundning", ZPart.Rounding);
        lines.AddSales(sold);
        lines.AddOutputVat(sold);
        var tips = lines.AddTips();
        lines.AddCash(tips);
        return lines._lines;
    }

    private void AddPayments()
    {
        foreach (var payment in _closing.Payments)
        {
            if (!_terms.InvoicesInSpiris || payment.Means != PaymentMeans.Invoice)
            {
                var text = payment.Name ?? payment.Means.Code;
                var amount = payment.Amount + payment.Tip;
                Add(
                    new MappingKey.Payment(payment.Means), amount, text, ZPart.Payments, payment.Means.Code, payment.Name);
            }
        }
    }

    /// <summary>One amount per product group and rate, even where the register has several rows.</summary>
    private void AddSales(ImmutableArray<SoldLine> sold)
    {
        MappingKey.SalesAtRate? meaning = null;
        for (var next = 0; next < sold.Length;)
        {
            var (first, net, names, begin) = (sold[next].Sale, Money.Zero, default(string), next);
            for (; next < sold.Length && sold[next].Sale.Group == first.Group && sold[next].Sale.Rate == first.Rate; next++)
            {
                var sale = sold[next].Sale;
                net += sale.Net;
                names = next > 0 && sale.Name == sold[next - 1].Sale.Name ? names : LineTexts.Joined(names, sale.Name);
            }

            meaning = meaning?.Rate == first.Rate ? meaning : new(first.Rate);
            Add(
                new(new MappingKey.Sales(first.Group, first.Rate), null, -net, names ?? first.Group.Code, meaning, CostCentres.None)
                {
                    Sources = _explained ? [.. sold[begin..next].Select(line => line.Source(-line.Sale.Net))] : default,
                });
        }
    }

    private void AddOutputVat(ImmutableArray<SoldLine> sold)
    {
        foreach (var rate in VatRate.All)
        {
            var vat = Money.Zero;
            foreach (var line in sold)
            {
                vat += line.Sale.Rate == rate ? line.Sale.Vat : Money.Zero;
            }

            if (vat != Money.Zero)
            {
                var key = new MappingKey.OutputVat(rate);
                Add(new(key, null, -vat, $"Utgående moms {rate}", key, CostCentres.None)
                {
                    Sources = _explained ? [.. SourcesOfVat(sold, rate)] : default,
                });
            }
        }
    }

    private static IEnumerable<ZLine> SourcesOfVat(ImmutableArray<SoldLine> sold, VatRate rate)
    {
        var atRate = sold.Where(line => line.Sale.Rate == rate && line.Sale.Vat != Money.Zero).ToList();
        var printed = atRate.Where(line => line.Receipt is null).Sum(line => line.Sale.Vat);
        return
        [
            new ZLine(ZPart.Vat, "", null, rate, -printed),
            .. atRate.Where(line => line.Receipt is not null).Select(line => line.Source(-line.Sale.Vat)),
        ];
    }

    /// <returns>The tips.</returns>
    private Money AddTips()
    {
        var tips = Money.Zero;
        foreach (var payment in _closing.Payments)
        {
            tips += _terms.InvoicesInSpiris && payment.Means == PaymentMeans.Invoice ? Money.Zero : payment.Tip;
        }

        if (_mapping.Find(TipsPaidOut) is null)
        {
            Add(Tips, -tips, "Dricks", ZPart.Tips);
        }
        else
        {
            Add(TipsPaidOut, -tips, "Dricks utbetald ur kassan", ZPart.Tips);
        }

        return tips;
    }

    private void AddCash(Money tips)
    {
        const string Withdrawn = "Uttag ur kassan";
        const string Deposited = "Insättning i kassan";
        const string Differing = "Kassadifferens";

        if (_closing.Report.Cash is { } drawer && _mapping.Find(Withdrawals) is not null)
        {
            Add(Withdrawals, drawer.Withdrawals, Withdrawn, ZPart.Drawer);
            Add(Cash, -drawer.Withdrawals, Withdrawn, ZPart.Drawer, meaning: Withdrawals);
        }

        if (_closing.Report.Cash is { } filled && _mapping.Find(Deposits) is not null)
        {
            Add(Cash, filled.Deposits, Deposited, ZPart.Drawer, meaning: Deposits);
            Add(Deposits, -filled.Deposits, Deposited, ZPart.Drawer);
        }

        // What the staff took home as tips is not missing.
        var paidOut = _closing.Report.Cash?.Counted is not null && _mapping.Find(TipsPaidOut) is not null ? tips : Money.Zero;
        var difference = _closing.CashDifference + paidOut;
        Add(Difference, -difference, Differing, ZPart.Drawer);
        Add(Cash, difference, Differing, ZPart.Drawer, meaning: Difference);
    }

    private void Add(
        MappingKey key, Money balance, string text, ZPart part, string code = "", string? name = null, MappingKey? meaning = null)
    {
        if (balance != Money.Zero)
        {
            Add(new(key, null, balance, text, meaning ?? key, CostCentres.None)
            {
                Sources = _explained ? [new ZLine(part, code, name, null, balance)] : default,
            });
        }
    }

    /// <summary>Adds an amount to the line of its account and meaning, or a line where there is none.</summary>
    private void Add(ClosingLine amount)
    {
        if (amount.Balance == Money.Zero)
        {
            return;
        }

        var line = Mapped(amount);

        // Lines of one meaning stand together, so there is no need to look further back than that.
        for (var i = _lines.Count - 1; i >= 0 && _lines[i].Meaning == line.Meaning; i--)
        {
            if (_lines[i] is { Account: { } account } same && account == line.Account && same.CostCentres == line.CostCentres)
            {
                _lines[i] = same with
                {
                    Balance = same.Balance + line.Balance,
                    Text = LineTexts.Joined(same.Text, line.Text)!,
                    Sources = _explained ? same.Sources.AddRange(line.Sources) : default,
                };
                return;
            }
        }

        _lines.Add(line);
    }

    private ClosingLine Mapped(ClosingLine line)
    {
        if (_mapping.RowFor(line.Key) is { } row)
        {
            return line with
            {
                Account = row.Account,
                CostCentres = CentresOf(line.Key, row.Key, row.Account),
                Sources = _explained ? [.. line.Sources.Select(source => source with { Row = row.Key })] : default,
            };
        }

        // Kept apart from everything else, so that it can be booked over by itself when somebody has given it an account.
        return _terms.WhenUnmapped is WhenUnmapped.BookToSuspense
            && line.Key is MappingKey.Sales or MappingKey.Payment
            && _mapping.Find(Suspense) is { } suspense
                ? line with
                {
                    Account = suspense,
                    Text = LineTexts.Unmapped(line.Text),
                    Meaning = line.Key,
                    Sources = _explained ? [.. line.Sources.Select(source => source with { Row = Suspense })] : default,
                }
                : line;
    }

    private CostCentres CentresOf(MappingKey key, MappingKey row, AccountNumber account) =>
        _terms.CostCentreAccounts.Contains(account)
            ? _mapping.CostCentres.For(key, row, _closing.Key.Register, _terms.Store)
            : CostCentres.None;

    /// <summary>The closing's sales, what was invoiced of them taken back; by rate, then by product group.</summary>
    private static ImmutableArray<SoldLine> Sold(Closing closing, bool withoutInvoices)
    {
        ImmutableArray<SoldLine> sold = [.. closing.Sales.Select(sale => new SoldLine(sale, null))];
        if (!withoutInvoices || closing.Report.Invoices is not { IsEmpty: false } invoices)
        {
            return sold;
        }

        var invoiced =
            from invoice in invoices
            from line in invoice.Lines
            select new SoldLine(new Sale(line.Group, null, line.Rate, -line.Gross, -line.Vat), invoice.ReceiptNumber);
        return sold.AddRange(invoiced).Sort(SoldLine.InOrder);
    }
}
