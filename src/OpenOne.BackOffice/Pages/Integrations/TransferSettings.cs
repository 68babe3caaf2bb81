using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>What came of saving the settings of the integration. Nothing is saved but in the last case.</summary>
public abstract record SettingsSaving
{
    private SettingsSaving()
    {
    }

    /// <summary>Somebody else has changed them since the form was opened.</summary>
    public sealed record ChangedMeanwhile : SettingsSaving;

    /// <summary>A field cannot be what was filled in: every such field at once.</summary>
    public sealed record Invalid(ImmutableArray<SettingsProblem> Problems) : SettingsSaving;

    /// <summary>Closings that were left behind so far would be sent. The user has not yet said yes to that.</summary>
    public sealed record WouldSend(int Closings, DateOnly First, DateOnly Last) : SettingsSaving;

    /// <summary>Saved, and what waited for it is being looked at again.</summary>
    public sealed record Saved : SettingsSaving;
}

/// <summary>What can be wrong with a field.</summary>
public enum SettingsProblem
{
    /// <summary>Sync sales needs a date to begin from.</summary>
    AccountingFromMissing = 1,

    /// <summary>Accounting from is no date, or one that nobody can mean.</summary>
    AccountingFromNotADate = 2,

    /// <summary>Sync sales needs a series.</summary>
    SeriesMissing = 3,

    /// <summary>A series is one to four letters or digits.</summary>
    SeriesMalformed = 4,
}

/// <summary>Saves the settings of the integration.</summary>
public sealed class TransferSettings(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    // No Swedish restaurant brings closings from before this into a ledger of today (bokföringslagen keeps them for
    // seven years).
    private static readonly DateOnly Earliest = new(2010, 1, 1);

    /// <summary>Saves what a form holds for a company of the organisation.</summary>
    /// <exception cref="InvalidOperationException">The organisation has no such company.</exception>
    public async Task<SettingsSaving> SaveAsync(
        Guid organisationId, OrganisationNumber number, SettingsInput input, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var company = await db.OfOrganisation(organisationId)
            .SingleAsync(company => company.OrganisationNumber == number, cancellation);
        if (company.Revision != input.Revision)
        {
            return new SettingsSaving.ChangedMeanwhile();
        }

        var (from, series, problems) = Read(input);
        if (!problems.IsEmpty)
        {
            return new SettingsSaving.Invalid(problems);
        }

        if (!input.Confirmed && input.SyncSales
            && await NewlySentAsync(db, company, from!.Value, cancellation) is { } question)
        {
            return question;
        }

        company.ChooseTransfer(input.SyncSales, from, series);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SettingsSaving.ChangedMeanwhile();
        }

        await Reconsideration.OfCompanyAsync(db, company.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return new SettingsSaving.Saved();
    }

    private (DateOnly? From, VoucherSeries? Series, ImmutableArray<SettingsProblem> Problems) Read(SettingsInput input)
    {
        var (from, ofFrom) = ReadDay(input);
        var (series, ofSeries) = ReadSeries(input);
        return (from, series, [.. new[] { ofFrom, ofSeries }.OfType<SettingsProblem>()]);
    }

    private (DateOnly? From, SettingsProblem? Problem) ReadDay(SettingsInput input)
    {
        if (string.IsNullOrWhiteSpace(input.AccountingFrom))
        {
            return (null, input.SyncSales ? SettingsProblem.AccountingFromMissing : null);
        }

        return DateOnly.TryParseExact(
                input.AccountingFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Earliest && day <= Moments.Today(clock).AddYears(1)
                ? (day, null)
                : (null, SettingsProblem.AccountingFromNotADate);
    }

    private static (VoucherSeries? Series, SettingsProblem? Problem) ReadSeries(SettingsInput input)
    {
        if (string.IsNullOrWhiteSpace(input.VerificationSeries))
        {
            return (null, input.SyncSales ? SettingsProblem.SeriesMissing : null);
        }

        return VoucherSeries.TryParse(input.VerificationSeries, out var series)
            ? (series, null)
            : (null, SettingsProblem.SeriesMalformed);
    }

    /// <summary>The received closings that the new settings let go and the present ones do not.</summary>
    private static async Task<SettingsSaving.WouldSend?> NewlySentAsync(
        BackOfficeDb db, Company company, DateOnly from, CancellationToken cancellation)
    {
        var released = db.Deliveries.Where(delivery => delivery.CompanyId == company.Id && delivery.BusinessDate >= from
            && delivery.ExportedIn == null
            && (delivery.State == DeliveryState.Received || delivery.State == DeliveryState.Held
                || delivery.State == DeliveryState.Skipped || delivery.State == DeliveryState.Composed));
        if (company is { SyncSales: true, AccountingFrom: { } before })
        {
            released = released.Where(delivery => delivery.BusinessDate < before);
        }

        return await released.CountAsync(cancellation) is > 0 and var count
            ? new SettingsSaving.WouldSend(
                count,
                await released.MinAsync(delivery => delivery.BusinessDate, cancellation),
                await released.MaxAsync(delivery => delivery.BusinessDate, cancellation))
            : null;
    }
}
