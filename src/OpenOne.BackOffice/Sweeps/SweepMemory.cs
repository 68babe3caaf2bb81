using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>What the database remembers of a company's vouchers, to be held against its books.</summary>
internal static class SweepMemory
{
    /// <summary>Every voucher of the company's closings, with what was sent for those of the period.</summary>
    /// <param name="db">The database.</param>
    /// <param name="company">The company.</param>
    /// <param name="request">The period.</param>
    /// <param name="bookedBefore">Those that were booked before the books were read; <see langword="null"/> before that.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<List<RememberedVoucher>> ReadAsync(
        BackOfficeDb db, Company company, SweepRequest request, HashSet<(Guid, int)>? bookedBefore, CancellationToken cancellation)
    {
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == company.Id).ToListAsync(cancellation);
        var sent = await SentAsync(db, request, cancellation);
        await AddPlannedAsync(db, deliveries, sent, cancellation);
        return
        [
            .. deliveries.Select(delivery => RememberedVoucher.Of(
                company.OrganisationNumber,
                delivery,
                sent.GetValueOrDefault((delivery.ClosingId, delivery.Ordinal)),
                !delivery.IsBookedOutside
                    && (bookedBefore?.Contains((delivery.ClosingId, delivery.Ordinal)) ?? delivery.Posted is not null))),
        ];
    }

    /// <summary>A correcting voucher says what a person has asked for, whether we have sent it or found it there.</summary>
    private static async Task AddPlannedAsync(
        BackOfficeDb db, List<VoucherDelivery> deliveries, Dictionary<(Guid, int), Voucher> sent, CancellationToken cancellation)
    {
        var corrections = deliveries.Where(delivery => delivery.Ordinal > 0).Select(delivery => delivery.ClosingId).Distinct().ToList();
        if (corrections.Count > 0)
        {
            var planned = await db.PlannedVouchers.AsNoTracking().Where(row => corrections.Contains(row.ClosingId)).ToListAsync(cancellation);
            planned.ForEach(row => sent.TryAdd((row.ClosingId, row.Ordinal), row.ToVoucher()));
        }
    }

    /// <summary>What was sent last for each closing of the period, where that is what can stand in the books.</summary>
    /// <remarks>When the last sending is known not to have been taken in, whatever stands there is another's: such as of the time
    /// between a backup and its restoration.</remarks>
    private static async Task<Dictionary<(Guid, int), Voucher>> SentAsync(
        BackOfficeDb db, SweepRequest request, CancellationToken cancellation)
    {
        var vouchers = await db.Vouchers.AsNoTracking()
            .Where(voucher => voucher.Date >= request.First && voucher.Date <= request.Last)
            .Where(voucher => db.Deliveries.Any(delivery => delivery.ClosingId == voucher.ClosingId && delivery.Ordinal == voucher.Ordinal
                && delivery.CompanyId == request.CompanyId
                && db.Attempts.Any(attempt => attempt.ClosingId == delivery.ClosingId && attempt.Ordinal == delivery.Ordinal
                    && attempt.Number == delivery.Attempts
                    && (attempt.Outcome == null || attempt.Outcome == nameof(Posting.Booked) || attempt.Outcome == nameof(Posting.Uncertain)))))
            .ToListAsync(cancellation);
        return vouchers.GroupBy(voucher => (voucher.ClosingId, voucher.Ordinal))
            .ToDictionary(sent => sent.Key, sent => sent.MaxBy(voucher => voucher.AttemptNumber)!.ToVoucher());
    }
}
