using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>Lists lag behind: what is younger than this is there, but no list shows it.</summary>
/// <remarks>
/// Of vouchers, invoices, orders, their drafts, customers, articles and customer ledger items. Customers and ledger
/// items tell only when they were last changed: one that was changed is hidden too.
/// </remarks>
/// <param name="Seconds">The lag, on the sandbox's clock.</param>
public sealed record HideRecent([property: Range(0.0, Fault.MostSeconds)] double Seconds) : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        request.Http.Features.Set(new HiddenRecords(request.Clock.GetUtcNow() - TimeSpan.FromSeconds(Seconds)));
        return request.WorkAsync();
    }
}
