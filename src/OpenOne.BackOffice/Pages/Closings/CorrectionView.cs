using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>A voucher that corrects the day of a closing, in plain values.</summary>
/// <param name="Ordinal">Which of the day's vouchers it is, from 1.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reasons">Why it is not in the books.</param>
/// <param name="Number">Its number in Spiris, once it is there.</param>
/// <param name="Corrects">The number of the voucher it corrects.</param>
/// <param name="AskedBy">Who asked for it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Voucher">What it says.</param>
/// <param name="Question">What only a person can decide, if there is anything.</param>
/// <param name="MayBeTriedAgain">Whether a person who has put something right may have it looked at again.</param>
public sealed record CorrectionView(
    int Ordinal,
    DeliveryState State,
    IReadOnlyList<ReasonSentence> Reasons,
    string? Number,
    string Corrects,
    string AskedBy,
    DateTimeOffset AskedAt,
    VoucherView Voucher,
    DecisionView? Question,
    bool MayBeTriedAgain)
{
    /// <summary>Reads those of a closing, first to last.</summary>
    internal static async Task<IReadOnlyList<CorrectionView>> ReadAsync(
        BackOfficeDb db, Company company, Guid closingId, CancellationToken cancellation)
    {
        var planned = await db.PlannedVouchers.AsNoTracking().Where(row => row.ClosingId == closingId)
            .OrderBy(row => row.Ordinal).ToListAsync(cancellation);
        var views = new List<CorrectionView>(planned.Count);
        foreach (var row in planned)
        {
            var delivery = await db.Deliveries.AsNoTracking()
                .SingleAsync(delivery => delivery.ClosingId == closingId && delivery.Ordinal == row.Ordinal, cancellation);
            views.Add(new CorrectionView(
                row.Ordinal,
                delivery.State,
                [.. delivery.Reasons.Select(reason => ReasonSentences.Of(reason, CultureInfo.CurrentUICulture))],
                delivery.Posted?.Number,
                row.Corrects,
                row.AskedBy,
                row.AskedAt,
                VoucherView.Of(row.ToVoucher(), delivery.Posted is null, row.Series.Name, row.MappingVersion),
                await DecisionView.ReadAsync(db, company, delivery, cancellation),
                delivery.MayBeTriedAgain && delivery.Candidates.IsEmpty));
        }

        return views;
    }
}
