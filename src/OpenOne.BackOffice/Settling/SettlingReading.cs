using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Settling;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Settling;

/// <summary>Gives what Spiris knows of the settling of a company's invoices and orders.</summary>
public delegate SpirisSettling SettlingOf(Guid companyId);

/// <summary>Asks Spiris what has become of the invoices and orders that we have made, and keeps what it says.</summary>
/// <remarks>Read from the day of the oldest that is not settled: two lists, however many receipts there are.</remarks>
internal sealed class SettlingReading(
    IDbContextFactory<BackOfficeDb> databases,
    SettlingOf settling,
    ClosingFeed feed,
    IOptions<SettlingOptions> options,
    TimeProvider clock)
{
    private static readonly SettledState[] _ends = [SettledState.Paid, SettledState.Credited];

    /// <summary>Reads for one company.</summary>
    /// <returns>What kept us from it; <see langword="null"/> when nothing did.</returns>
    public async Task<string?> ReadAsync(Guid companyId, CancellationToken cancellation)
    {
        var problem = await OldestOpenAsync(companyId, cancellation) is { } since
            ? await ReadAsync(companyId, since, cancellation)
            : null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var book = await db.SettlingBooks.SingleAsync(row => row.CompanyId == companyId, cancellation);
        var now = clock.GetUtcNow();
        if (problem is null)
        {
            book.HaveRead(now, now + options.Value.ReadEvery);
        }
        else
        {
            book.HaveFailed(problem, now + options.Value.RetryAfter);
        }

        await db.SaveChangesAsync(cancellation);
        feed.AnnounceProgress(companyId);
        return problem;
    }

    private async Task<string?> ReadAsync(Guid companyId, DateOnly since, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(options.Value.ReadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            // Orders first: one that is invoiced between the two is then seen with its invoice.
            var spiris = settling(companyId);
            var orders = await HasOrdersAsync(companyId, cancellation)
                ? await spiris.ReadOrdersAsync(since, either.Token)
                : new SpirisAnswer<SpirisList<OrderSight>>.Read(new([], default));
            var invoices = await spiris.ReadInvoicesAsync(since, either.Token);
            if ((ProblemIn(orders) ?? ProblemIn(invoices)) is { } problem)
            {
                return problem;
            }

            await TakeInAsync(companyId, Of(orders), Of(invoices), cancellation);
            return null;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return "Reading took too long.";
        }
    }

    /// <summary>A day before the day of sale of the oldest that is not settled: nothing of it can have happened in Spiris before.</summary>
    private async Task<DateOnly?> OldestOpenAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var oldest = await db.InvoiceDeliveries
            .Where(row => row.CompanyId == companyId && row.State == InvoiceState.Made
                && !db.Settlements.Any(settled => settled.ReceiptId == row.Id && _ends.Contains(settled.State)))
            .MinAsync(row => (DateOnly?)row.Date, cancellation);
        return oldest?.AddDays(-1);
    }

    private async Task<bool> HasOrdersAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.InvoiceDeliveries.AnyAsync(
            row => row.CompanyId == companyId && row.State == InvoiceState.Made && row.Kind == InvoiceKind.Order, cancellation);
    }

    private async Task TakeInAsync(
        Guid companyId, ImmutableArray<OrderSight> orders, ImmutableArray<InvoiceSight> invoices, CancellationToken cancellation)
    {
        var books = new SettledBooks(invoices, orders, Moments.Today(clock));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var made = await db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.State == InvoiceState.Made)
            .ToListAsync(cancellation);
        var known = await db.Settlements.Where(row => row.CompanyId == companyId).ToDictionaryAsync(row => row.ReceiptId, cancellation);
        var now = clock.GetUtcNow();
        foreach (var delivery in made)
        {
            var id = delivery.Made!.Id;
            if ((delivery.Kind is InvoiceKind.Order ? books.OfOrder(id) : books.OfInvoice(id)) is not { } settled)
            {
                continue;
            }

            if (!known.TryGetValue(delivery.Id, out var settlement))
            {
                settlement = new Settlement { ReceiptId = delivery.Id, CompanyId = companyId };
                db.Settlements.Add(settlement);
            }

            settlement.Take(settled, now);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static string? ProblemIn<T>(SpirisAnswer<T> answer) => answer switch
    {
        SpirisAnswer<T>.Read => null,
        SpirisAnswer<T>.AccessLost(var problem) => problem,
        SpirisAnswer<T>.Refused(_, var problem) => problem,
        SpirisAnswer<T>.Unavailable(var problem, _) => problem,
        _ => throw new System.Diagnostics.UnreachableException("The cases of SpirisAnswer are closed."),
    };

    private static ImmutableArray<T> Of<T>(SpirisAnswer<SpirisList<T>> answer) =>
        answer is SpirisAnswer<SpirisList<T>>.Read(var list) ? list.Items : [];
}
