using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>A voucher that a list of the books did not hold is looked for once more, by its key and by its rows: its text may
/// have been edited.</summary>
public static class MissingVoucher
{
    /// <summary>What a search for a voucher that was missing has shown.</summary>
    /// <param name="missing">The finding that it was missing.</param>
    /// <param name="search">What the search came to: not one that failed, which shows nothing.</param>
    /// <returns>What is the matter after all; <see langword="null"/> when nothing is.</returns>
    public static Finding? After(Finding missing, Search search)
    {
        var booked = missing.Vouchers[0];
        return search switch
        {
            Search.Found(var voucher) when voucher.Id == booked.Id => null,
            Search.Found(var voucher) => missing with { Kind = FindingKind.Doubled, Vouchers = [booked, voucher] },
            Search.FoundTwice(var vouchers) => missing with { Kind = FindingKind.Doubled, Vouchers = vouchers },
            Search.FoundByContent(var voucher) when voucher.Id == booked.Id =>
                missing with { Kind = FindingKind.Altered, Alteration = Alteration.Text },
            Search.FoundByContent or Search.NotFound => missing,
            _ => throw new UnreachableException("A search that did not come through shows nothing."),
        };
    }
}
