using OpenOne.BackOffice.Books;
using OpenOne.Domain;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>A chart as it was read from Spiris, in the form that suggestions are made from.</summary>
internal static class OwnCharts
{
    /// <summary>The accounts that may be booked on by us: active ones, since being blocked concerns people.</summary>
    public static OwnChart Of(ChartOfAccounts chart) => new(chart.Accounts.Select(account => new OwnAccount(
        account.Number,
        account.Name,
        account.IsActive,
        account.VatPercent is { } percent && VatRate.TryFromPercent(percent, out var rate) ? rate : null)));
}
