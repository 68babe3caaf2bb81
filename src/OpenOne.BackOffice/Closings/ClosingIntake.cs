using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Closings;

/// <summary>Takes in what points of sale hand over: each Z-report once, byte for byte, together with its way into the books.</summary>
internal sealed class ClosingIntake(ClosingWriter writer, IDbContextFactory<BackOfficeDb> databases, TimeProvider clock)
{
    /// <summary>Takes in a closing. Completed when what became of it is safe on disk.</summary>
    /// <param name="cancellation">Ends the waiting. What is already queued is written all the same.</param>
    /// <exception cref="NotStoredException">Nothing of it is stored, and no answer but a failure may be given.</exception>
    public Task<Intaken> TakeInAsync(ApiCaller caller, Submission submission, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var report = submission.Report;
        var closing = new ReceivedClosing
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
        var delivery = new VoucherDelivery(closing.Id, caller.CompanyId, report.Key, report.BusinessDate, now);
        var pending = Closing.Reconcile(report, caller.OrganisationNumber) switch
        {
            Reconciliation.DoesNotReconcile(var differences) => new PendingClosing(caller, closing, delivery, differences),
            Reconciliation.Reconciled(var whole) => new PendingClosing(caller, closing, delivery, []) { Keys = NamedKey.Of(whole) },
            _ => throw new UnreachableException("The cases of Reconciliation are closed."),
        };
        return writer.WriteAsync(pending, cancellation);
    }

    /// <summary>How far a closing of the caller's company has come.</summary>
    public async Task<ClosingView?> FindAsync(ApiCaller caller, ClosingKey key, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ClosingView.FindAsync(db, caller.CompanyId, key, cancellation);
    }

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
}
