using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>A voucher that a list of the books did not hold is looked for once more, by its key and by its rows: its text may
/// have been edited.</summary>
public static class MissingVoucher
{
    /// <summary>What a search that did not find the key has shown.</summary>
    /// <param name="missing">The finding that it was missing.</param>
    /// <param name="search">What the search came to. One that found the key has shown that nothing is missing, and one that failed
    /// has shown nothing.</param>
    public static Finding After(Finding missing, Search search) => search switch
    {
        Search.FoundByContent(var alike, _) when alike.Any(voucher => voucher.Id == missing.Vouchers[0].Id) =>
            missing with { Kind = FindingKind.Altered, Alteration = Alteration.Text },
        Search.FoundByContent or Search.NotFound => missing,
        _ => throw new UnreachableException("Only a search that came through and did not find the key says more."),
    };
}
