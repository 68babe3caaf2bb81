using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Exports;

/// <summary>Composes closings for a file exactly as they would be composed for a transfer.</summary>
internal sealed class ExportComposer(AccountMapping mapping, VoucherTerms terms, IReadOnlyDictionary<string, string> stores)
{
    /// <summary>Reads what composing takes.</summary>
    public static async Task<ExportComposer> ReadAsync(
        BackOfficeDb db, Company company, ExportOrder order, CancellationToken cancellation)
    {
        var mapping = await db.Mappings.AsNoTracking().Where(row => row.CompanyId == company.Id)
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);

        // Composing needs a series; a file need not name one.
        var series = order.Series ?? company.VoucherSeries ?? VoucherSeries.Parse("A");
        return new(mapping?.ToMapping() ?? new(1, []), new(company.OrganisationNumber, series, company.InvoicesInSpiris), new Dictionary<string, string>());
    }

    /// <inheritdoc cref="VoucherComposer.Compose"/>
    public Composition Compose(Closing closing) => VoucherComposer.Compose(closing, mapping, terms);

    /// <summary>The version of the mapping that gives a closing its accounts.</summary>
    public int MappingVersion(Closing closing) => mapping.Version;

    /// <summary>The name of the store that a register belongs to; empty when it belongs to none.</summary>
    public string StoreOf(string register) => stores.GetValueOrDefault(register, "");
}
