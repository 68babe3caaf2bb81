using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Outside;

namespace OpenOne.BackOffice.Outside;

/// <summary>One day of a company whose books hold vouchers of others.</summary>
/// <param name="Date">The day.</param>
/// <param name="Closings">Its closings, as they were or would be booked.</param>
/// <param name="Likenesses">Which of those vouchers may book which closing, but for what a person has dismissed.</param>
internal sealed record OutsideDay(DateOnly Date, ImmutableArray<DaysClosing> Closings, ImmutableArray<Likeness> Likenesses)
{
    /// <summary>Takes in vouchers of others that were seen. Staged; the caller commits.</summary>
    /// <remarks>All are kept, also of days that no closing has come for: a till may hand those over later.</remarks>
    public static async Task TakeInAsync(
        BackOfficeDb db, Guid companyId, ImmutableArray<OutsideVoucher> seen, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var some in seen.DistinctBy(voucher => voucher.Voucher.Id).Chunk(500))
        {
            var ids = some.Select(voucher => voucher.Voucher.Id).ToList();
            var known = await db.OutsideVouchers.Where(row => row.CompanyId == companyId && ids.Contains(row.VoucherId))
                .ToDictionaryAsync(row => row.VoucherId, cancellation);
            foreach (var voucher in some)
            {
                if (known.TryGetValue(voucher.Voucher.Id, out var row))
                {
                    row.See(voucher, now);
                }
                else
                {
                    db.OutsideVouchers.Add(OutsideVoucherRow.Of(companyId, voucher, now));
                }
            }
        }
    }

    /// <summary>The vouchers of others that may book a closing already, one entry each.</summary>
    public static async Task<ImmutableArray<PostedVoucher>> AlikeAsync(
        BackOfficeDb db, Company company, VoucherDelivery delivery, CancellationToken cancellation) =>
        await ReadAsync(db, company, delivery.BusinessDate, cancellation) is { } day
            ? [.. day.Of(delivery.ClosingId).Select(likeness => likeness.Voucher.Voucher)]
            : [];

    /// <summary>What may book a closing of the day.</summary>
    public IEnumerable<Likeness> Of(Guid closingId) => Likenesses.Where(likeness => likeness.ClosingId == closingId);

    /// <summary>Reads a day.</summary>
    /// <returns><see langword="null"/> when its books hold no voucher of others.</returns>
    public static async Task<OutsideDay?> ReadAsync(BackOfficeDb db, Company company, DateOnly date, CancellationToken cancellation)
    {
        var outside = await db.OutsideVouchers.AsNoTracking()
            .Where(row => row.CompanyId == company.Id && row.Date == date).OrderBy(row => row.Number).ToListAsync(cancellation);
        if (outside.Count == 0)
        {
            return null;
        }

        var closings = await ClosingsAsync(db, company, date, cancellation);
        var ids = closings.Select(closing => closing.ClosingId).ToList();
        var dismissed = (await db.OutsideDismissals.AsNoTracking().Where(row => ids.Contains(row.ClosingId)).ToListAsync(cancellation))
            .Select(row => (row.ClosingId, row.VoucherId)).ToHashSet();

        // One that a person has linked to a closing, or that is a voucher of ours with an edited text, is not another's as well.
        var taken = (await db.Deliveries.AsNoTracking()
                .Where(row => row.CompanyId == company.Id && row.BusinessDate == date && row.Posted != null)
                .Select(row => new { row.ClosingId, row.Posted!.Id }).ToListAsync(cancellation))
            .ToLookup(row => row.Id, row => row.ClosingId);
        var found = Likeness.Of(closings, [.. outside.Select(row => row.ToVoucher())]);
        return new(
            date,
            closings,
            [
                .. found.Where(likeness => !dismissed.Contains((likeness.ClosingId, likeness.Voucher.Voucher.Id))
                    && !taken[likeness.Voucher.Voucher.Id].Contains(likeness.ClosingId)
                    && (likeness.By is LikenessKind.WholeDay or LikenessKind.NamesTheClosing || !taken[likeness.Voucher.Voucher.Id].Any())),
            ]);
    }

    private static async Task<ImmutableArray<DaysClosing>> ClosingsAsync(
        BackOfficeDb db, Company company, DateOnly date, CancellationToken cancellation)
    {
        var received = await db.Closings.AsNoTracking()
            .Where(closing => closing.CompanyId == company.Id && closing.BusinessDate == date)
            .OrderBy(closing => closing.ZNumber).ThenBy(closing => closing.Register)
            .Select(closing => new { closing.Id, closing.Register, closing.ZNumber, closing.Document })
            .ToListAsync(cancellation);
        var ids = received.Select(closing => closing.Id).ToList();
        var sent = (await db.Vouchers.AsNoTracking().Where(voucher => ids.Contains(voucher.ClosingId)).ToListAsync(cancellation))
            .GroupBy(voucher => voucher.ClosingId)
            .ToDictionary(group => group.Key, group => group.MaxBy(voucher => voucher.AttemptNumber)!.Rows);
        var composer = await ExportComposer.ReadAsync(db, company, cancellation);
        var closings = ImmutableArray.CreateBuilder<DaysClosing>();
        foreach (var closing in received)
        {
            var rows = sent.TryGetValue(closing.Id, out var known) ? known : await RowsAsync(composer, closing.Document, company, cancellation);
            closings.Add(new(closing.Id, new(closing.Register, closing.ZNumber), rows));
        }

        return closings.DrainToImmutable();
    }

    private static async Task<ImmutableArray<VoucherRow>> RowsAsync(
        ExportComposer composer, byte[] document, Company company, CancellationToken cancellation) =>
        Closing.Reconcile(ClosingReader.ReadAgain(document), company.OrganisationNumber) is Reconciliation.Reconciled(var closing)
        && (await composer.ComposeAsync(closing, cancellation)).Composition is Composition.Composed(var voucher)
            ? voucher.Rows
            : [];
}
