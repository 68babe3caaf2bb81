using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>How far one closing has come on its way into the books, in plain values that travel to a page that comes
/// alive.</summary>
/// <param name="CompanyId">Whose it is.</param>
/// <param name="CompanyNumber">The company's number, as printed.</param>
/// <param name="Register">The register's designation.</param>
/// <param name="ZNumber">The Z number.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reasons">Why it is not in the books, in the reader's language.</param>
/// <param name="VoucherNumber">Its voucher's number in Spiris, once it is there.</param>
/// <param name="Voucher">The voucher that was sent last, or what would be sent now.</param>
/// <param name="ReceivedAt">When the register handed it over.</param>
/// <param name="ChangedAt">When anything last changed.</param>
/// <param name="NextLookAt">When we look again by ourselves, if we do.</param>
/// <param name="Attempts">Every sending, first to last.</param>
public sealed record ClosingProgressView(
    Guid CompanyId,
    string CompanyNumber,
    string Register,
    int ZNumber,
    DeliveryState State,
    IReadOnlyList<ReasonSentence> Reasons,
    string? VoucherNumber,
    VoucherView? Voucher,
    DateTimeOffset ReceivedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset? NextLookAt,
    IReadOnlyList<ClosingProgressView.Sending> Attempts)
{
    /// <summary>Whether a person who has put something right may have it looked at again.</summary>
    public bool MayBeTriedAgain { get; init; }

    /// <summary>What only a person can decide, if there is anything.</summary>
    public DecisionView? Question { get; init; }

    /// <summary>The vouchers that correct its day, first to last.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    /// <summary>What people have decided about it, first to last.</summary>
    public IReadOnlyList<Decided> Decisions { get; init; } = [];

    /// <summary>What a person has decided.</summary>
    /// <param name="Kind">What was decided.</param>
    /// <param name="Number">The voucher it is about.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="At">When.</param>
    public sealed record Decided(DecisionKind Kind, string Number, string By, DateTimeOffset At);

    /// <summary>One sending.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="BegunAt">When it was written down, before anything left.</param>
    /// <param name="EndedAt">When an answer was taken in, if one was.</param>
    /// <param name="Outcome">What came of it: the name of a case of <see cref="Posting"/>.</param>
    public sealed record Sending(int Number, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, string? Outcome);

    /// <summary>Reads a closing for a user of the organisation.</summary>
    /// <returns><see langword="null"/> when the user does not belong there, or no longer does.</returns>
    public static async Task<ClosingProgressView?> ReadAsync(
        BackOfficeDb db, Guid userId, Guid organisationId, Guid closingId, CancellationToken cancellation)
    {
        var found = await db.OfOrganisation(organisationId)
            .Where(company => db.Memberships.Any(
                member => member.UserId == userId && member.OrganisationId == organisationId))
            .Join(db.Deliveries.Where(delivery => delivery.ClosingId == closingId && delivery.Ordinal == 0),
                company => company.Id, delivery => delivery.CompanyId, (company, delivery) => new { company, delivery })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var delivery = found.delivery;
        var receivedAt = await db.Closings.Where(closing => closing.Id == closingId)
            .Select(closing => closing.ReceivedAt).SingleAsync(cancellation);
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => attempt.ClosingId == closingId && attempt.Ordinal == 0)
            .OrderBy(attempt => attempt.Number)
            .Select(attempt => new Sending(attempt.Number, attempt.BegunAt, attempt.EndedAt, attempt.Outcome))
            .ToListAsync(cancellation);

        var now = DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation));
        var reasons = await WaitingReasons.OfAsync(db, delivery, now, cancellation);
        return new ClosingProgressView(
            delivery.CompanyId,
            found.company.OrganisationNumber.ToString(),
            delivery.Register,
            delivery.ZNumber,
            delivery.State,
            [.. reasons.Select(reason => ReasonSentences.Of(reason, CultureInfo.CurrentUICulture))],
            delivery.Posted?.Number,
            await VoucherView.ReadAsync(db, found.company, delivery, cancellation),
            receivedAt,
            delivery.ChangedAt,
            delivery.State is DeliveryState.Held or DeliveryState.Intent or DeliveryState.Uncertain
                ? delivery.DueAt
                : null,
            attempts)
        {
            MayBeTriedAgain = delivery.MayBeTriedAgain && delivery.State is not DeliveryState.Skipped
                && delivery.Candidates.IsEmpty,
            Question = await DecisionView.ReadAsync(db, found.company, delivery, cancellation),
            Corrections = await CorrectionView.ReadAsync(db, found.company, closingId, cancellation),
            Decisions = await db.Decisions.AsNoTracking().Where(decision => decision.ClosingId == closingId)
                .OrderBy(decision => decision.At)
                .Select(decision => new Decided(decision.Kind, decision.Number, decision.By, decision.At))
                .ToListAsync(cancellation),
        };
    }
}
