using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
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
    /// <param name="Account">The account; 0 in a preview while nobody has chosen one.</param>
    /// <param name="Text">What it is about.</param>
    /// <param name="DebitOre">Its debit.</param>
    /// <param name="CreditOre">Its credit.</param>
    public sealed record Row(int Account, string Text, long DebitOre, long CreditOre);

    /// <summary>Where the rows come from; empty when that is not known.</summary>
    public IReadOnlyList<VoucherOrigin> Origins { get; init; } = [];

    /// <summary>What has no account yet, in a preview.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The voucher that was sent last; where none was, what would be sent now.</summary>
    /// <returns><see langword="null"/> when there is nothing to book, or when the voucher was found in the books without our having
    /// sent it.</returns>
    internal static async Task<VoucherView?> ReadAsync(
        BackOfficeDb db, Company company, VoucherDelivery delivery, CancellationToken cancellation)
    {
        var sent = await db.Vouchers.AsNoTracking()
            .Where(voucher => voucher.ClosingId == delivery.ClosingId && voucher.Ordinal == delivery.Ordinal)
            .OrderByDescending(voucher => voucher.AttemptNumber)
            .FirstOrDefaultAsync(cancellation);
        if (sent is null && delivery.Posted is not null)
        {
            return null;
        }

        var item = (await LanePreview.ReadAsync(db, company, [delivery], cancellation))[0];
        return sent is null ? Preview(item) : await SentAsync(db, item, sent.ToVoucher(), cancellation);
    }

    /// <summary>A voucher without a word about where its rows come from.</summary>
    internal static VoucherView Of(Voucher voucher, bool isPreview, string? series, int mappingVersion) => new(
        isPreview, voucher.Date, series, voucher.Text, mappingVersion, voucher.Total.Ore,
        [.. voucher.Rows.Select(row => new Row(row.Account.Number, row.Text, row.Debit.Ore, row.Credit.Ore))]);

    /// <summary>What would be sent now, as far as that can be told: what has no account stands where it would.</summary>
    private static VoucherView? Preview(LaneItem item)
    {
        var (mapping, series) = (item.Mapping, item.Company.VoucherSeries?.Name);
        switch (LaneDecision.Compose(item))
        {
            case Composition.Composed(var voucher):
                return Of(voucher, isPreview: true, series, mapping!.Version) with
                {
                    Origins = VoucherOrigin.Of(VoucherComposer.Explain(item.Closing, mapping, item.Terms)),
                };
            case Composition.Unmapped(var keys):
                var rows = VoucherComposer.Explain(item.Closing, mapping ?? LaneDecision.NoMapping, item.Terms);
                return new VoucherView(
                    true, item.Closing.BusinessDate, series, "", mapping?.Version ?? 0,
                    rows.Where(row => row.Balance.Ore > 0).Sum(row => row.Balance.Ore),
                    [
                        .. rows.Select(row => new Row(
                            row.Account?.Number ?? 0, row.Text, Math.Max(row.Balance.Ore, 0), Math.Max(-row.Balance.Ore, 0))),
                    ])
                {
                    Origins = VoucherOrigin.Of(rows),
                    Missing = [.. keys.Select(key => key.ToString()!)],
                };
            default:
                return null;
        }
    }

    /// <summary>What was sent, explained by the version of the mapping that it names.</summary>
    private static async Task<VoucherView> SentAsync(
        BackOfficeDb db, LaneItem item, Voucher sent, CancellationToken cancellation)
    {
        var version = item.Delivery.MappingVersion ?? 0;
        var view = Of(sent, isPreview: false, sent.Series.Name, version);
        return item.Delivery.Ordinal == 0
            && await MappingInForce.ReadVersionAsync(db, item.Company.Id, version, cancellation) is { } mapping
            && SentVoucher.TermsOf(item.Closing, sent, mapping, item.Terms) is { } terms
                ? view with { Origins = VoucherOrigin.Of(VoucherComposer.Explain(item.Closing, mapping, terms)) }
                : view;
    }
}
