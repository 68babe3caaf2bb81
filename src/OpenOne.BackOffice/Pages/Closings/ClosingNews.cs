using Microsoft.Extensions.Localization;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>What a screen reader is told when the list changes: only what matters, and only the last of it.</summary>
internal static class ClosingNews
{
    /// <summary>The news between two readings of the list; <see langword="null"/> when there is none worth
    /// saying.</summary>
    public static string? Of(
        IReadOnlyList<ClosingListView.Row> before,
        IReadOnlyList<ClosingListView.Row> now,
        IStringLocalizer<ClosingTexts> text)
    {
        var known = before.ToDictionary(row => row.Address, row => row.State);
        var moved = now.FirstOrDefault(row => !known.TryGetValue(row.Address, out var state) || state != row.State);
        return moved switch
        {
            null => null,
            { State: DeliveryState.Booked } => text["News.Booked", moved.ZNumber, moved.VoucherNumber ?? ""].Value,
            _ when DeliveryStates.Group(moved.State) is ClosingGroup.NeedsYou =>
                text["News.NeedsYou", moved.ZNumber].Value,
            _ when !known.ContainsKey(moved.Address) => text["News.Received", moved.ZNumber].Value,
            _ => null,
        };
    }
}
