using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Outside;

/// <summary>What came of looking in the books for what others have booked.</summary>
internal abstract record OutsideLooking
{
    private OutsideLooking()
    {
    }

    /// <summary>It did not come through, so it says nothing.</summary>
    public sealed record Failed(string Problem) : OutsideLooking;

    /// <summary>The days of closings that others may have booked already; none when nobody has.</summary>
    public sealed record Looked(ImmutableArray<OutsideDay> Days) : OutsideLooking;
}

/// <summary>Looks in a company's books for vouchers that were made there by hand or imported and look like closings of ours.</summary>
/// <remarks>Asked before the integration is turned on, and by a button. The lane and the sweep look for themselves.</remarks>
internal sealed class OutsideLook(IDbContextFactory<BackOfficeDb> databases, BooksOf books, TimeProvider clock)
{
    /// <summary>Looks at the dates from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public async Task<OutsideLooking> AtAsync(Guid companyId, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        switch (await books(companyId).ListDatedAsync(first, last, ListingUse.Checking, cancellation))
        {
            case Listing.Listed listed:
                return new OutsideLooking.Looked(await TakeInAsync(companyId, listed, first, last, cancellation));
            case Listing.Failed(var problem, _):
                return new OutsideLooking.Failed(problem);
            case Listing.AccessLost(var problem):
                return new OutsideLooking.Failed(problem);
            default:
                throw new System.Diagnostics.UnreachableException("The cases of Listing are closed.");
        }
    }

    private async Task<ImmutableArray<OutsideDay>> TakeInAsync(
        Guid companyId, Listing.Listed listed, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await OutsideDay.TakeInAsync(db, companyId, listed.Others, clock.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == companyId, cancellation);
        var dates = await db.OutsideVouchers
            .Where(row => row.CompanyId == companyId && row.Date >= first && row.Date <= last
                && db.Closings.Any(closing => closing.CompanyId == companyId && closing.BusinessDate == row.Date))
            .Select(row => row.Date).Distinct().Order().ToListAsync(cancellation);
        var days = ImmutableArray.CreateBuilder<OutsideDay>();
        foreach (var date in dates)
        {
            if (await OutsideDay.ReadAsync(db, company, date, cancellation) is { Likenesses.IsEmpty: false } day)
            {
                days.Add(day);
            }
        }

        return days.DrainToImmutable();
    }
}
