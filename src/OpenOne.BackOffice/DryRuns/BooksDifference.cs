using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.DryRuns;

/// <summary>What stands in the books on the accounts and days of a dry run, beside what the dry run would put there.</summary>
/// <param name="Rows">By day and account; those alike are among them.</param>
public sealed record BooksDifference(ImmutableArray<BooksDifference.Row> Rows)
{
    /// <summary>One account on one day; debit positive.</summary>
    public sealed record Row(DateOnly Date, AccountNumber Account, Money Ours, Money Theirs)
    {
        /// <summary>What would come on top, if all that is ours were booked beside what is there; zero when both say the same.</summary>
        public Money Difference => Ours - Theirs;
    }

    /// <summary>Holds a dry run against the vouchers of its period. Accounts that the dry run does not use, such as those of
    /// purchases, are left out.</summary>
    public static BooksDifference Of(
        ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> ours, IEnumerable<SpirisVoucher> vouchers)
    {
        var theirs = vouchers
            .SelectMany(voucher => voucher.Rows ?? [], (voucher, row) => (voucher.VoucherDate, Line: Read(row)))
            .Where(line => line.Line is not null)
            .GroupBy(line => (Date: line.VoucherDate, line.Line!.Value.Account))
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Line!.Value.Balance));
        return Of(ours, theirs);
    }

    /// <summary>Holds a dry run against what was booked on each day and account. Accounts that the dry run does not use are left
    /// out.</summary>
    public static BooksDifference Of(
        ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> ours,
        IReadOnlyDictionary<(DateOnly Date, AccountNumber Account), Money> theirs)
    {
        var accounts = ours.Keys.Select(line => line.Account).ToHashSet();
        return new BooksDifference(
        [
            .. ours.Keys.Union(theirs.Keys.Where(line => accounts.Contains(line.Account)))
                .OrderBy(line => line.Date).ThenBy(line => line.Account)
                .Select(line => new Row(
                    line.Date, line.Account, ours.GetValueOrDefault(line, Money.Zero), theirs.GetValueOrDefault(line, Money.Zero))),
        ]);
    }

    /// <summary>Reads the books of the period, and compares.</summary>
    public static async Task<BooksComparing> ReadAsync(
        SpirisCompany company,
        ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> ours,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellation) =>
        await company.ReadVouchersAsync(first, last, QuotaUse.Search, cancellation) switch
        {
            SpirisAnswer<SpirisList<SpirisVoucher>>.Read(var list) => new BooksComparing.Compared(
                Of(ours, list.Items.Where(voucher => voucher.VoucherDate >= first && voucher.VoucherDate <= last))),
            SpirisAnswer<SpirisList<SpirisVoucher>>.AccessLost(var problem) => new BooksComparing.Failed(problem),
            SpirisAnswer<SpirisList<SpirisVoucher>>.Refused(_, var message) => new BooksComparing.Failed(message),
            SpirisAnswer<SpirisList<SpirisVoucher>>.Unavailable(var problem, _) => new BooksComparing.Failed(problem),
            _ => throw new System.Diagnostics.UnreachableException("The cases of SpirisAnswer are closed."),
        };

    private static (AccountNumber Account, Money Balance)? Read(SpirisVoucherRow? row) =>
        row is { AccountNumber: >= 0 and <= int.MaxValue }
        && AccountNumber.TryFrom((int)row.AccountNumber, out var account)
        && Money.TryFromKronor((row.DebitAmount ?? 0) - (row.CreditAmount ?? 0), out var balance)
            ? (account, balance)
            : null;
}

/// <summary>What came of comparing with the books.</summary>
public abstract record BooksComparing
{
    private BooksComparing()
    {
    }

    /// <summary>Spiris could not be read.</summary>
    public sealed record Failed(string Problem) : BooksComparing;

    /// <summary>Compared.</summary>
    public sealed record Compared(BooksDifference Difference) : BooksComparing;
}
