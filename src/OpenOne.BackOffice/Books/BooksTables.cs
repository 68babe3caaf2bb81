using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Books;

/// <summary>Brings the tables of accounts, VAT codes and cost centres up to what was read, row by row: what has not changed is
/// not written again.</summary>
internal static class BooksTables
{
    /// <summary>The chart of one fiscal year.</summary>
    public static async Task KeepAsync(
        BackOfficeDb db, Guid companyId, Guid yearId, IEnumerable<AccountFacts> accounts, CancellationToken cancellation)
    {
        var known = await db.BooksAccounts.Where(row => row.CompanyId == companyId && row.YearId == yearId)
            .ToDictionaryAsync(row => row.Number, cancellation);
        var left = known.Keys.ToHashSet();
        foreach (var account in accounts)
        {
            left.Remove(account.Number);
            if (!known.TryGetValue(account.Number, out var row))
            {
                row = new BooksAccount
                {
                    CompanyId = companyId, YearId = yearId, Number = account.Number, Name = account.Name, IsActive = account.IsActive,
                };
                db.BooksAccounts.Add(row);
            }

            (row.Name, row.IsActive, row.IsBlocked) = (account.Name, account.IsActive, account.IsBlocked);
            (row.VatCodeId, row.AllowsCostCentres, row.RequiresCostCentre) =
                (account.VatCode?.Id, account.AllowsCostCentres, account.RequiresCostCentre);
        }

        db.BooksAccounts.RemoveRange(left.Select(number => known[number]));
    }

    /// <summary>The VAT codes.</summary>
    public static async Task KeepAsync(
        BackOfficeDb db, Guid companyId, ImmutableArray<VatCodeFacts> codes, CancellationToken cancellation)
    {
        var known = await db.BooksVatCodes.Where(row => row.CompanyId == companyId).ToDictionaryAsync(row => row.Id, cancellation);
        foreach (var code in codes)
        {
            if (!known.Remove(code.Id, out var row))
            {
                row = new BooksVatCode { CompanyId = companyId, Id = code.Id, Code = code.Code, Description = code.Description };
                db.BooksVatCodes.Add(row);
            }

            (row.Code, row.Description, row.Percent) = (code.Code, code.Description, code.Percent);
        }

        db.BooksVatCodes.RemoveRange(known.Values);
    }

    /// <summary>The groups of cost centres, and what is in them.</summary>
    public static async Task KeepAsync(
        BackOfficeDb db, Guid companyId, ImmutableArray<SpirisCostCenter> groups, CancellationToken cancellation)
    {
        var known = await db.BooksCostCentreGroups.Where(row => row.CompanyId == companyId).ToDictionaryAsync(row => row.Id, cancellation);
        var knownItems = await db.BooksCostCentres.Where(row => row.CompanyId == companyId).ToDictionaryAsync(row => row.Id, cancellation);
        foreach (var group in groups)
        {
            if (!known.Remove(group.Id, out var row))
            {
                row = new BooksCostCentreGroup { CompanyId = companyId, Id = group.Id, Number = 0, Name = "", IsActive = false };
                db.BooksCostCentreGroups.Add(row);
            }

            (row.Number, row.Name, row.IsActive) = (group.Number ?? 0, group.Name, group.IsActive is not false);
            foreach (var item in (group.Items ?? []).OfType<SpirisCostCenterItem>())
            {
                if (!knownItems.Remove(item.Id, out var one))
                {
                    one = new BooksCostCentre
                    {
                        CompanyId = companyId, Id = item.Id, GroupId = group.Id, ShortName = "", Name = item.Name, IsActive = item.IsActive,
                    };
                    db.BooksCostCentres.Add(one);
                }

                (one.GroupId, one.ShortName, one.Name, one.IsActive) = (group.Id, item.ShortName ?? "", item.Name, item.IsActive);
            }
        }

        db.BooksCostCentres.RemoveRange(knownItems.Values);
        db.BooksCostCentreGroups.RemoveRange(known.Values);
    }
}
