namespace OpenOne.Sie;

/// <summary>What is the most of everything. What goes beyond is told as a finding when reading, and refused when writing.</summary>
public static class SieLimits
{
    /// <summary>The longest record, in bytes with its end of line.</summary>
    public const int MaxRecordBytes = 64 * 1024;

    /// <summary>The largest amount, in öre: a thousand million million kronor less one öre.</summary>
    /// <remarks>The format knows no limit (SIE filformat 4B § 5.9); this is what fits with room for sums.</remarks>
    public const long MaxAmountOre = 99_999_999_999_999_999;

    /// <summary>The most fields of a record, and the most halves of objects in its list.</summary>
    public const int MaxFields = 256;

    /// <summary>The most rows of a voucher that is read.</summary>
    public const int MaxRowsOfVoucher = 100_000;

    /// <summary>The most accounts, the most objects, and the most series that are read.</summary>
    public const int MaxOfChart = 100_000;

    /// <summary>The most balances that are read.</summary>
    public const int MaxBalances = 1_000_000;

    /// <summary>The most rows that a <see cref="SieDocument"/> is read with. <see cref="SieReader"/> knows no such limit.</summary>
    public const long MaxRowsOfDocument = 4_000_000;
}
