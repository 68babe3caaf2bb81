using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Waits for what becomes of a receipt, as long as a cashier can.</summary>
internal sealed class InvoicePatience(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, InvoiceOptions options, TimeProvider clock)
{
    // Another process may be the one that makes it, and tells us nothing.
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>What has become of it when that is known; when time is up, it is promised that it will be made.</summary>
    public async Task<InvoiceView> AwaitAsync(Guid companyId, ReceiptKey key, CancellationToken cancellation)
    {
        using var news = new SemaphoreSlim(0);
        void Hear(Guid changed)
        {
            if (changed == companyId)
            {
                news.Release();
            }
        }

        feed.Changed += Hear;
        try
        {
            for (var began = clock.GetTimestamp(); ;)
            {
                var view = await ReadAsync(companyId, key, cancellation);
                if (view.IsSettled)
                {
                    return view;
                }

                if (clock.GetElapsedTime(began) >= options.AnswerWithin && await PromiseAsync(view.Id, cancellation))
                {
                    return await ReadAsync(companyId, key, cancellation);
                }

                await news.WaitAsync(_lookEvery, cancellation);
            }
        }
        finally
        {
            feed.Changed -= Hear;
        }
    }

    private async Task<InvoiceView> ReadAsync(Guid companyId, ReceiptKey key, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await InvoiceView.FindAsync(db, companyId, key, cancellation))!;
    }

    /// <summary>Writes down that whoever waits is told that it will be made.</summary>
    /// <returns><see langword="false"/> when it has moved at that very moment, and is to be looked at once more.</returns>
    private async Task<bool> PromiseAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delivery = await db.InvoiceDeliveries.SingleAsync(row => row.Id == id, cancellation);
        if (!delivery.IsApart)
        {
            return false;
        }

        if (delivery.IsPromised)
        {
            return true;
        }

        delivery.Promise(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
