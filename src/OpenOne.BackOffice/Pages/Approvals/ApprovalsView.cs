using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Approvals;

/// <summary>One page of the vouchers that wait for approval, first days first.</summary>
/// <param name="Total">How many wait.</param>
/// <param name="Page">From 1.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record ApprovalsView(int Total, int Page, IReadOnlyList<ApprovalsView.Row> Rows)
{
    /// <summary>How many vouchers a page has.</summary>
    public const int PageSize = 50;

    /// <summary>One voucher that waits.</summary>
    /// <param name="ClosingId">The closing it books.</param>
    /// <param name="Date">The business date.</param>
    /// <param name="Register">The register's designation.</param>
    /// <param name="ZNumber">The Z number.</param>
    /// <param name="Voucher">The voucher.</param>
    /// <param name="Seen">Everything the voucher says, digested; <see langword="null"/> while it is being composed anew.</param>
    /// <param name="Changed">Whether another voucher was approved for the closing before.</param>
    public sealed record Row(
        Guid ClosingId, DateOnly Date, string Register, int ZNumber, VoucherView Voucher, VoucherFingerprint? Seen, bool Changed);

    /// <summary>How many pages there are.</summary>
    public int Pages => (Total + PageSize - 1) / PageSize;

    /// <summary>Reads a page of a company's.</summary>
    internal static async Task<ApprovalsView> ReadAsync(BackOfficeDb db, Company company, int page, CancellationToken cancellation)
    {
        var waiting = db.Deliveries.AsNoTracking().Where(delivery => delivery.CompanyId == company.Id && delivery.Ordinal == 0
            && delivery.State == DeliveryState.Composed && delivery.DueAt == null);
        var total = await waiting.CountAsync(cancellation);
        var deliveries = await waiting
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellation);
        var items = await LanePreview.ReadAsync(db, company, deliveries, cancellation);
        return new ApprovalsView(total, page, [.. items.Select(RowOf).OfType<Row>()]);
    }

    /// <summary>The voucher as it would be sent now. While that is another than the one that waits, the lane has not looked yet.</summary>
    private static Row? RowOf(LaneItem item)
    {
        var (voucher, mappingVersion) = LaneDecision.Of(item) switch
        {
            LaneDecision.AskApproval ask => (ask.Voucher, ask.MappingVersion),
            LaneDecision.Send send => (send.Voucher, send.MappingVersion),
            _ => (null, 0),
        };
        if (voucher is null)
        {
            return null;
        }

        var (delivery, seen) = (item.Delivery, VoucherFingerprint.OfWhole(voucher));
        return new Row(
            delivery.ClosingId, delivery.BusinessDate, delivery.Register, delivery.ZNumber,
            VoucherView.Of(voucher, isPreview: true, voucher.Series.Name, mappingVersion),
            seen == delivery.ToApprove ? seen : null,
            delivery.Approved is not null);
    }
}
