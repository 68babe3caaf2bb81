using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Books;

/// <summary>What came of creating or activating an account in Spiris.</summary>
public abstract record ChartChanging
{
    private ChartChanging()
    {
    }

    /// <summary>Our access no longer works; somebody has to authorise us again.</summary>
    public sealed record AccessLost : ChartChanging;

    /// <summary>Spiris would not.</summary>
    public sealed record Refused(string Said) : ChartChanging;

    /// <summary>Not just now.</summary>
    public sealed record Unavailable(string Problem) : ChartChanging;

    /// <summary>It can be booked on.</summary>
    public sealed record Usable : ChartChanging;
}

/// <summary>Makes an account usable in Spiris when a person has said so: activates it, or creates it where it is missing.</summary>
/// <remarks>Looked up just before, since a change replaces all of an account. Doing it twice changes nothing.</remarks>
internal sealed class ChartChange(SpirisConnection spiris, TokenKeeper tokens, IDbContextFactory<BackOfficeDb> databases)
{
    /// <summary>Makes an account usable in one fiscal year.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="yearId">The fiscal year.</param>
    /// <param name="number">The account.</param>
    /// <param name="name">Its name, if it has to be created.</param>
    /// <param name="vatCode">Its VAT code, if it has to be created and is to have one.</param>
    /// <param name="cancellation">Cancels the waiting; what Spiris was asked it may do all the same.</param>
    public async Task<ChartChanging> MakeUsableAsync(
        Guid companyId, Guid yearId, AccountNumber number, string name, Guid? vatCode, CancellationToken cancellation)
    {
        var company = new SpirisCompany(spiris, tokens.Of(companyId));
        var chart = await company.ReadAccountsAsync(yearId, cancellation);
        if (chart is not SpirisAnswer<SpirisList<SpirisAccount>>.Read(var accounts))
        {
            return Failed(chart);
        }

        var known = accounts.Items.FirstOrDefault(account =>
            int.TryParse(account.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own == number.Number);
        if (known is { IsActive: true })
        {
            await KeepAsync(companyId, yearId, number, known, cancellation);
            return new ChartChanging.Usable();
        }

        var made = known is not null
            ? await company.ReplaceAccountAsync(SpirisAccountInput.Activating(known, yearId), cancellation)
            : await company.CreateAccountAsync(
                new SpirisAccountInput
                {
                    Number = number.ToString(), Name = name, FiscalYearId = yearId, IsActive = true, VatCodeId = vatCode,
                    AllowTransactionText = true,
                },
                cancellation);
        if (made is not SpirisAnswer<SpirisAccount>.Read(var account))
        {
            return Failed(made);
        }

        await KeepAsync(companyId, yearId, number, account, cancellation);
        return new ChartChanging.Usable();
    }

    private static ChartChanging Failed<T>(SpirisAnswer<T> answer) => answer switch
    {
        SpirisAnswer<T>.AccessLost => new ChartChanging.AccessLost(),
        SpirisAnswer<T>.Refused(_, var message) => new ChartChanging.Refused(message),
        SpirisAnswer<T>.Unavailable(var problem, _) => new ChartChanging.Unavailable(problem),
        _ => throw new System.Diagnostics.UnreachableException("What was read is no failure."),
    };

    /// <summary>Our picture of the chart, which the next check would bring up to date as well.</summary>
    private async Task KeepAsync(
        Guid companyId, Guid yearId, AccountNumber number, SpirisAccount account, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.BooksAccounts.SingleOrDefaultAsync(
            known => known.CompanyId == companyId && known.YearId == yearId && known.Number == number, cancellation);
        if (row is null)
        {
            row = new BooksAccount
            {
                CompanyId = companyId, YearId = yearId, Number = number, Name = account.Name, IsActive = account.IsActive,
            };
            db.BooksAccounts.Add(row);
        }

        (row.Name, row.IsActive, row.VatCodeId) = (account.Name, account.IsActive, account.VatCodeId);
        await db.SaveChangesAsync(cancellation);
    }
}
