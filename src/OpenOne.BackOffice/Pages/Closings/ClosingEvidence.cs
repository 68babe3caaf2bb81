using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>What a register handed over for one closing, read again from the bytes as they came.</summary>
/// <param name="ClosingId">Our id of the closing.</param>
/// <param name="CompanyName">Whose it is.</param>
/// <param name="CompanyNumber">The company's number.</param>
/// <param name="Report">What the document says.</param>
/// <param name="Counts">Its counts, which nothing is booked from.</param>
/// <param name="CashDifference">Cash counted less cash expected.</param>
/// <param name="DocumentHash">SHA-256 of the bytes, in hexadecimal.</param>
/// <param name="DocumentBytes">How many bytes there are.</param>
/// <param name="ReceivedAt">When they came.</param>
/// <param name="Conflicts">Other documents that came later for the same Z number.</param>
public sealed record ClosingEvidence(
    Guid ClosingId,
    string CompanyName,
    OrganisationNumber CompanyNumber,
    ZReport Report,
    ClosingDocument.CountsRow? Counts,
    Money CashDifference,
    string DocumentHash,
    int DocumentBytes,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<ClosingEvidence.Conflict> Conflicts)
{
    /// <summary>Another document for the same Z number. It did not replace the first.</summary>
    public sealed record Conflict(Guid Id, ZReport Report, DateTimeOffset ReceivedAt);

    /// <summary>Reads the evidence of a closing.</summary>
    public static async Task<ClosingEvidence> ReadAsync(
        BackOfficeDb db, Company company, Guid closingId, CancellationToken cancellation)
    {
        var received = await db.Closings.AsNoTracking().SingleAsync(closing => closing.Id == closingId, cancellation);
        var conflicts = await db.ConflictingClosings.AsNoTracking()
            .Where(conflict => conflict.ClosingId == closingId)
            .OrderBy(conflict => conflict.ReceivedAt)
            .ToListAsync(cancellation);

        var report = ClosingReader.ReadAgain(received.Document);
        return new ClosingEvidence(
            closingId,
            company.Name,
            company.OrganisationNumber,
            report,
            JsonSerializer.Deserialize<ClosingDocument>(received.Document, ClosingDocument.Json)!.Counts,
            CashDifferenceOf(report, company),
            Convert.ToHexStringLower(received.DocumentHash),
            received.Document.Length,
            received.ReceivedAt,
            [
                .. conflicts.Select(conflict => new Conflict(
                    conflict.Id, ClosingReader.ReadAgain(conflict.Document), conflict.ReceivedAt)),
            ]);
    }

    private static Money CashDifferenceOf(ZReport report, Company company) =>
        Closing.Reconcile(report, company.OrganisationNumber) is Reconciliation.Reconciled(var closing)
            ? closing.CashDifference
            : Money.Zero;
}
