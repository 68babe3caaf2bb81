using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Decisions;

/// <summary>A voucher that stands in the books although another books the same closing, and that nobody has dealt with.</summary>
/// <param name="Voucher">The voucher that is one too many.</param>
/// <param name="Booked">The delivery that the other one books; <see langword="null"/> when the closing is not known here.</param>
internal sealed record OpenDuplicate(SightedVoucherRow Voucher, VoucherDelivery? Booked);

/// <summary>What keeps a company from posting until a person has decided.</summary>
internal static class OpenDuplicates
{
    /// <summary>Every voucher of a company that is one too many.</summary>
    public static async Task<ImmutableArray<OpenDuplicate>> ReadAsync(
        BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var seen = (await db.SightedVouchers.Where(row => row.CompanyId == company.Id).OrderBy(row => row.Number).ToListAsync(cancellation))
            .Where(row => row.SettledBy is null).ToList();
        if (seen.Count == 0)
        {
            return [];
        }

        var deliveries = await db.Deliveries.AsNoTracking().Where(delivery => delivery.CompanyId == company.Id).ToListAsync(cancellation);
        var known = deliveries.ToDictionary(delivery => delivery.KeyIn(company.OrganisationNumber));
        return
        [
            .. seen.GroupBy(row => row.Key).SelectMany(group => known.GetValueOrDefault(group.Key) switch
            {
                { Posted: { } posted } booked =>
                    group.Where(row => row.VoucherId != posted.Id).Select(row => new OpenDuplicate(row, booked)),

                // Its own candidates ask the question.
                not null => [],
                null => group.Count() > 1 ? group.Select(row => new OpenDuplicate(row, null)) : [],
            }),
        ];
    }

    /// <summary>Whether anything of a company still needs a person before posting may go on. Looks at what is tracked too, so that
    /// it can be asked before a decision is stored.</summary>
    public static async Task<bool> AnyAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var undecided = await db.Deliveries
            .Where(delivery => delivery.CompanyId == company.Id && delivery.State == DeliveryState.NeedsAttention)
            .ToListAsync(cancellation);
        return undecided.Exists(delivery => delivery.Reasons.Any(reason => reason.Code == ReasonCodes.FoundTwice))
            || !(await ReadAsync(db, company, cancellation)).IsEmpty;
    }
}
