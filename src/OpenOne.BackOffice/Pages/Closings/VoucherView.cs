using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>A voucher as a page shows it.</summary>
/// <param name="IsPreview">Whether it is only what would be sent now: settings and mapping may still change it.</param>
/// <param name="Date">The date it is booked on.</param>
/// <param name="Series">The series it is numbered in; <see langword="null"/> in a preview while none is chosen.</param>
/// <param name="Text">What it is about.</param>
/// <param name="MappingVersion">The version of the account mapping that made it.</param>
/// <param name="TotalOre">The sum of the debits, and of the credits.</param>
/// <param name="Rows">Its rows.</param>
public sealed record VoucherView(
    bool IsPreview,
    DateOnly Date,
    string? Series,
    string Text,
    int MappingVersion,
    long TotalOre,
    IReadOnlyList<VoucherView.Row> Rows)
{
    /// <summary>One row; one of the two amounts is zero.</summary>
    public sealed record Row(int Account, string Text, long DebitOre, long CreditOre);

    /// <summary>The voucher that was sent last; where none was, what would be sent now.</summary>
    /// <returns><see langword="null"/> when nothing can be composed as things stand, or when the voucher was found in the books
    /// without our having sent it.</returns>
    public static async Task<VoucherView?> ReadAsync(
        BackOfficeDb db, Company company, VoucherDelivery delivery, CancellationToken cancellation)
    {
        var sent = await db.Vouchers.AsNoTracking().Where(voucher => voucher.ClosingId == delivery.ClosingId)
            .OrderByDescending(voucher => voucher.AttemptNumber)
            .FirstOrDefaultAsync(cancellation);
        return sent is not null
            ? Of(sent.ToVoucher(), isPreview: false, sent.Series.Name, delivery.MappingVersion ?? 0)
            : delivery.Posted is null ? await PreviewAsync(db, company, delivery.ClosingId, cancellation) : null;
    }

    private static async Task<VoucherView?> PreviewAsync(
        BackOfficeDb db, Company company, Guid closingId, CancellationToken cancellation)
    {
        var document = await db.Closings.Where(closing => closing.Id == closingId)
            .Select(closing => closing.Document).SingleAsync(cancellation);
        var report = ClosingReader.ReadAgain(document);
        var mapping = await MappingInForce.ReadAsync(db, company.Id, report.BusinessDate, cancellation);
        if (mapping is null
            || Closing.Reconcile(report, company.OrganisationNumber) is not Reconciliation.Reconciled(var closing))
        {
            return null;
        }

        var terms = await CompanyTerms.ReadAsync(db, company, report.Key.Register, report.BusinessDate, cancellation);
        return VoucherComposer.Compose(closing, mapping, terms) is Composition.Composed(var voucher)
            ? Of(voucher, isPreview: true, company.VoucherSeries?.Name, mapping.Version)
            : null;
    }

    internal static VoucherView Of(Voucher voucher, bool isPreview, string? series, int mappingVersion) => new(
        isPreview, voucher.Date, series, voucher.Text, mappingVersion, voucher.Total.Ore,
        [.. voucher.Rows.Select(row => new Row(row.Account.Number, row.Text, row.Debit.Ore, row.Credit.Ore))]);
}
