using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary>What the page of SIE export shows of one company.</summary>
/// <param name="Companies">Every company of the organisation, to choose from.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="Exports">Its exports, newest first.</param>
public sealed record ExportsView(
    IReadOnlyList<SpirisPageView.Choice> Companies, Company Company, IReadOnlyList<ExportsView.Past> Exports)
{
    /// <summary>An export that was made.</summary>
    public sealed record Past(
        int Number, DateOnly First, DateOnly Last, ExportGrouping Grouping, DateTimeOffset MadeAt, string MadeBy, int Closings,
        int Vouchers, Money Total, bool IsReleased);

    /// <summary>From which day on the integration transfers; <see langword="null"/> while it transfers nothing.</summary>
    public DateOnly? TransferredFrom => Company.SyncSales ? Company.AccountingFrom : null;

    /// <summary>Reads the exports of a company of the organisation; of its first by name when no number is given.</summary>
    /// <returns><see langword="null"/> when the organisation has no such company.</returns>
    public static async Task<ExportsView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, CancellationToken cancellation)
    {
        var companies = await db.OfOrganisation(organisationId).AsNoTracking()
            .OrderBy(company => company.Name).ToListAsync(cancellation);
        if (companies.Find(company => number is null || company.OrganisationNumber == number) is not { } shown)
        {
            return null;
        }

        var past = await db.Exports.AsNoTracking()
            .Where(export => export.CompanyId == shown.Id)
            .OrderByDescending(export => export.Number)
            .Select(export => new Past(
                export.Number, export.FirstDate, export.LastDate, export.Grouping, export.MadeAt, export.MadeBy, export.ClosingCount,
                export.VoucherCount, export.Total,
                db.ExportReleases.Any(release => release.CompanyId == shown.Id && release.ExportNumber == export.Number)))
            .Take(200)
            .ToListAsync(cancellation);
        return new([.. companies.Select(company => new SpirisPageView.Choice(company.OrganisationNumber, company.Name))], shown, past);
    }
}
