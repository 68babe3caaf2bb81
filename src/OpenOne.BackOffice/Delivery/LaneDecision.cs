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

    /// <summary>It can.</summary>
    public sealed record Send(Voucher Voucher, int MappingVersion) : LaneDecision;

    /// <summary>Decides, from the closing and what the company has chosen. Pure.</summary>
    public static LaneDecision Of(LaneItem item)
    {
        var (closing, company, mapping) = (item.Closing, item.Company, item.Mapping);
        if (company.AccountingFrom is { } from && closing.BusinessDate < from)
        {
            return new Skip(Reason.Of(ReasonCodes.BeforeAccountingFrom, from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        }

        ImmutableArray<Reason> ofSettings = [.. Settings(company, item.Access)];

        var composition = VoucherComposer.Compose(closing, mapping ?? NoMapping, item.Terms);
        return composition.Match<LaneDecision>(
            nothingToBook: _ => new Skip(Reason.Of(ReasonCodes.NothingToBook)),
            invoiceReceiptsMissing: missing => new Hold([.. ofSettings, Reason.Of(ReasonCodes.InvoiceReceiptsMissing, missing.Invoiced.ToString())]),
            unmapped: missing => new Hold([.. ofSettings, .. missing.Keys.Select(key => Reason.Of(ReasonCodes.AccountNotMapped, key.ToString()!))]),
            composed: made => ofSettings.IsEmpty ? new Send(made.Voucher, mapping!.Version) : new Hold(ofSettings));
    }

    private static AccountMapping NoMapping { get; } = new(1, []);

    private static IEnumerable<Reason> Settings(Company company, LaneAccess access)
    {
        if (!company.SyncSales)
        {
            yield return Reason.Of(ReasonCodes.SyncSalesOff);
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
