using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>What only a person can decide about a closing, with what it takes to decide.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Vouchers">The vouchers it is about.</param>
/// <param name="Reversal">The voucher that takes one of them back, to be booked by hand; <see langword="null"/> when none is to be
/// taken back, or when we do not know what it says.</param>
public sealed record DecisionView(
    DecisionAsked Asked, IReadOnlyList<DecisionView.Candidate> Vouchers, VoucherView? Reversal)
{
    /// <summary>A voucher in the books.</summary>
    /// <param name="Id">Spiris' id of it.</param>
    /// <param name="Number">Its number with its series.</param>
    /// <param name="Date">The date it is booked on.</param>
    /// <param name="ReversalText">The text of the voucher that takes it back.</param>
    public sealed record Candidate(string Id, string Number, DateOnly Date, string? ReversalText);

    /// <summary>Reads what is to be decided about a delivery.</summary>
    /// <returns><see langword="null"/> when nothing is.</returns>
    internal static async Task<DecisionView?> ReadAsync(
        BackOfficeDb db, Company company, VoucherDelivery delivery, CancellationToken cancellation)
    {
        if (delivery is { State: DeliveryState.NeedsAttention, Candidates.IsEmpty: false })
        {
            var twice = delivery.Reasons.Any(reason => reason.Code == ReasonCodes.FoundTwice);
            return await OfAsync(
                db,
                delivery,
                twice ? DecisionAsked.WhichIsRight
                    : delivery.ExportedIn is not null ? DecisionAsked.WasItImportedToo
                    : delivery.IsSuspected ? DecisionAsked.IsItBookedAlready
                    : DecisionAsked.IsItThis,
                delivery.Candidates,
                cancellation);
        }

        if (delivery.State is not DeliveryState.Booked)
        {
            return null;
        }

        ImmutableArray<PostedVoucher> extras =
        [
            .. (await OpenDuplicates.ReadAsync(db, company, cancellation))
                .Where(extra => extra.Booked?.ClosingId == delivery.ClosingId && extra.Booked.Ordinal == delivery.Ordinal)
                .Select(extra => new PostedVoucher(extra.Voucher.VoucherId, extra.Voucher.Number)),
        ];
        return extras.IsEmpty ? null : await OfAsync(db, delivery, DecisionAsked.HaveYouReversed, extras, cancellation);
    }

    private static async Task<DecisionView> OfAsync(
        BackOfficeDb db, VoucherDelivery delivery, DecisionAsked asked, ImmutableArray<PostedVoucher> vouchers, CancellationToken cancellation)
    {
        var stored = await db.Vouchers.AsNoTracking().Where(voucher => voucher.ClosingId == delivery.ClosingId && voucher.Ordinal == delivery.Ordinal)
            .OrderByDescending(voucher => voucher.AttemptNumber).FirstOrDefaultAsync(cancellation);
        var sent = asked is DecisionAsked.WhichIsRight or DecisionAsked.HaveYouReversed ? stored?.ToVoucher() : null;
        var ids = vouchers.Select(voucher => voucher.Id).ToList();
        var dates = await db.SightedVouchers.AsNoTracking()
            .Where(row => row.CompanyId == delivery.CompanyId && ids.Contains(row.VoucherId))
            .ToDictionaryAsync(row => row.VoucherId, row => row.Date, cancellation);
        return new DecisionView(
            asked,
            [
                .. vouchers.Select((voucher, index) => new Candidate(
                    voucher.Id,
                    voucher.Number,
                    dates.TryGetValue(voucher.Id, out var date) ? date : stored?.Date ?? delivery.BusinessDate,
                    sent is null ? null : Domain.Accounting.Reversal.Of(sent, voucher.Number, index + 1).Text)),
            ],
            sent is null ? null : ViewOf(Domain.Accounting.Reversal.Of(sent, vouchers[0].Number, 1), delivery));
    }

    private static VoucherView ViewOf(Voucher reversal, VoucherDelivery delivery) =>
        VoucherView.Of(reversal, isPreview: true, reversal.Series.Name, delivery.MappingVersion ?? 0);
}

/// <summary>What a person is asked.</summary>
public enum DecisionAsked
{
    /// <summary>It stands there more than once: which one books the closing?</summary>
    WhichIsRight = 1,

    /// <summary>Something there looks like it: is it?</summary>
    IsItThis = 2,

    /// <summary>It is booked, and stands there once more: has the other been reversed?</summary>
    HaveYouReversed = 3,

    /// <summary>A SIE export has taken it, and our voucher stands there: was the file imported too?</summary>
    WasItImportedToo = 4,

    /// <summary>A voucher that others have made looks like it: does it book the closing?</summary>
    IsItBookedAlready = 5,
}
