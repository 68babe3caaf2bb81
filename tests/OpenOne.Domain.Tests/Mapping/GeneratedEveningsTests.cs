using System.Collections.Immutable;
using FsCheck.Xunit;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>What holds for every evening at every till. Two thousand evenings per property.</summary>
[Properties(Arbitrary = [typeof(Evenings)], MaxTest = 2000)]
public sealed class GeneratedEveningsTests
{
    /// <summary>An account of its own for everything, so that each can be told apart in the voucher.</summary>
    private static MappingBuilder Apart => A.Mapping
        .Sales("gift-card", 0, 2421).Payment("gift-card", 2422).Payment("lunch-card", 1687)
        .CashWithdrawals(1912).CashDeposits(1913).Vat(0, 2641);

    [Property]
    public void A_composed_voucher_balances(Evening evening)
    {
        var rows = Rows(evening);

        rows.Sum(row => row.Debit).ShouldBe(rows.Sum(row => row.Credit));
        rows.ShouldAllBe(row => row.Amount > Money.Zero);
    }

    [Property]
    public void What_came_in_with_each_means_is_what_the_Z_report_says(Evening evening)
    {
        var (closing, rows) = (evening.Closing(), Rows(evening));
        foreach (var payment in closing.Payments.Where(payment => payment.Means != PaymentMeans.Cash))
        {
            var account = Apart.Build().Find(new MappingKey.Payment(payment.Means))!.Value;
            Balance(rows, account.Number).ShouldBe(payment.Amount + payment.Tip, payment.Means.Code);
        }
    }

    [Property]
    public void The_cash_account_moves_as_the_drawer_did(Evening evening)
    {
        var report = evening.Close();
        var taken = report.Payments.Where(payment => payment.Means == PaymentMeans.Cash)
            .Sum(payment => payment.Amount + payment.Tip);
        var moved = report.Cash switch
        {
            { Counted: { } counted } drawer => counted - drawer.OpeningFloat,
            { } drawer => taken + drawer.Deposits - drawer.Withdrawals,
            null => taken,
        };

        Balance(Rows(evening), 1910).ShouldBe(moved);
    }

    [Property]
    public void Net_sales_and_vat_of_each_rate_are_what_the_Z_report_says(Evening evening)
    {
        var (report, rows) = (evening.Close(), Rows(evening));
        (int, int, int)[] accounts = [(25, 3001, 2611), (12, 3002, 2621), (6, 3003, 2631), (0, 3004, 2641)];
        foreach (var (rate, sales, vat) in accounts)
        {
            var printed = report.Vat.Where(line => line.Rate.Percent == rate).ToList();
            var net = rate == 0 ? Balance(rows, sales) + Balance(rows, 2421) : Balance(rows, sales);
            Balance(rows, vat).ShouldBe(-printed.Sum(line => line.Vat));
            net.ShouldBe(-printed.Sum(line => line.Gross - line.Vat));
        }
    }

    [Property]
    public void Tips_rounding_and_the_cash_difference_are_what_the_Z_report_says(Evening evening)
    {
        var (report, rows) = (evening.Close(), Rows(evening));

        Balance(rows, 2820).ShouldBe(-report.Payments.Sum(payment => payment.Tip));
        Balance(rows, 3740).ShouldBe(-report.Rounding);
        Balance(rows, 6992).ShouldBe(-(evening.Drawer?.Miscount ?? Money.Zero));
    }

    [Property]
    public void The_order_of_the_lines_changes_nothing(Evening evening, int seed)
    {
        var random = new Random(seed);
        var report = evening.Close();
        var shuffled = report with
        {
            Sales = Shuffled(report.Sales, random),
            Vat = Shuffled(report.Vat, random),
            Payments = Shuffled(report.Payments, random),
            Invoices = report.Invoices is { } invoices ? Shuffled([.. invoices.Select(Lines)], random) : null,
        };

        InvoiceReceipt Lines(InvoiceReceipt invoice) => invoice with { Lines = Shuffled(invoice.Lines, random) };

        foreach (var terms in new[] { A.Terms, A.TermsWithInvoicesInSpiris })
        {
            Compose(Reconciled(shuffled), Apart, terms).ShouldBe(Compose(Reconciled(report), Apart, terms));
        }
    }

    [Property]
    public void Composing_again_gives_the_same_voucher(Evening evening) =>
        Compose(evening.Closing(), Apart).ShouldBe(Compose(evening.Closing(), Apart));

    [Property]
    public void Reversing_twice_gives_the_voucher_back(Evening evening)
    {
        if (Compose(evening.Closing(), Apart) is not Composition.Composed(var voucher))
        {
            return;
        }

        var reversal = voucher.Reverse(voucher.Key.Correction(1), voucher.Date, "Rättelse");
        reversal.Total.ShouldBe(voucher.Total);
        reversal.ShouldNotBe(voucher);
        foreach (var account in voucher.Rows.Select(row => row.Account.Number))
        {
            (Balance(voucher.Rows, account) + Balance(reversal.Rows, account)).ShouldBe(Money.Zero);
        }

        reversal.Reverse(voucher.Key, voucher.Date, voucher.Text).ShouldBe(voucher);
    }

    [Property]
    public void The_voucher_without_invoices_and_the_invoices_own_postings_are_the_whole_voucher(Evening evening)
    {
        var whole = Rows(evening);
        var rest = Rows(evening, A.TermsWithInvoicesInSpiris);
        var invoices = (evening.Close().Invoices ?? []).SelectMany(Postings).ToList();

        var accounts = whole.Select(row => row.Account.Number).Concat(rest.Select(row => row.Account.Number))
            .Concat(invoices.Select(posting => posting.Account)).Distinct();
        foreach (var account in accounts)
        {
            var invoiced = invoices.Where(posting => posting.Account == account).Sum(posting => posting.Balance);
            (Balance(rest, account) + invoiced).ShouldBe(Balance(whole, account), $"account {account}");
        }
    }

    [Property]
    public void There_is_nothing_to_book_only_when_nothing_came_of_the_evening(Evening evening)
    {
        if (Compose(evening.Closing(), Apart) is Composition.NothingToBook)
        {
            var report = evening.Close();
            report.Payments.ShouldAllBe(payment => payment.Amount + payment.Tip == Money.Zero);
            report.Vat.ShouldAllBe(line => line.Gross == Money.Zero);
            (report.Cash?.Withdrawals ?? Money.Zero).ShouldBe(Money.Zero);
        }
    }

    /// <summary>What an accounting system books for an invoice, written out by hand.</summary>
    private static IEnumerable<(int Account, Money Balance)> Postings(InvoiceReceipt invoice)
    {
        yield return (1510, invoice.Total + invoice.Tip);
        yield return (2820, -invoice.Tip);
        foreach (var line in invoice.Lines)
        {
            var (sales, vat) = line.Rate.Percent switch
            {
                25 => (3001, 2611),
                12 => (3002, 2621),
                6 => (3003, 2631),
                _ => (line.Group == ProductGroup.GiftCard ? 2421 : 3004, 2641),
            };
            yield return (sales, -(line.Gross - line.Vat));
            yield return (vat, -line.Vat);
        }
    }

    private static ImmutableArray<VoucherRow> Rows(Evening evening, VoucherTerms? terms = null) =>
        Compose(evening.Closing(), Apart, terms) switch
        {
            Composition.Composed(var voucher) => voucher.Rows,
            Composition.NothingToBook => [],
            var other => throw new InvalidOperationException($"Everything is mapped, but: {other}"),
        };

    private static Closing Reconciled(ZReport report) =>
        Closing.Reconcile(report, A.Company).ShouldBeOfType<Reconciliation.Reconciled>().Closing;

    private static Money Balance(ImmutableArray<VoucherRow> rows, int account) =>
        rows.Where(row => row.Account.Number == account).Sum(row => row.SignedAmount);

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
