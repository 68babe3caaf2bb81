using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Books;

/// <summary>Creates and activates accounts in Spiris for whoever has been asked and has said yes.</summary>
/// <remarks>Spiris keeps its chart year by year, so it is done in each year from the first that needs it, one after the other. What
/// was done stands in the picture at once, and the company is checked again.</remarks>
public sealed class AccountOpener
{
    private const int ConflictCode = 4000;

    private readonly IDbContextFactory<BackOfficeDb> _databases;
    private readonly Func<Guid, SpirisCompany> _spiris;

    internal AccountOpener(IDbContextFactory<BackOfficeDb> databases, SpirisConnection connection, TokenKeeper tokens) =>
        (_databases, _spiris) = (databases, companyId => new SpirisCompany(connection, tokens.Of(companyId)));

    /// <summary>Sees to it that an account can be booked on.</summary>
    public async Task<AccountOpening> OpenAsync(Guid companyId, WantedAccount wanted, CancellationToken cancellation)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellation);
        var years = await db.BooksYears.AsNoTracking()
            .Where(year => year.CompanyId == companyId && year.LastDay >= wanted.From && !year.IsLocked)
            .OrderBy(year => year.FirstDay).ToListAsync(cancellation);
        if (years.Count == 0)
        {
            return new AccountOpening.NoFiscalYear();
        }

        var spiris = _spiris(companyId);
        foreach (var year in years)
        {
            switch (await OpenAsync(spiris, year.Id, wanted, cancellation))
            {
                case SpirisAnswer<SpirisAccount>.Read(var account):
                    await KeepAsync(db, companyId, year.Id, wanted, account, cancellation);
                    break;
                case SpirisAnswer<SpirisAccount>.Refused(_, var said):
                    return new AccountOpening.Refused(said);
                case SpirisAnswer<SpirisAccount>.AccessLost:
                    return new AccountOpening.AccessLost();
                case SpirisAnswer<SpirisAccount>.Unavailable(var problem, _):
                    return new AccountOpening.Unavailable(problem);
            }
        }

        await db.Readiness.Where(row => row.CompanyId == companyId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, VoucherDelivery.AtOnce), cancellation);
        var chart = await ChartOfAccounts.ReadAsync(db, companyId, wanted.From < years[0].FirstDay ? years[0].FirstDay : wanted.From, cancellation);
        return chart?.Find(wanted.Number) is { } opened
            ? new AccountOpening.Opened(opened)
            : new AccountOpening.NoFiscalYear();
    }

    /// <summary>Looks first: what a change leaves out would be reset, and an account that is there is not created.</summary>
    private static async Task<SpirisAnswer<SpirisAccount>> OpenAsync(
        SpirisCompany spiris, Guid yearId, WantedAccount wanted, CancellationToken cancellation)
    {
        var number = wanted.Number.ToString();
        switch (await spiris.ReadAccountAsync(yearId, number, cancellation))
        {
            case SpirisAnswer<SpirisAccount>.Read({ IsActive: true }) active:
                return active;
            case SpirisAnswer<SpirisAccount>.Read(var asleep):
                return await spiris.ReplaceAccountAsync(SpirisAccountInput.Activating(asleep, yearId), cancellation);
            case SpirisAnswer<SpirisAccount>.Refused:
                var created = await spiris.CreateAccountAsync(
                    new SpirisAccountInput
                    {
                        Number = number,
                        Name = wanted.Name,
                        FiscalYearId = yearId,
                        IsActive = true,
                        VatCodeId = wanted.VatCodeId,
                        AllowTransactionText = true,
                    },
                    cancellation);

                // An earlier try may have made it, and its answer was lost.
                return created is SpirisAnswer<SpirisAccount>.Refused { Code: ConflictCode }
                    ? await spiris.ReadAccountAsync(yearId, number, cancellation)
                    : created;
            case var other:
                return other;
        }
    }

    private static async Task KeepAsync(
        BackOfficeDb db, Guid companyId, Guid yearId, WantedAccount wanted, SpirisAccount account, CancellationToken cancellation)
    {
        var row = await db.BooksAccounts.SingleOrDefaultAsync(
            known => known.CompanyId == companyId && known.YearId == yearId && known.Number == wanted.Number, cancellation);
        if (row is null)
        {
            row = new BooksAccount
            {
                CompanyId = companyId, YearId = yearId, Number = wanted.Number, Name = account.Name, IsActive = account.IsActive,
            };
            db.BooksAccounts.Add(row);
        }

        (row.Name, row.IsActive, row.IsBlocked) = (account.Name, account.IsActive, account.IsBlockedForManualBooking is true);
        (row.VatCodeId, row.AllowsCostCentres, row.RequiresCostCentre) =
            (account.VatCodeId, account.IsCostCenterAllowed is true, account.IsFirstCostCenterMandatory is true);
        await db.SaveChangesAsync(cancellation);
    }
}
