using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain.Invoicing;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>Waiting for what happens after the cashier has heard the number, woken by the server's own feed.</summary>
internal static class InvoiceWaits
{
    /// <summary>Waits until every invoice has its receipt attached.</summary>
    public static Task UntilAttachedAsync(this BackOfficeServer server, SpirisSandbox.State.Company spiris) => UntilAsync(
        server, () => Task.FromResult(spiris.Sales.CustomerInvoices.All(invoice => spiris.Sales.Attachments.Any(
            file => file.DocumentId == invoice.Id && file.Content.AsSpan().StartsWith("%PDF-1.4"u8)))));

    /// <summary>Waits until Spiris has been asked about every invoice whether it stands there once.</summary>
    public static Task UntilCheckedAsync(this BackOfficeServer server) => UntilAsync(
        server, () => server.ReadAsync(async db => !await db.InvoiceDeliveries.AnyAsync(row =>
            row.State == InvoiceState.Made && row.FollowUp != InvoiceFollowUp.None)));

    public static async Task UntilAsync(this BackOfficeServer server, Func<Task<bool>> holds)
    {
        using var changed = new SemaphoreSlim(0);
        void Wake(Guid companyId) => changed.Release();
        var feed = server.Services.GetRequiredService<ClosingFeed>();
        feed.Changed += Wake;
        try
        {
            while (!await holds())
            {
                await changed.WaitAsync(TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            feed.Changed -= Wake;
        }
    }
}
