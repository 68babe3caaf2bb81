using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Outside;
using OpenOne.Domain.Outside;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>Makes sweeps: reads a company's books, holds them against what we have booked, puts right what can be put right
/// without a person, and keeps what was found.</summary>
/// <remarks>Whatever it changes of deliveries, it changes under the claim of the company's lane and by the lane's own rules.
/// Where nothing is to be changed the lane is left alone.</remarks>
internal sealed class BooksSweep(
    IDbContextFactory<BackOfficeDb> databases,
    ILaneStore lanes,
    BooksOf books,
    IOptions<SweepOptions> options,
    IOptions<DeliveryOptions> delivery,
    ClosingFeed feed,
    TimeProvider clock)
{
    private static readonly TimeSpan _betweenClaims = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes one sweep and stores it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="stopping">Breaks it off without a trace.</param>
    public async Task<Sweep> MakeAsync(SweepRequest request, Action<SweepProgress> tell, CancellationToken stopping)
    {
        var startedAt = clock.GetUtcNow();
        var before = await ReadMemoryAsync(request, stopping);
        var reader = new BooksReader(books(request.CompanyId), options.Value.MonthTimeout, clock);
        switch (await reader.ReadAsync(request, before, tell, stopping))
        {
            case BooksReading.BrokenOff(var problem):
                return await BreakOffAsync(request, startedAt, problem, stopping);
            case BooksReading.Whole whole:
                await TakeInOthersAsync(request.CompanyId, whole.Others, stopping);
                var booked = before.Where(voucher => voucher.WasBooked).Select(voucher => (voucher.ClosingId, voucher.Ordinal)).ToHashSet();
                var recording = new SweepRecording(request, startedAt, whole, booked);
                return await StoreAsync(recording, null, stopping) ?? await UnderClaimAsync(recording, stopping);
            default:
                throw new UnreachableException("The cases of BooksReading are closed.");
        }
    }

    /// <summary>Keeps that a sweep did not come through.</summary>
    public async Task<Sweep> BreakOffAsync(
        SweepRequest request, DateTimeOffset startedAt, string problem, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sweep = new Sweep
        {
            CompanyId = request.CompanyId,
            FirstDate = request.First,
            LastDate = request.Last,
            AskedBy = request.AskedBy,
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            End = SweepEnd.BrokenOff,
            Problem = problem,
        };
        db.Sweeps.Add(sweep);
        await db.SaveChangesAsync(cancellation);
        return sweep;
    }

    /// <summary>What others have booked is kept before anything is concluded from it, and whether or not the rest comes through.</summary>
    private async Task TakeInOthersAsync(Guid companyId, ImmutableArray<OutsideVoucher> others, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await OutsideDay.TakeInAsync(db, companyId, others, clock.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<List<RememberedVoucher>> ReadMemoryAsync(SweepRequest request, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == request.CompanyId, cancellation);
        return await SweepMemory.ReadAsync(db, company, request, null, cancellation);
    }

    private async Task<Sweep> UnderClaimAsync(SweepRecording recording, CancellationToken stopping)
    {
        var companyId = recording.Request.CompanyId;
        var since = clock.GetTimestamp();
        while (clock.GetElapsedTime(since) < options.Value.LaneTimeout)
        {
            if (await lanes.ClaimAsync(companyId, delivery.Value.Lease, stopping) is { } claim)
            {
                try
                {
                    if (await StoreAsync(recording, claim, CancellationToken.None) is { } sweep)
                    {
                        return sweep;
                    }
                }
                finally
                {
                    await lanes.ReleaseAsync(companyId, claim.Token, CancellationToken.None);
                    feed.Announce(companyId);
                }
            }

            // Whoever holds the lane may be another node, which tells nobody when it lets go: so it is tried again.
            await Task.Delay(_betweenClaims, clock, stopping);
        }

        return await BreakOffAsync(
            recording.Request, recording.StartedAt, "The company's vouchers were being sent all the time.", stopping);
    }

    /// <returns><see langword="null"/> when it takes a claim and there is none, when the claim no longer held, or when somebody
    /// changed meanwhile what was to be changed.</returns>
    private async Task<Sweep?> StoreAsync(SweepRecording recording, LaneClaim? claim, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (claim is not null && !await LaneClaims.HoldsAsync(db, recording.Request.CompanyId, claim.Token, cancellation))
        {
            return null;
        }

        if (await recording.StageAsync(db, claim is not null, clock.GetUtcNow(), cancellation) is not { } sweep)
        {
            return null;
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        await transaction.CommitAsync(cancellation);
        return sweep;
    }
}
