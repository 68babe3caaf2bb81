using Microsoft.EntityFrameworkCore;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>Waiting for what happens after the cashier has heard the number.</summary>
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

    public static Task UntilAsync(this BackOfficeServer server, Func<Task<bool>> holds) => server.UntilAsync(holds, held => held);
}
