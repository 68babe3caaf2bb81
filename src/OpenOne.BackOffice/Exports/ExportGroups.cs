using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Exports;

/// <summary>A closing with the voucher it makes.</summary>
/// <param name="ClosingId">The closing.</param>
/// <param name="Key">Register and Z number.</param>
/// <param name="Store">The store of its register; empty when it belongs to none.</param>
/// <param name="Voucher">The voucher.</param>
/// <param name="MappingVersion">The version of the mapping that gave the accounts.</param>
internal sealed record ComposedClosing(Guid ClosingId, ClosingKey Key, string Store, Voucher Voucher, int MappingVersion)
{
    public ExportDraft.Part Part => new(ClosingId, Key, MappingVersion);
}

/// <summary>Puts the vouchers of closings together as an order wants them.</summary>
internal static class ExportGroups
{
    /// <summary>The vouchers of the file, in the order of the closings.</summary>
    public static ImmutableArray<ExportDraft.Entry> Of(ExportGrouping grouping, IEnumerable<ComposedClosing> closings) => grouping switch
    {
        ExportGrouping.StoreAndDay =>
            [.. closings.GroupBy(closing => (closing.Voucher.Date, closing.Store)).SelectMany(group => Together([.. group], group.Key.Store))],
        ExportGrouping.CompanyAndDay =>
            [.. closings.GroupBy(closing => closing.Voucher.Date).SelectMany(group => Together([.. group], ""))],
        _ => [.. closings.Select(Alone)],
    };

    private static ExportDraft.Entry Alone(ComposedClosing closing) => new(DayVoucher.Of(closing.Voucher), [closing.Part]);

    /// <summary>Where the closings of a group cancel each other out, each keeps a voucher of its own: nothing goes unseen.</summary>
    private static IEnumerable<ExportDraft.Entry> Together(IReadOnlyList<ComposedClosing> closings, string subject)
    {
        var parts = closings.Select(closing => string.Create(CultureInfo.InvariantCulture, $"Z {closing.Key.ZNumber} {closing.Key.Register}"));
        return closings.Count > 1
            && DayVoucher.Together([.. closings.Select(closing => closing.Voucher)], subject, [.. parts]) is { } together
                ? [new(together, [.. closings.Select(closing => closing.Part)])]
                : closings.Select(Alone);
    }
}
