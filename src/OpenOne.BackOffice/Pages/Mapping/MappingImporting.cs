using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>What a file would do, or did. Nothing is saved but in the last case.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
public abstract record MappingTrial
{
    private MappingTrial()
    {
    }

    /// <summary>The file cannot be saved: everything that speaks against it.</summary>
    public sealed record Refused(ImmutableArray<MappingFileProblem> Problems) : MappingTrial;

    /// <summary>It would begin before the first version does.</summary>
    public sealed record BeforeTheFirst(DateOnly First) : MappingTrial;

    /// <summary>Somebody has saved a version since it was tried.</summary>
    public sealed record Outdated : MappingTrial;

    /// <summary>What saving it would change; nothing at all is a change too few to save.</summary>
    public sealed record WouldChange(
        int Newest, DateOnly EffectiveFrom, ImmutableArray<MappingDifference> Accounts, ImmutableArray<CostCentreDifference> CostCentres,
        IReadOnlyDictionary<MappingKey, string?> Names, ChartOfAccounts? Chart) : MappingTrial
    {
        /// <summary>How many rows are new.</summary>
        public int Adds => Accounts.Count(difference => difference.Before is null);

        /// <summary>How many rows are taken away.</summary>
        public int Removes => Accounts.Count(difference => difference.After is null);

        /// <summary>How many rows get another account.</summary>
        public int Changes => Accounts.Length - Adds - Removes;
    }

    /// <summary>Saved.</summary>
    public sealed record Saved(int Version) : MappingTrial;
}

/// <summary>Tries a file, and saves it when somebody has seen what it would do.</summary>
public sealed class MappingImporting(IDbContextFactory<BackOfficeDb> databases, MappingChange change, TimeProvider clock)
{
    /// <summary>What a file would change. Saves nothing.</summary>
    /// <param name="company">A company that the caller may change.</param>
    /// <param name="content">The file.</param>
    /// <param name="typed">The date it is to begin on, as it was typed; empty for what the file says.</param>
    /// <param name="cancellation">Cancels the trial.</param>
    public async Task<MappingTrial> TryAsync(Company company, byte[] content, string typed, CancellationToken cancellation) =>
        (await PrepareAsync(company, content, typed, cancellation)).Trial;

    /// <summary>Saves a file whose changes somebody has seen.</summary>
    /// <param name="company">A company that the caller may change.</param>
    /// <param name="content">The file.</param>
    /// <param name="typed">The date it is to begin on, as it was typed; empty for what the file says.</param>
    /// <param name="newest">The newest version when it was tried.</param>
    /// <param name="by">Who saves.</param>
    /// <param name="cancellation">Cancels the saving.</param>
    public async Task<MappingTrial> SaveAsync(
        Company company, byte[] content, string typed, int newest, string by, CancellationToken cancellation)
    {
        var (trial, draft) = await PrepareAsync(company, content, typed, cancellation);
        if (trial is not MappingTrial.WouldChange would || draft is null)
        {
            return trial;
        }

        return await change.SaveAsync(company, draft with { Newest = newest, By = by }, cancellation) switch
        {
            MappingSaving.Saved saved => new MappingTrial.Saved(saved.Version),
            MappingSaving.BeforeTheFirst before => new MappingTrial.BeforeTheFirst(before.First),
            MappingSaving.NothingChanged => would with { Accounts = [], CostCentres = [] },
            _ => new MappingTrial.Outdated(),
        };
    }

    /// <summary>The bytes of an uploaded file, no further than it may be long.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile? file, CancellationToken cancellation)
    {
        var content = new byte[Math.Min(file?.Length ?? 0, MappingFile.MaxBytes + 1)];
        if (file is not null)
        {
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellation);
        }

        return content;
    }

    /// <summary>The bytes that a form holds; nothing when it was tampered with.</summary>
    public static byte[] Decode(string text)
    {
        var content = new byte[text.Length];
        return Convert.TryFromBase64String(text, content, out var length) ? content[..length] : [];
    }

    private async Task<(MappingTrial Trial, MappingDraft? Draft)> PrepareAsync(
        Company company, byte[] content, string typed, CancellationToken cancellation)
    {
        if (MappingImport.Read(content) is not MappingFileReading.Read(var file))
        {
            return (new MappingTrial.Refused(((MappingFileReading.Refused)MappingImport.Read(content)).Problems), null);
        }

        if (typed.Length > 0 && Moments.ReadDay(typed) is null)
        {
            return (new MappingTrial.Refused([new(0, MappingFileFault.NotADate, typed)]), null);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await MappingImport.CheckAsync(db, company, file, cancellation) is { IsEmpty: false } problems)
        {
            return (new MappingTrial.Refused(problems), null);
        }

        var heads = await db.Mappings.Where(mapping => mapping.CompanyId == company.Id)
            .Select(mapping => new { mapping.Version, mapping.EffectiveFrom, mapping.FollowsDefault }).ToListAsync(cancellation);
        var today = Moments.Today(clock);
        var from = Moments.ReadDay(typed) ?? file.EffectiveFrom ?? (heads is [] ? DateOnly.MinValue : today);
        if (heads is not [] && from < heads.Min(head => head.EffectiveFrom))
        {
            return (new MappingTrial.BeforeTheFirst(heads.Min(head => head.EffectiveFrom)), null);
        }

        var inForce = await db.Mappings.AsNoTracking().AsSplitQuery()
            .Where(mapping => mapping.CompanyId == company.Id && mapping.EffectiveFrom <= from)
            .OrderByDescending(mapping => mapping.Version).FirstOrDefaultAsync(cancellation);
        var newest = heads is [] ? 0 : heads.Max(head => head.Version);
        var draft = new MappingDraft(newest, from, file.Accounts, "")
        {
            FollowsDefault = file.FollowsDefault ?? inForce?.FollowsDefault is not null,
            CostCentres = file.CostCentres.ToDictionary(row => row.Subject, row => row.Chosen),
        };
        var difference = MappingComparison.Of(
            inForce?.OwnRows(),
            new AccountMapping(newest + 1, draft.Accounts, new CostCentreRules(draft.CostCentres)));
        var names = await db.SeenKeys.Where(seen => seen.CompanyId == company.Id)
            .ToDictionaryAsync(seen => seen.Key, seen => seen.Name, cancellation);
        var chart = await ChartOfAccounts.ReadAsync(db, company.Id, from > today ? from : today, cancellation);
        return (new MappingTrial.WouldChange(newest, from, difference.Accounts, difference.CostCentres, names, chart), draft);
    }
}
