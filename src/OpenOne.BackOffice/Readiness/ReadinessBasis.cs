using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Readiness;

/// <summary>What a report was found against, in one line: the revision of the settings, the mapping's version, and the access.</summary>
/// <remarks>A report is good only while this is unchanged, so nobody who changes any of it has to tell the check.</remarks>
internal static class ReadinessBasis
{
    /// <summary>The present basis of one company.</summary>
    public static async Task<string> OfAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation) =>
        (await Of(db).SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation))?.Text ?? "";

    /// <summary>The present basis of every company that somebody has authorised.</summary>
    public static IQueryable<Row> Of(BackOfficeDb db) =>
        from company in db.Companies.AsNoTracking()
        join connection in db.Connections.AsNoTracking() on company.Id equals connection.CompanyId
        select new Row
        {
            CompanyId = company.Id,
            Settings = company.Revision,
            Mapping = db.Mappings.Where(mapping => mapping.CompanyId == company.Id).Max(mapping => (int?)mapping.Version) ?? 0,
            AuthorisedAt = connection.AuthorisedAt,
            IsAuthorised = connection.State == Connections.ConnectionState.Authorised,
        };

    /// <summary>The basis of one company, part by part.</summary>
    internal sealed class Row
    {
        public Guid CompanyId { get; init; }

        public int Settings { get; init; }

        public int Mapping { get; init; }

        public DateTimeOffset AuthorisedAt { get; init; }

        public bool IsAuthorised { get; init; }

        public string Text => string.Create(
            CultureInfo.InvariantCulture, $"{Settings}/{Mapping}/{AuthorisedAt.ToUnixTimeMilliseconds()}/{(IsAuthorised ? 'y' : 'n')}");
    }
}
