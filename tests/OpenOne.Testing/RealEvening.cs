using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Testing;

/// <summary>An evening with known figures: what the register printed, and what the books must say about it.</summary>
public sealed record RealEvening
{
    /// <summary>What the register printed.</summary>
    public required ZReport Report { get; init; }

    /// <summary>Whose evening it was.</summary>
    public required OrganisationNumber Company { get; init; }

    /// <summary>The accounts that the company used.</summary>
    public required AccountMapping Mapping { get; init; }

    /// <summary>The rows of its voucher when invoice sales are booked in it.</summary>
    public required ImmutableArray<JournalRow> Journal { get; init; }

    /// <summary>The rows of its voucher when Spiris books the invoices.</summary>
    public required ImmutableArray<JournalRow> JournalWithoutInvoices { get; init; }

    /// <summary>The report, known to add up.</summary>
    public Closing Closing => Closing.Reconcile(Report, Company) is Reconciliation.Reconciled(var closing)
        ? closing
        : throw new InvalidOperationException($"The figures of {this} do not add up.");

    /// <summary>The company's terms, in series A.</summary>
    public VoucherTerms Terms(bool invoicesInSpiris) => new(Company, VoucherSeries.Parse("A"), invoicesInSpiris);

    /// <summary>As people speak of it: <c>Z 64</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"Z {Report.Key.ZNumber}");
}
