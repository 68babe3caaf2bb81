using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Readiness;

/// <summary>Makes one check of one company: asks Spiris, keeps the picture and the report, and lets what waits for it go.</summary>
internal sealed class ReadinessRound(
    IDbContextFactory<BackOfficeDb> databases,
    SpirisConnection spiris,
    TokenKeeper tokens,
    ClosingFeed feed,
    IOptions<ReadinessOptions> options,
    TimeProvider clock)
{
    /// <summary>Makes it.</summary>
    /// <returns>The report; <see langword="null"/> when Spiris told nothing, or somebody else is checking.</returns>
    public async Task<ReadinessReport?> MakeAsync(ReadinessRequest request, CancellationToken stopping)
    {
        if (!await ClaimAsync(request.CompanyId, stopping))
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var keeping = Regularly.DoAsync(cancellation => RenewAsync(request.CompanyId, cancellation), options.Value.ClaimFor / 3, clock, over.Token);
        try
        {
            return await MakeClaimedAsync(request, stopping);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }
    }

    private async Task<ReadinessReport?> MakeClaimedAsync(ReadinessRequest request, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == request.CompanyId, stopping);
        var basis = await ReadinessBasis.OfAsync(db, company.Id, stopping);
        var terms = await TermsReading.ReadAsync(db, company, Moments.Today(clock), stopping);
        var known = await BooksPicture.ReadAsync(db, company.Id, stopping);
        var answer = terms.Access is BooksAccess.Granted
            ? await AskAsync(db, company, terms, known, await IsToLookAsync(db, request, known, stopping), stopping)
            : new BooksAnswer.Told(new BooksReading(known));
        switch (answer)
        {
            case BooksAnswer.Told(var reading):
                return await KeepAsync(db, request, reading, terms, basis, stopping);
            case BooksAnswer.AccessLost(var problem):
                await FailAsync(db, company.Id, problem, stopping);
                return null;
            case BooksAnswer.Unavailable(var problem):
                await FailAsync(db, company.Id, problem, stopping);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException("The cases of BooksAnswer are closed.");
        }
    }

    /// <summary>Takes the company's row, so that of several processes one makes the check.</summary>
    private async Task<bool> ClaimAsync(Guid companyId, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (!await db.Readiness.AnyAsync(row => row.CompanyId == companyId, stopping))
        {
            db.Readiness.Add(new CompanyReadiness { CompanyId = companyId });
            try
            {
                await db.SaveChangesAsync(stopping);
            }
            catch (DbUpdateException) when (db.Readiness.AsNoTracking().Any(row => row.CompanyId == companyId))
            {
                // Another process was as quick; the claim below decides between the two.
            }
        }

        // One that would hold for longer than any can was made by a clock that goes wrong, and is void.
        var now = clock.GetUtcNow();
        var until = now + options.Value.ClaimFor;
        return await db.Readiness
            .Where(row => row.CompanyId == companyId && (row.ClaimedUntil == null || row.ClaimedUntil <= now || row.ClaimedUntil > until))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until), stopping) == 1;
    }

    /// <summary>Keeps the claim for as long as the check is being made. Should it be lost, there are two checks, which harm nobody.</summary>
    private async Task RenewAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var until = clock.GetUtcNow() + options.Value.ClaimFor;
        await db.Readiness.Where(row => row.CompanyId == companyId && row.ClaimedUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until), cancellation);
    }

    private async Task<BooksAnswer> AskAsync(
        BackOfficeDb db, Company company, ReadinessTerms terms, BooksFacts known, bool look, CancellationToken stopping)
    {
        var today = Moments.Today(clock);
        var access = tokens.Of(company.Id);
        var question = new BooksQuestion(new SpirisCompany(spiris, access), known);
        using var late = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            return await question.AskAsync(
                access,
                years => YearsOf(years, terms, today),
                look ? await LookAsync(db, company, terms, today, stopping) : null,
                either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return new BooksAnswer.Unavailable("Asking Spiris took too long.");
        }
    }

    /// <summary>Whether the vouchers are read as well. Not each time that something is looked at again because it is blocked: it
    /// may be so for days, and a year of vouchers is many pages.</summary>
    private static async Task<bool> IsToLookAsync(
        BackOfficeDb db, ReadinessRequest request, BooksFacts known, CancellationToken stopping)
    {
        var state = await db.Readiness.AsNoTracking().SingleAsync(row => row.CompanyId == request.CompanyId, stopping);
        return request.Trigger is not ReadinessTrigger.Due || known.Series is null || state.Report.IsReady;
    }

    /// <summary>The years that decide, and in any case the present one, whose accounts people choose from.</summary>
    private static IEnumerable<BooksYearFacts> YearsOf(
        IEnumerable<BooksYearFacts> years, ReadinessTerms terms, DateOnly today) =>
        ReadinessCheck.YearsNeeded([.. years], terms, today).Union(years.Where(year => year.Holds(today)));

    /// <summary>A year back for the series, and as far as the first day that may be booked twice.</summary>
    private static async Task<VoucherLook> LookAsync(
        BackOfficeDb db, Company company, ReadinessTerms terms, DateOnly today, CancellationToken stopping)
    {
        var ours = await db.Deliveries.Where(delivery => delivery.CompanyId == company.Id && delivery.Posted != null)
            .Select(delivery => delivery.Posted!.Id).ToListAsync(stopping);
        var first = today.AddYears(-1);
        foreach (var day in terms.HasBooked ? terms.Waiting.Take(1) : terms.Waiting.Take(1).Append(terms.AccountingFrom ?? first))
        {
            first = day < first ? day : first;
        }

        return new VoucherLook(
            first,
            today.AddYears(1),
            ours.ToHashSet(StringComparer.OrdinalIgnoreCase),
            terms.Accounts.Where(mapped => mapped.Use is AccountUse.Sales).Select(mapped => mapped.Account).ToHashSet());
    }

    private async Task<ReadinessReport> KeepAsync(
        BackOfficeDb db, ReadinessRequest request, BooksReading reading, ReadinessTerms terms, string basis, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var report = ReadinessCheck.Of(reading.Facts, terms, Moments.Today(clock));
        await BooksPicture.KeepAsync(db, request.CompanyId, reading, now, stopping);
        var state = await db.Readiness.SingleAsync(row => row.CompanyId == request.CompanyId, stopping);
        var (before, wasCurrent) = (state.CheckedAt is null ? null : state.Report, state.CheckedAt is not null && state.Basis == basis);
        state.Take(report, basis, now, report.IsReady ? ReadinessCalendar.NextDaily(now, options.Value.Hour) : now + options.Value.BlockedEvery);
        if (before is null || request.AskedBy is not null || !before.Points.SequenceEqual(report.Points))
        {
            db.ReadinessHistory.Add(new ReadinessHistoryEntry
            {
                CompanyId = request.CompanyId,
                CheckedAt = now,
                Trigger = request.Trigger,
                AskedBy = request.AskedBy,
                Blocked = report.Points.Count(point => point.Status is ReadinessStatus.Blocked),
                Warnings = report.Points.Count(point => point.Status is ReadinessStatus.Warning),
                Report = report,
            });
        }

        await db.SaveChangesAsync(CancellationToken.None);
        if (!wasCurrent || !Blocked(before!).SequenceEqual(Blocked(report)))
        {
            await Reconsideration.OfCompanyAsync(db, request.CompanyId, CancellationToken.None);
            feed.Announce(request.CompanyId);
        }

        return report;
    }

    private async Task FailAsync(BackOfficeDb db, Guid companyId, string problem, CancellationToken stopping)
    {
        var state = await db.Readiness.SingleAsync(row => row.CompanyId == companyId, stopping);
        state.Fail(problem, clock.GetUtcNow() + options.Value.RetryEvery);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static IEnumerable<ReadinessPoint> Blocked(ReadinessReport report) =>
        report.Points.Where(point => point.Status is ReadinessStatus.Blocked);
}
