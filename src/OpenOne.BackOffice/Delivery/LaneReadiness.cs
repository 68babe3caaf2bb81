using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What the check of a company says of its closings.</summary>
/// <param name="Report">The report; <see langword="null"/> when the company was never checked as things stand now.</param>
public sealed record LaneReadiness(ReadinessReport? Report)
{
    /// <summary>What the lane says itself, of each closing, and the report of all of them.</summary>
    private static readonly string[] _saidAlready =
    [
        ReadinessCodes.SyncSales, ReadinessCodes.AccountingFrom, ReadinessCodes.SeriesChosen, ReadinessCodes.Authorised,
        ReadinessCodes.AccountMapping,
    ];

    /// <summary>Why a closing is held: that the company is still being checked, or each blocked point that concerns it.</summary>
    /// <param name="closing">The closing.</param>
    /// <param name="accounts">The accounts of its voucher; none when it cannot be composed.</param>
    public IEnumerable<Reason> Holding(Closing closing, IReadOnlyCollection<AccountNumber> accounts)
    {
        if (Report is null)
        {
            return [Reason.Of(ReasonCodes.BeingChecked)];
        }

        var hasInvoices = closing.Report.Invoices is { IsEmpty: false };
        return Report.Holding(closing.BusinessDate, accounts, hasInvoices)
            .Where(point => !_saidAlready.Contains(point.Code))
            .Select(point => new Reason(point.Code, point.Arguments));
    }

    /// <summary>Reads what the last check says, if it was made against settings, mapping and access as they are.</summary>
    internal static async Task<LaneReadiness> ReadAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var state = await db.Readiness.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == company.Id, cancellation);
        return new LaneReadiness(
            state is { CheckedAt: not null } && state.Basis == await ReadinessBasis.OfAsync(db, company.Id, cancellation) ? state.Report : null);
    }
}
