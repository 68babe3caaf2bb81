using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Closings;

/// <summary>A posted closing that is well formed.</summary>
/// <param name="Report">What it says.</param>
/// <param name="Document">The bytes that said it.</param>
/// <param name="ContentHash">The digest of what it says.</param>
internal sealed record Submission(ZReport Report, byte[] Document, byte[] ContentHash);

/// <summary>What became of a submission.</summary>
internal abstract record Intaken
{
    private Intaken()
    {
    }

    /// <summary>Received before with other content. Both are kept.</summary>
    public sealed record Changed : Intaken;

    /// <summary>Received before with the same content.</summary>
    public sealed record Before(ClosingView Closing) : Intaken;

    /// <summary>Received now, and safe on disk.</summary>
    public sealed record New(ClosingView Closing) : Intaken;
}

/// <summary>Stores what points of sale hand over: each Z-report once, byte for byte, together with its way into the books.</summary>
internal sealed class ClosingIntake(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Whether a register is known, and known as another company's of the same organisation.</summary>
    public async Task<bool> IsRegisterOfAnotherCompanyAsync(ApiCaller caller, string register, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var owners = await db.OfOrganisation(caller.OrganisationId)
            .Where(company => db.Registers.Any(known => known.CompanyId == company.Id && known.Designation == register))
            .Select(company => company.Id)
            .ToListAsync(cancellation);
        return owners.Count > 0 && !owners.Contains(caller.CompanyId);
    }

    /// <summary>What is known of a Z-report that was received before; <see langword="null"/> when it was not.</summary>
    /// <remarks>A document that says something else is kept beside the first.</remarks>
    public async Task<Intaken?> FindAsync(ApiCaller caller, Submission submission, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var key = submission.Report.Key;
        var earlier = await db.Closings.AsNoTracking()
            .Where(closing => closing.CompanyId == caller.CompanyId && closing.Register == key.Register && closing.ZNumber == key.ZNumber)
            .Select(closing => new { closing.Id, closing.ContentHash })
            .SingleOrDefaultAsync(cancellation);
        if (earlier is null)
        {
            return null;
        }

        if (earlier.ContentHash.AsSpan().SequenceEqual(submission.ContentHash))
        {
            return new Intaken.Before((await ClosingView.FindAsync(db, caller.CompanyId, key, cancellation))!);
        }

        await KeepConflictAsync(db, earlier.Id, submission, cancellation);
        feed.Announce(caller.CompanyId);
        return new Intaken.Changed();
    }

    /// <summary>Stores a Z-report for the first time, in one transaction with the delivery that will book it.</summary>
    public async Task<Intaken> StoreAsync(ApiCaller caller, Submission submission, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var report = submission.Report;
        var received = new ReceivedClosing
        {
            CompanyId = caller.CompanyId,
            Register = report.Key.Register,
            ZNumber = report.Key.ZNumber,
            BusinessDate = report.BusinessDate,
            Total = report.Total,
            Document = submission.Document,
            DocumentHash = SHA256.HashData(submission.Document),
            ContentHash = submission.ContentHash,
            ReceivedAt = now,
        };

        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            if (!await db.Registers.AnyAsync(known => known.CompanyId == caller.CompanyId && known.Designation == received.Register, cancellation))
            {
                db.Registers.Add(new CashRegister { CompanyId = caller.CompanyId, Designation = received.Register });
            }

            db.Closings.Add(received);
            db.Deliveries.Add(new VoucherDelivery(received.Id, caller.CompanyId, report.Key, report.BusinessDate, now));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException failure) when (UniqueConstraint.IsBroken(failure))
            {
                // Somebody stored the same Z-report, or the same new register, between our look and our commit.
                return await FindAsync(caller, submission, cancellation) ?? await StoreAsync(caller, submission, cancellation);
            }
        }

        feed.Announce(caller.CompanyId);
        return new Intaken.New(ClosingView.Received(report.Key, report.BusinessDate));
    }

    private async Task KeepConflictAsync(BackOfficeDb db, Guid closingId, Submission submission, CancellationToken cancellation)
    {
        var kept = await db.ConflictingClosings.AnyAsync(
            conflict => conflict.ClosingId == closingId && conflict.ContentHash == submission.ContentHash, cancellation);
        if (kept)
        {
            return;
        }

        db.ConflictingClosings.Add(new ConflictingClosing
        {
            ClosingId = closingId,
            Document = submission.Document,
            ContentHash = submission.ContentHash,
            ReceivedAt = clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (UniqueConstraint.IsBroken(failure))
        {
            // The same other document was kept a moment ago, which is what we wanted.
            db.ChangeTracker.Clear();
        }
    }
}
