using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary>One export as its page shows it: exactly what it contained, and what has become of that.</summary>
/// <param name="Company">The company.</param>
/// <param name="Export">The export, without its file.</param>
/// <param name="Vouchers">The vouchers in its file.</param>
/// <param name="Closings">The closings in them.</param>
/// <param name="Release">That it was released, if it was.</param>
public sealed record ExportView(
    Company Company, ExportView.Head Export, IReadOnlyList<ExportedVoucher> Vouchers, IReadOnlyList<ExportView.Closing> Closings,
    ExportRelease? Release)
{
    /// <summary>What is said of an export on top.</summary>
    public sealed record Head(
        int Number, DateOnly First, DateOnly Last, ExportGrouping Grouping, string? Series, DateTimeOffset MadeAt, string MadeBy,
        string FileName, string Hash, long Length, Money Total);

    /// <summary>A closing of the export, as it stands today.</summary>
    public sealed record Closing(string Register, int ZNumber, DateOnly Date, int Voucher, int MappingVersion, DeliveryState State, bool IsHeld);

    /// <summary>What the file books on each account.</summary>
    public IEnumerable<ExportDraft.AccountTotal> Totals() => Vouchers.SelectMany(voucher => voucher.Rows)
        .GroupBy(row => row.Account).OrderBy(account => account.Key.Number)
        .Select(account => new ExportDraft.AccountTotal(account.Key, account.Sum(row => row.Debit), account.Sum(row => row.Credit)));

    /// <summary>Reads an export of a company of the organisation.</summary>
    /// <returns><see langword="null"/> when the organisation has no such company, or the company no such export.</returns>
    public static async Task<ExportView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, string? company, int number, CancellationToken cancellation)
    {
        if (!OrganisationNumber.TryParse(company, out var known)
            || await db.OfOrganisation(organisationId).AsNoTracking()
                .SingleOrDefaultAsync(row => row.OrganisationNumber == known, cancellation) is not { } owner
            || await db.Exports.AsNoTracking()
                .SingleOrDefaultAsync(row => row.CompanyId == owner.Id && row.Number == number, cancellation) is not { } export)
        {
            return null;
        }

        var closings =
            from exported in db.ExportedClosings
            where exported.CompanyId == owner.Id && exported.ExportNumber == number
            join delivery in db.Deliveries on exported.ClosingId equals delivery.ClosingId
            orderby exported.VoucherOrdinal, delivery.BusinessDate, delivery.ZNumber, delivery.Register
            select new Closing(
                delivery.Register, delivery.ZNumber, delivery.BusinessDate, exported.VoucherOrdinal, exported.MappingVersion, delivery.State,
                delivery.ExportedIn == number);
        return new(
            owner,
            new(export.Number, export.FirstDate, export.LastDate, export.Grouping, export.Series?.Name, export.MadeAt, export.MadeBy,
                export.FileName, Convert.ToHexStringLower(export.FileHash), export.File.LongLength, export.Total),
            await db.ExportedVouchers.AsNoTracking().Where(row => row.CompanyId == owner.Id && row.ExportNumber == number)
                .OrderBy(row => row.Ordinal).ToListAsync(cancellation),
            await closings.AsNoTracking().ToListAsync(cancellation),
            await db.ExportReleases.AsNoTracking()
                .SingleOrDefaultAsync(row => row.CompanyId == owner.Id && row.ExportNumber == number, cancellation));
    }
}
