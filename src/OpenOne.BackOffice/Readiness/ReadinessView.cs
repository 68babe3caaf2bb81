using System.Collections.Immutable;
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
/// <param name="Held">How many closings each reason holds.</param>
/// <param name="HeldClosings">The first of them, by date.</param>
public sealed record ReadinessView(
    ReadinessReport Report,
    DateTimeOffset? CheckedAt,
    bool IsBeingChecked,
    string? Problem,
    IReadOnlyDictionary<string, int> Held,
    IReadOnlyList<ReadinessView.HeldClosing> HeldClosings)
{
    /// <summary>How many held closings are shown at most.</summary>
    public const int ClosingsShown = 50;

    /// <summary>A closing that is held.</summary>
    public sealed record HeldClosing(DateOnly BusinessDate, string Register, int ZNumber, ImmutableArray<Reason> Reasons);

    /// <summary>Reads it.</summary>
    public static async Task<ReadinessView> ReadAsync(
        BackOfficeDb db, Company company, ReadinessDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var state = await db.Readiness.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == company.Id, cancellation);
        var terms = await TermsReading.ReadAsync(db, company, Moments.Today(clock), cancellation);
        var facts = await BooksPicture.ReadAsync(db, company.Id, cancellation);
        var held = await HeldAsync(db, company.Id, cancellation);
        var isAuthorised = terms.Access is BooksAccess.Granted;
        return new ReadinessView(
            ReadinessCheck.Of(facts, terms, Moments.Today(clock)),
            state?.CheckedAt,
            desk.IsUnderWay(company.Id)
                || (isAuthorised && (state?.CheckedAt is null || state.Basis != await ReadinessBasis.OfAsync(db, company.Id, cancellation))),
            isAuthorised ? state?.Problem : null,
            held.SelectMany(closing => closing.Reasons.Select(reason => reason.Code).Distinct()).CountBy(code => code).ToDictionary(),
            [.. held.Take(ClosingsShown)]);
    }

    private static Task<List<HeldClosing>> HeldAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation) =>
        db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId && delivery.State == DeliveryState.Held)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber)
            .Select(delivery => new HeldClosing(delivery.BusinessDate, delivery.Register, delivery.ZNumber, delivery.Reasons))
            .ToListAsync(cancellation);
}
