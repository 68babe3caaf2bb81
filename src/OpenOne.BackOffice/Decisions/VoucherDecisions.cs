using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Outside;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Decisions;

/// <summary>One voucher of a closing.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Ordinal"><inheritdoc cref="VoucherDelivery.Ordinal" path="/summary"/></param>
public readonly record struct VoucherOf(Guid ClosingId, int Ordinal);

/// <summary>Takes in what people decide about vouchers that only they can judge, and writes down who and when.</summary>
/// <remarks>No claim of the lane is needed: what waits for a person is not due, so no lane moves it, and the revision shows when one
/// did all the same. Each decision answers <see langword="false"/> when there is nothing to decide any more.</remarks>
public sealed class VoucherDecisions(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Of the candidates, this voucher books the closing. Where it was found more than once, the others have been
    /// reversed.</summary>
    public Task<bool> ChooseAsync(VoucherOf which, string voucherId, string by, CancellationToken cancellation) =>
        OfVoucherAsync(which, async (db, company, delivery, now) =>
        {
            if (delivery.State is not DeliveryState.NeedsAttention
                || delivery.Candidates.FirstOrDefault(voucher => voucher.Id == voucherId) is not { } right)
            {
                return null;
            }

            var linked = delivery.IsSuspected;
            var twice = delivery.Reasons.Any(reason => reason.Code == ReasonCodes.FoundTwice);
            if (twice)
            {
                await SettleOthersAsync(db, company, delivery, right, by, now, cancellation);
            }

            delivery.Decide(right, now);
            return Of(delivery, twice ? DecisionKind.Chosen : linked ? DecisionKind.Linked : DecisionKind.Recognised, right.Number, by, now);
        }, cancellation);

    /// <summary>None of the candidates that look like it books the closing: it is to be sent.</summary>
    public Task<bool> SendAsync(VoucherOf which, string by, CancellationToken cancellation) =>
        OfVoucherAsync(which, async (db, _, delivery, now) =>
        {
            if (delivery is not { State: DeliveryState.NeedsAttention, MayBeTriedAgain: true })
            {
                return null;
            }

            // However they were found, they are others' vouchers from now on, and those would stop the closing again.
            var known = await db.OutsideDismissals.Where(row => row.ClosingId == which.ClosingId)
                .Select(row => row.VoucherId).ToListAsync(cancellation);
            var numbers = string.Join(", ", delivery.Candidates.Select(voucher => voucher.Number));
            db.OutsideDismissals.AddRange(delivery.Candidates.Select(voucher => voucher.Id).Except(known)
                .Select(voucherId => Dismissal(which.ClosingId, voucherId, by, now)));
            delivery.Reconsider(now);
            return Of(delivery, DecisionKind.SentAnew, numbers, by, now);
        }, cancellation);

    /// <summary>A closing that we have booked is in the books by others too, and one of the two has been reversed in Spiris.</summary>
    public Task<bool> DismissAsync(Guid closingId, string voucherId, string by, CancellationToken cancellation) =>
        OfVoucherAsync(new(closingId, 0), async (db, company, delivery, now) =>
        {
            var voucher = await db.OutsideVouchers.SingleOrDefaultAsync(
                row => row.CompanyId == company.Id && row.VoucherId == voucherId, cancellation);
            if (delivery.State is not DeliveryState.Booked || voucher is null
                || await db.OutsideDismissals.AnyAsync(row => row.ClosingId == closingId && row.VoucherId == voucherId, cancellation))
            {
                return null;
            }

            db.OutsideDismissals.Add(Dismissal(closingId, voucherId, by, now));
            return Of(delivery, DecisionKind.OneReversed, voucher.Number, by, now);
        }, cancellation);

    /// <summary>The voucher that booked a closing has been reversed in Spiris.</summary>
    /// <param name="closingId">The closing.</param>
    /// <param name="reversal">The number of the voucher that reverses it.</param>
    /// <param name="by">The e-mail of whoever says so.</param>
    /// <param name="cancellation">Cancels the decision.</param>
    public Task<bool> CorrectAsync(Guid closingId, string reversal, string by, CancellationToken cancellation) =>
        OfVoucherAsync(new(closingId, 0), (_, _, delivery, now) =>
        {
            if (delivery.State is not DeliveryState.Booked)
            {
                return Task.FromResult<Decision?>(null);
            }

            delivery.Correct(now);
            return Task.FromResult<Decision?>(Of(delivery, DecisionKind.Corrected, reversal, by, now));
        }, cancellation);

    /// <summary>A voucher that should not stand in the books has been reversed there.</summary>
    public async Task<bool> SettleAsync(Guid companyId, string voucherId, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var company = await db.Companies.SingleAsync(row => row.Id == companyId, cancellation);
        var voucher = await db.SightedVouchers
            .SingleOrDefaultAsync(row => row.CompanyId == companyId && row.VoucherId == voucherId, cancellation);
        var deliveries = await db.Deliveries.Where(row => row.CompanyId == companyId).ToListAsync(cancellation);
        var booked = deliveries.Find(row => voucher is not null
            && row.KeyIn(company.OrganisationNumber) == voucher.Key);

        // One that books a closing, or may yet, is not one too many.
        if (voucher is not { SettledBy: null } || booked is { Posted: null } || booked?.Posted?.Id == voucherId)
        {
            return false;
        }

        voucher.Settle(by);
        var decision = new Decision
        {
            CompanyId = companyId,
            ClosingId = booked?.ClosingId,
            Ordinal = booked?.Ordinal ?? 0,
            Kind = DecisionKind.Settled,
            Number = voucher.Number,
            By = by,
            At = clock.GetUtcNow(),
        };
        return await StoreAsync(db, company, decision, cancellation);
    }

    private async Task<bool> OfVoucherAsync(
        VoucherOf which,
        Func<BackOfficeDb, Company, VoucherDelivery, DateTimeOffset, Task<Decision?>> decide,
        CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Deliveries.SingleOrDefaultAsync(
            row => row.ClosingId == which.ClosingId && row.Ordinal == which.Ordinal, cancellation) is not { } delivery)
        {
            return false;
        }

        var company = await db.Companies.SingleAsync(row => row.Id == delivery.CompanyId, cancellation);
        return await decide(db, company, delivery, clock.GetUtcNow()) is { } decision
            && await StoreAsync(db, company, decision, cancellation);
    }

    /// <summary>Stores a decision with what it moves, lets posting go on when nothing else needs a person, and wakes the lane.</summary>
    private async Task<bool> StoreAsync(BackOfficeDb db, Company company, Decision decision, CancellationToken cancellation)
    {
        db.Decisions.Add(decision);
        if (company.PostingStoppedBecause is not null && !await OpenDuplicates.AnyAsync(db, company, cancellation))
        {
            company.LetPostingGoOn();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await Reconsideration.OfCompanyAsync(db, company.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return true;
    }

    private static async Task SettleOthersAsync(
        BackOfficeDb db, Company company, VoucherDelivery delivery, PostedVoucher right, string by, DateTimeOffset now,
        CancellationToken cancellation)
    {
        foreach (var other in delivery.Candidates.Where(voucher => voucher.Id != right.Id))
        {
            var row = await db.SightedVouchers
                .SingleOrDefaultAsync(row => row.CompanyId == company.Id && row.VoucherId == other.Id, cancellation);
            if (row is null)
            {
                row = new SightedVoucherRow
                {
                    CompanyId = company.Id,
                    VoucherId = other.Id,
                    Number = other.Number,
                    Key = delivery.KeyIn(company.OrganisationNumber),
                    Date = delivery.BusinessDate,
                    SeenAt = now,
                };
                db.SightedVouchers.Add(row);
            }

            row.Settle(by);
        }
    }

    private static OutsideDismissal Dismissal(Guid closingId, string voucherId, string by, DateTimeOffset now) =>
        new() { ClosingId = closingId, VoucherId = voucherId, By = by, At = now };

    private static Decision Of(VoucherDelivery delivery, DecisionKind kind, string number, string by, DateTimeOffset now) => new()
    {
        CompanyId = delivery.CompanyId,
        ClosingId = delivery.ClosingId,
        Ordinal = delivery.Ordinal,
        Kind = kind,
        Number = number,
        By = by,
        At = now,
    };
}
