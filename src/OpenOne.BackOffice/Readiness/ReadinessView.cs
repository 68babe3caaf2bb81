using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Readiness;

/// <summary>A company's readiness as it stands: what was last read of its books, held against the settings as they are now.</summary>
/// <param name="Report">Every point.</param>
/// <param name="CheckedAt">When Spiris was last asked; <see langword="null"/> when never.</param>
/// <param name="IsBeingChecked">Whether a check waits, is being made or is due, so that closings wait for it.</param>
/// <param name="Problem">Why the last try to ask told nothing, if it did not.</param>
/// <param name="Held">The closings that are held, how many by which reason.</param>
public sealed record ReadinessView(
    ReadinessReport Report, DateTimeOffset? CheckedAt, bool IsBeingChecked, string? Problem, IReadOnlyDictionary<string, int> Held)
{
    /// <summary>Reads it.</summary>
    public static async Task<ReadinessView> ReadAsync(
        BackOfficeDb db, Company company, ReadinessDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var state = await db.Readiness.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == company.Id, cancellation);
        var terms = await TermsReading.ReadAsync(db, company, cancellation);
        var facts = await BooksPicture.ReadAsync(db, company.Id, cancellation);
        var isAuthorised = terms.Access is BooksAccess.Granted;
        return new ReadinessView(
            ReadinessCheck.Of(facts, terms, Moments.Today(clock)),
            state?.CheckedAt,
            desk.IsUnderWay(company.Id)
                || (isAuthorised && (state?.CheckedAt is null || state.Basis != await ReadinessBasis.OfAsync(db, company.Id, cancellation))),
            isAuthorised ? state?.Problem : null,
            await HeldAsync(db, company.Id, cancellation));
    }

    /// <summary>How many closings each code holds.</summary>
    private static async Task<Dictionary<string, int>> HeldAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var reasons = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId && delivery.State == DeliveryState.Held)
            .Select(delivery => delivery.Reasons)
            .ToListAsync(cancellation);
        return reasons.SelectMany(of => of.Select(reason => reason.Code).Distinct()).CountBy(code => code).ToDictionary();
    }
}
