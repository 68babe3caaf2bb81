using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Books;

/// <summary>The local picture of a company's books: read from its tables, and brought up to what Spiris tells.</summary>
internal static class BooksPicture
{
    /// <summary>The picture as it was last kept.</summary>
    public static async Task<BooksFacts> ReadAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        if (await db.BooksProfiles.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation) is not { } profile)
        {
            return BooksFacts.Nothing;
        }

        var codes = await db.BooksVatCodes.AsNoTracking().Where(code => code.CompanyId == companyId)
            .ToDictionaryAsync(code => code.Id, code => new VatCodeFacts(code.Id, code.Code, code.Description, code.Percent), cancellation);
        var accounts = (await db.BooksAccounts.AsNoTracking().Where(account => account.CompanyId == companyId).ToListAsync(cancellation))
            .ToLookup(account => account.YearId, account => Facts(account, codes));
        var years = await db.BooksYears.AsNoTracking().Where(year => year.CompanyId == companyId)
            .OrderBy(year => year.FirstDay).ToListAsync(cancellation);
        return profile.Facts with
        {
            Years = years.Count == 0 ? null : [.. years.Select(year => Facts(year, accounts[year.Id]))],
            CostCentres = await CostCentresAsync(db, companyId, cancellation),
        };
    }

    /// <summary>Brings the tables up to what was read. To be saved by the caller.</summary>
    public static async Task KeepAsync(
        BackOfficeDb db, Guid companyId, BooksReading reading, DateTimeOffset now, CancellationToken cancellation)
    {
        var profile = await db.BooksProfiles.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        if (profile is null)
        {
            profile = new BooksProfile { CompanyId = companyId };
            db.BooksProfiles.Add(profile);
        }

        (profile.ReadAt, profile.Facts) = (now, reading.Facts);
        await KeepYearsAsync(db, companyId, reading, now, cancellation);
        if (reading.VatCodes is { } codes)
        {
            await BooksTables.KeepAsync(db, companyId, codes, cancellation);
        }

        if (reading.CostCentreGroups is { } groups)
        {
            await BooksTables.KeepAsync(db, companyId, groups, cancellation);
        }
    }

    private static async Task KeepYearsAsync(
        BackOfficeDb db, Guid companyId, BooksReading reading, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!reading.YearsWereRead || reading.Facts.Years is not { } years)
        {
            return;
        }

        var known = await db.BooksYears.Where(year => year.CompanyId == companyId).ToDictionaryAsync(year => year.Id, cancellation);
        db.BooksYears.RemoveRange(known.Values.Where(year => years.All(read => read.Id != year.Id)));
        foreach (var read in years)
        {
            if (!known.TryGetValue(read.Id, out var year))
            {
                year = new BooksYear
                {
                    CompanyId = companyId, Id = read.Id, FirstDay = read.First, LastDay = read.Last, IsLocked = read.IsLocked,
                };
                db.BooksYears.Add(year);
            }

            (year.FirstDay, year.LastDay, year.IsLocked) = (read.First, read.Last, read.IsLocked);
            if (reading.ChartsRead.Contains(read.Id) && read.Chart is { } chart)
            {
                year.ChartReadAt = now;
                await BooksTables.KeepAsync(db, companyId, read.Id, chart.Values, cancellation);
            }
        }
    }

    private static AccountFacts Facts(BooksAccount account, Dictionary<Guid, VatCodeFacts> codes) =>
        new(account.Number, account.Name, account.IsActive)
        {
            IsBlocked = account.IsBlocked,
            VatCode = account.VatCodeId is { } id ? codes.GetValueOrDefault(id) ?? new VatCodeFacts(id, "?", "", null) : null,
            AllowsCostCentres = account.AllowsCostCentres,
            RequiresCostCentre = account.RequiresCostCentre,
        };

    private static BooksYearFacts Facts(BooksYear year, IEnumerable<AccountFacts> accounts) => new(
        year.Id, year.FirstDay, year.LastDay, year.IsLocked,
        year.ChartReadAt is null ? null : accounts.ToImmutableDictionary(account => account.Number));

    private static async Task<ImmutableArray<CostCentreFacts>?> CostCentresAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var groups = await CostCentreGroup.ReadAsync(db, companyId, cancellation);
        return groups.IsEmpty
            ? null
            : [
                .. groups.SelectMany(group => group.Items.Select(item =>
                    new CostCentreFacts(item.Id, group.Number, item.Name, item.IsActive && group.IsActive))),
            ];
    }
}
