using System.Collections.Immutable;
using OpenOne.BackOffice.Companies;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What is to become of a closing that is not in the books and not on its way.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
public abstract record LaneDecision
{
    private LaneDecision()
    {
    }

    /// <summary>It is not to be booked through the integration.</summary>
    public sealed record Skip(Reason Reason) : LaneDecision;

    /// <summary>It cannot be booked as things stand: every reason at once.</summary>
    public sealed record Hold(ImmutableArray<Reason> Reasons) : LaneDecision;

    /// <summary>It can, and the company wants a person to approve the voucher first.</summary>
    public sealed record AskApproval(Voucher Voucher, int MappingVersion) : LaneDecision;

    /// <summary>It can.</summary>
    public sealed record Send(Voucher Voucher, int MappingVersion) : LaneDecision;

    /// <summary>Decides about what the lane is to look at. Pure.</summary>
    public static LaneDecision Of(LaneItem item)
    {
        if (item.Correcting is { } correcting)
        {
            return OfCorrecting(correcting, item.Company, item.Access);
        }

        return OfDay(item) switch
        {
            Send when item.IsPausedDay => new Hold([Reason.Of(ReasonCodes.DayPaused)]),
            Send(var voucher, var mappingVersion)
                when item.Company.Mode is TransferMode.ApproveFirst && !item.Delivery.IsApproved(voucher) =>
                new AskApproval(voucher, mappingVersion),
            var decision => decision,
        };
    }

    /// <summary>The voucher of a closing's day, whatever else keeps it from being sent.</summary>
    public static Composition Compose(LaneItem item) =>
        VoucherComposer.Compose(item.Closing, item.Mapping ?? NoMapping, item.Terms);

    /// <summary>A person has seen and asked for exactly this voucher, so nothing of it is decided anew and nobody is asked again.</summary>
    private static LaneDecision OfCorrecting(CorrectingVoucher correcting, Company company, LaneAccess access)
    {
        ImmutableArray<Reason> reasons = [.. Settings(company, access)];

        // The look at the books reaches back to that date and no further, so what is dated before it could not be known again.
        return company.AccountingFrom is { } from && correcting.Voucher.Date < from ? new Hold([.. reasons, Before(from)])
            : reasons.IsEmpty ? new Send(correcting.Voucher, correcting.MappingVersion)
            : new Hold(reasons);
    }

    private static Reason Before(DateOnly from) =>
        Reason.Of(ReasonCodes.BeforeAccountingFrom, from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Decides, from the closing and what the company has chosen.</summary>
    private static LaneDecision OfDay(LaneItem item)
    {
        var (closing, company, mapping) = (item.Closing, item.Company, item.Mapping);
        if (company.AccountingFrom is { } from && closing.BusinessDate < from)
        {
            return new Skip(Before(from));
        }

        ImmutableArray<Reason> ofSettings = [.. Settings(company, item.Access), .. item.ReceiptProblems];
        ImmutableArray<Reason> Holding(params IEnumerable<AccountNumber> accounts) =>
            [.. ofSettings, .. item.Readiness?.Holding(closing, accounts.ToHashSet()) ?? []];

        return Compose(item).Match<LaneDecision>(
            nothingToBook: _ => new Skip(Reason.Of(ReasonCodes.NothingToBook)),
            invoiceReceiptsMissing: missing => new Hold([.. Holding(), Reason.Of(ReasonCodes.InvoiceReceiptsMissing, missing.Invoiced.ToString())]),
            unmapped: missing => new Hold([.. Holding(), .. missing.Keys.Select(key => Reason.Of(ReasonCodes.AccountNotMapped, key.ToString()!))]),
            composed: made => Holding(made.Voucher.Rows.Select(row => row.Account)) is { IsEmpty: false } reasons
                ? new Hold(reasons)
                : new Send(made.Voucher, mapping!.Version));
    }

    /// <summary>What a company has that has no mapping at all.</summary>
    internal static AccountMapping NoMapping { get; } = new(1, []);

    private static IEnumerable<Reason> Settings(Company company, LaneAccess access)
    {
        if (!company.SyncSales)
        {
            yield return Reason.Of(ReasonCodes.SyncSalesOff);
        }

        if (company.Mode is TransferMode.Paused)
        {
            yield return Reason.Of(ReasonCodes.Paused);
        }

        if (company.AccountingFrom is null)
        {
            yield return Reason.Of(ReasonCodes.AccountingFromNotSet);
        }

        if (company.VoucherSeries is null)
        {
            yield return Reason.Of(ReasonCodes.SeriesNotSet);
        }

        if (company.PostingStoppedBecause is { } because)
        {
            yield return Reason.Of(ReasonCodes.CompanyStopped, because);
        }

        if (access is LaneAccess.NeverAuthorised)
        {
            yield return Reason.Of(ReasonCodes.NotAuthorised);
        }
        else if (access is LaneAccess.Lost)
        {
            yield return Reason.Of(ReasonCodes.AuthorisationLost, "");
        }
    }
}
