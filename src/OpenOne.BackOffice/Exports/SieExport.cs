using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

/// <summary>A SIE file that was made of closings, byte for byte as it was handed out. Insert-only.</summary>
/// <remarks>The bytes are kept rather than made again: chart, mapping and texts change, and the same export must stay the same
/// file (bokföringslagen 7 kap 1 §).</remarks>
public sealed class SieExport
{
    /// <summary>The company whose closings it holds.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>1 for the company's first.</summary>
    public required int Number { get; init; }

    /// <summary>The first date that was asked for.</summary>
    public required DateOnly FirstDate { get; init; }

    /// <summary>The last date that was asked for.</summary>
    public required DateOnly LastDate { get; init; }

    /// <summary>What became one voucher.</summary>
    public required ExportGrouping Grouping { get; init; }

    /// <summary>The series that the vouchers name; <see langword="null"/> when whoever imports them chooses it.</summary>
    public VoucherSeries? Series { get; init; }

    /// <summary>The e-mail of whoever asked, or <see cref="ExportOrder.Unasked"/>.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What the file is called.</summary>
    public required string FileName { get; init; }

    /// <summary>The file.</summary>
    public required byte[] File { get; init; }

    /// <summary>SHA-256 of <see cref="File"/>: evidence that it is untouched.</summary>
    public required byte[] FileHash { get; init; }

    /// <summary>How many closings it holds.</summary>
    public required int ClosingCount { get; init; }

    /// <summary>How many vouchers it holds.</summary>
    public required int VoucherCount { get; init; }

    /// <summary>The sum of the vouchers' debits.</summary>
    public required Money Total { get; init; }
}

/// <summary>What becomes one voucher in a SIE file.</summary>
public enum ExportGrouping
{
    /// <summary>Each Z-report.</summary>
    EachClosing = 1,

    /// <summary>What the registers of one store closed on one day.</summary>
    StoreAndDay = 2,

    /// <summary>What the company closed on one day.</summary>
    CompanyAndDay = 3,
}

/// <summary>A closing that an export has taken. Insert-only: it stays in the history when it is released.</summary>
public sealed class ExportedClosing
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The export.</summary>
    public required int ExportNumber { get; init; }

    /// <summary>The closing.</summary>
    public required Guid ClosingId { get; init; }

    /// <summary>The voucher of the file that books it, counted from 1.</summary>
    public required int VoucherOrdinal { get; init; }

    /// <summary>The version of the mapping that gave the accounts.</summary>
    public required int MappingVersion { get; init; }
}

/// <summary>A voucher of an export. Insert-only.</summary>
public sealed class ExportedVoucher
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The export.</summary>
    public required int ExportNumber { get; init; }

    /// <summary>Its place in the file, counted from 1.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc cref="DayVoucher.Date"/>
    public required DateOnly Date { get; init; }

    /// <inheritdoc cref="DayVoucher.Text"/>
    public required string Text { get; init; }

    /// <inheritdoc cref="DayVoucher.Total"/>
    public required Money Total { get; init; }

    /// <inheritdoc cref="DayVoucher.Rows"/>
    public required ImmutableArray<VoucherRow> Rows { get; init; }
}

/// <summary>That the closings of an export may be transferred or exported again, since its file was not imported. Insert-only.</summary>
public sealed class ExportRelease
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The export; released once at most.</summary>
    public required int ExportNumber { get; init; }

    /// <summary>The e-mail of whoever confirmed that the file was not imported.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in that person's words.</summary>
    public required string Reason { get; init; }
}
