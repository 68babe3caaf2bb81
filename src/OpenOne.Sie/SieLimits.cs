namespace OpenOne.Sie;

/// <summary>What is the most of everything. What goes beyond is told as a finding when reading, and refused when writing.</summary>
public static class SieLimits
{
    /// <summary>The longest record, in bytes with its end of line.</summary>
    public const int MaxRecordBytes = 64 * 1024;

    /// <summary>The largest amount, in öre: a thousand million million kronor less one öre.</summary>
    /// <remarks>The format knows no limit (SIE filformat 4B § 5.9); this is what fits with room for sums.</remarks>
    public const long MaxAmountOre = 99_999_999_999_999_999;
}
