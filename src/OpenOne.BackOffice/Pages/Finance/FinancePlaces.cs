using System.Collections.Immutable;
using OpenOne.BackOffice.Pages.Approvals;
using OpenOne.BackOffice.Pages.Backfills;
using OpenOne.BackOffice.Pages.Bookkeeping;
using OpenOne.BackOffice.Pages.DryRuns;
using OpenOne.BackOffice.Pages.Exports;
using OpenOne.BackOffice.Pages.Invoices;
using OpenOne.BackOffice.Pages.Mapping;
using OpenOne.BackOffice.Pages.Orders;
using OpenOne.BackOffice.Pages.Outside;
using OpenOne.BackOffice.Pages.ProfitUnits;
using OpenOne.BackOffice.Pages.Suspense;
using OpenOne.BackOffice.Pages.Sweeps;

namespace OpenOne.BackOffice.Pages.Finance;

/// <summary>A page that stands under Finance.</summary>
/// <param name="Name">Its name is the text <c>Place.Name</c> of <see cref="FinanceTexts"/>, and what it is for
/// <c>Place.Name.About</c>.</param>
/// <param name="Path">Where it is.</param>
public sealed record FinancePlace(string Name, string Path);

/// <summary>The menu Finance, in the order in which it is used.</summary>
public static class FinancePlaces
{
    /// <summary>Every page under Finance: one line each, and its two texts in each language.</summary>
    public static ImmutableArray<FinancePlace> All { get; } =
    [
        new("Mapping", MappingPage.Path),
        new("ProfitUnits", ProfitUnitsPage.Path),
        new("DryRun", DryRunPage.Path),
        new("Backfill", BackfillPage.Path),
        new("Approvals", ApprovalsPage.Path),
        new("Suspense", SuspensePage.Path),
        new("Invoices", InvoicesPage.Path),
        new("Reconciliation", SweepsPage.Path),
        new("Outside", OutsidePage.Path),
        new("SieExport", ExportsPage.Path),
        new("EarlierBookkeeping", EarlierBooksPage.Path),
        new("Orders", OrdersPage.Path),
    ];
}
