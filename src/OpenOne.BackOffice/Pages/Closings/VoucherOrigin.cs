using System.Collections.Immutable;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>A line of the Z-report and the row of a voucher that it became a part of, in plain values.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Account">Its account; 0 while there is none.</param>
/// <param name="Part">Which part of the report.</param>
/// <param name="Code">What the register calls it: a product group, a means of payment, a receipt number.</param>
/// <param name="Name">Its name, where stated.</param>
/// <param name="RatePercent">Its VAT rate, where it has one.</param>
/// <param name="BalanceOre">What it brings to the row: debit positive, credit negative.</param>
/// <param name="MappingRow">The row of the mapping that gives the account; <see langword="null"/> when none does.</param>
public sealed record VoucherOrigin(
    int Row, int Account, ZPart Part, string Code, string? Name, int? RatePercent, long BalanceOre, string? MappingRow)
{
    /// <summary>The lines of each row, in the order of the rows.</summary>
    internal static IReadOnlyList<VoucherOrigin> Of(ImmutableArray<RowOrigin> rows) =>
    [
        .. rows.SelectMany((row, index) => row.Sources.Select(line => new VoucherOrigin(
            index + 1, row.Account?.Number ?? 0, line.Part, line.Code, line.Name, line.Rate?.Percent, line.Balance.Ore,
            line.Row?.ToString()))),
    ];
}
