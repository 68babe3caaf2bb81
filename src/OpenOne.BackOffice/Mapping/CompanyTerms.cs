using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>What a company has decided about the voucher of one of its registers' closings.</summary>
public static class CompanyTerms
{
    // A series is needed to compose at all. While none is chosen nothing is sent, and everything else is still seen with any.
    private static readonly VoucherSeries _any = VoucherSeries.Parse("A");

    /// <summary>The terms of a closing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="company">The company.</param>
    /// <param name="register">The register that closed.</param>
    /// <param name="date">The business date; its fiscal year's chart says which accounts allow cost centres.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<VoucherTerms> ReadAsync(
        BackOfficeDb db, Company company, string register, DateOnly date, CancellationToken cancellation)
    {
        var store = await db.Registers.AsNoTracking()
            .Where(row => row.CompanyId == company.Id && row.Designation == register)
            .Select(row => row.StoreId)
            .SingleOrDefaultAsync(cancellation);
        return Of(company) with
        {
            Store = store,
            CostCentreAccounts = await ChartOfAccounts.CostCentreAccountsAsync(db, company.Id, date, cancellation),
        };
    }

    /// <summary>The terms that do not depend on the register.</summary>
    public static VoucherTerms Of(Company company) =>
        new(company.OrganisationNumber, company.VoucherSeries ?? _any, company.InvoicesInSpiris)
        {
            WhenUnmapped = company.WhenUnmapped,
        };
}
