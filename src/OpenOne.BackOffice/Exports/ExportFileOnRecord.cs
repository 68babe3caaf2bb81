using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Exports;

/// <summary>The file of an export, byte for byte as it was made.</summary>
/// <param name="File">The file.</param>
/// <param name="FileName">What it is called.</param>
/// <param name="IsReleased">Whether its closings were released. Then it is not handed out any more: what it holds may be transferred
/// now, and imported as well it would stand in the books twice.</param>
internal sealed record ExportFileOnRecord(byte[] File, string FileName, bool IsReleased)
{
    /// <summary>Finds an export of a company.</summary>
    /// <returns><see langword="null"/> when the company has no such export.</returns>
    public static Task<ExportFileOnRecord?> FindAsync(BackOfficeDb db, Guid companyId, int number, CancellationToken cancellation) =>
        db.Exports.AsNoTracking().Where(row => row.CompanyId == companyId && row.Number == number)
            .Select(row => new ExportFileOnRecord(
                row.File,
                row.FileName,
                db.ExportReleases.Any(release => release.CompanyId == row.CompanyId && release.ExportNumber == row.Number)))
            .SingleOrDefaultAsync(cancellation);
}
