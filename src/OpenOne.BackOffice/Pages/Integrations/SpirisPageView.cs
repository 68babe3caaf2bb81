using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>What the Spiris integration page shows of one company.</summary>
/// <param name="Companies">Every company of the organisation, to choose from; at least the one that is shown.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="Connection">Its access to Spiris, if it was ever authorised.</param>
/// <param name="HasMapping">Whether it has an account mapping.</param>
/// <param name="Waiting">How many of its closings wait to be sent.</param>
/// <param name="SeriesInUse">The series its vouchers were sent in, by name.</param>
public sealed record SpirisPageView(
    IReadOnlyList<SpirisPageView.Choice> Companies,
    Company Company,
    Connection? Connection,
    bool HasMapping,
    int Waiting,
    IReadOnlyList<string> SeriesInUse)
{
    /// <summary>A company that may be chosen.</summary>
    public sealed record Choice(OrganisationNumber Number, string Name);

    /// <summary>What must be done before anything is sent, in the order of the page.</summary>
    public IEnumerable<Gap> Missing()
    {
        if (!Company.SyncSales)
        {
            yield return Gap.SyncSalesOff;
        }

        if (Company.Mode is TransferMode.Paused)
        {
            yield return Gap.Paused;
        }

        if (Company.AccountingFrom is null)
        {
            yield return Gap.AccountingFromNotSet;
        }

        if (Company.VoucherSeries is null)
        {
            yield return Gap.SeriesNotSet;
        }

        if (Connection?.State is not ConnectionState.Authorised)
        {
            yield return Connection is null ? Gap.NotAuthorised : Gap.AuthorisationLost;
        }

        if (!HasMapping)
        {
            yield return Gap.NoMapping;
        }

        if (Company.PostingStoppedBecause is not null)
        {
            yield return Gap.PostingStopped;
        }
    }

    /// <summary>Reads the page of a company of the organisation.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="number">The company that is asked for; <see langword="null"/> for the first by name.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns><see langword="null"/> when the organisation has no such company.</returns>
    public static async Task<SpirisPageView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, CancellationToken cancellation)
    {
        var companies = await db.OfOrganisation(organisationId).AsNoTracking()
            .OrderBy(company => company.Name)
            .ToListAsync(cancellation);
        if (companies.Find(company => number is null || company.OrganisationNumber == number) is not { } shown)
        {
            return null;
        }

        return new SpirisPageView(
            [.. companies.Select(company => new Choice(company.OrganisationNumber, company.Name))],
            shown,
            await db.Connections.AsNoTracking()
                .SingleOrDefaultAsync(connection => connection.CompanyId == shown.Id, cancellation),
            await db.Mappings.AnyAsync(mapping => mapping.CompanyId == shown.Id, cancellation),
            await db.Deliveries.CountAsync(
                delivery => delivery.CompanyId == shown.Id && delivery.Ordinal == 0
                    && (delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Received),
                cancellation),
            await SeriesOfAsync(db, shown.Id, cancellation));
    }

    private static async Task<List<string>> SeriesOfAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var series = await db.Deliveries
            .Where(delivery => delivery.CompanyId == companyId)
            .Join(
                db.Vouchers, delivery => new { delivery.ClosingId, delivery.Ordinal }, voucher => new { voucher.ClosingId, voucher.Ordinal },
                (_, voucher) => voucher.Series)
            .Distinct()
            .ToListAsync(cancellation);
        return [.. series.Select(name => name.Name).Order(StringComparer.Ordinal)];
    }
}

/// <summary>Something that must be done before closings are sent.</summary>
public enum Gap
{
    /// <summary>Sync sales is off.</summary>
    SyncSalesOff = 1,

    /// <summary>Accounting from has no date.</summary>
    AccountingFromNotSet = 2,

    /// <summary>No verification series is chosen.</summary>
    SeriesNotSet = 3,

    /// <summary>Nobody has pressed Authorize yet.</summary>
    NotAuthorised = 4,

    /// <summary>Somebody must press Authorize again.</summary>
    AuthorisationLost = 5,

    /// <summary>The company has no account mapping.</summary>
    NoMapping = 6,

    /// <summary>Posting was stopped until a person has decided about a duplicate.</summary>
    PostingStopped = 7,

    /// <summary>The transfer is paused.</summary>
    Paused = 8,
}
