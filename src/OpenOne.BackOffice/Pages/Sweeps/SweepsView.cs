using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Pages.Sweeps;

/// <summary>What the sweeps of one company have shown, in plain values that travel to a page that comes alive.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="CompanyNumber">Its number, as printed.</param>
/// <param name="Stopped">Why nothing more of the company is posted, if posting is stopped.</param>
/// <param name="UnderWay">The sweep that waits or is being made.</param>
/// <param name="Open">What somebody has to put right.</param>
/// <param name="Relinked">How many closings the last sweep found in the books that we had forgotten.</param>
/// <param name="History">The last sweeps, newest first.</param>
public sealed record SweepsView(
    Guid CompanyId,
    string CompanyNumber,
    string? Stopped,
    SweepsView.Progress? UnderWay,
    IReadOnlyList<SweepsView.OpenRow> Open,
    int Relinked,
    IReadOnlyList<SweepsView.PastRow> History)
{
    private const int Shown = 30;

    /// <summary>How far a sweep has come.</summary>
    public sealed record Progress(DateOnly First, DateOnly Last, int MonthsRead, int Months);

    /// <summary>A finding that is open.</summary>
    /// <param name="Kind">What is the matter.</param>
    /// <param name="Alteration">What differs.</param>
    /// <param name="Date">The date of the voucher.</param>
    /// <param name="Numbers">The vouchers it is about.</param>
    /// <param name="Closing">The closing and where its page is, when it is known here.</param>
    /// <param name="TooMany">Vouchers of which a person can say that they have been reversed.</param>
    public sealed record OpenRow(
        FindingKind Kind, Alteration? Alteration, DateOnly Date, string Numbers, ClosingLink? Closing, IReadOnlyList<VoucherLink> TooMany);

    /// <summary>A closing and where its page is.</summary>
    public sealed record ClosingLink(string Register, int ZNumber, string Address);

    /// <summary>A voucher in the books.</summary>
    public sealed record VoucherLink(string Id, string Number);

    /// <summary>A sweep that has ended.</summary>
    public sealed record PastRow(
        DateTimeOffset StartedAt, DateOnly First, DateOnly Last, string AskedBy, bool CameThrough, string? Problem, int Compared, int Findings);

    /// <summary>Reads the sweeps of a company for a user of its organisation.</summary>
    /// <returns><see langword="null"/> when the user does not belong there, or no longer does.</returns>
    public static async Task<SweepsView?> ReadAsync(
        BackOfficeDb db, SweepDesk desk, Guid userId, Guid companyId, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking()
            .Where(company => company.Id == companyId && db.Memberships.Any(
                member => member.UserId == userId && member.OrganisationId == company.OrganisationId))
            .SingleOrDefaultAsync(cancellation);
        if (company is null)
        {
            return null;
        }

        var past = await db.Sweeps.AsNoTracking().Where(sweep => sweep.CompanyId == companyId)
            .OrderByDescending(sweep => sweep.StartedAt).Take(Shown).ToListAsync(cancellation);
        var lastId = past.Find(sweep => sweep.End is SweepEnd.CameThrough)?.Id;
        return new SweepsView(
            companyId,
            company.OrganisationNumber.ToString(),
            company.PostingStoppedBecause,
            desk.Of(companyId) is { } progress
                ? new Progress(progress.Request.First, progress.Request.Last, progress.MonthsRead, progress.Months)
                : null,
            await OpenAsync(db, company, cancellation),
            await db.SweepFindings.CountAsync(
                finding => finding.SweepId == lastId && finding.Kind == FindingKind.Relinked, cancellation),
            [
                .. past.Select(sweep => new PastRow(
                    sweep.StartedAt, sweep.FirstDate, sweep.LastDate, sweep.AskedBy, sweep.End is SweepEnd.CameThrough,
                    sweep.Problem, sweep.Compared, sweep.FindingCount)),
            ]);
    }

    private static async Task<List<OpenRow>> OpenAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var open = await OpenFindings.ReadAsync(db, [company.Id], cancellation);
        var tooMany = (await OpenDuplicates.ReadAsync(db, company, cancellation)).Select(extra => extra.Voucher.VoucherId).ToHashSet();
        var closings = open.Select(found => found.Finding.ClosingId).OfType<Guid>().ToList();
        var known = await db.Closings.Where(closing => closings.Contains(closing.Id))
            .Select(closing => new { closing.Id, closing.Register, closing.ZNumber })
            .ToDictionaryAsync(closing => closing.Id, cancellation);
        var number = company.OrganisationNumber.ToString();
        return
        [
            .. open.Select(found => found.Finding).Select(finding => new OpenRow(
                finding.Kind,
                finding.Alteration,
                finding.Date,
                string.Join(", ", finding.Vouchers.Select(voucher => voucher.Number)),
                finding.ClosingId is { } id && known.TryGetValue(id, out var closing)
                    ? new ClosingLink(closing.Register, closing.ZNumber, ClosingPage.AddressOf(number, closing.Register, closing.ZNumber))
                    : null,
                [
                    .. finding.Vouchers.Where(voucher => finding.Kind is FindingKind.Unknown || tooMany.Contains(voucher.Id))
                        .Select(voucher => new VoucherLink(voucher.Id, voucher.Number)),
                ])),
        ];
    }
}
