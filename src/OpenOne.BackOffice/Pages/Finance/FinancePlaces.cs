using System.Collections.Immutable;
using OpenOne.BackOffice.Pages.Exports;
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
        new("Reconciliation", SweepsPage.Path),
        new("SieExport", ExportsPage.Path),
    ];
}
