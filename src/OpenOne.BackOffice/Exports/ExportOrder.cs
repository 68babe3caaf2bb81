using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

/// <summary>What is to be exported.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="First">The first business date.</param>
/// <param name="Last">The last business date.</param>
/// <param name="Grouping">What becomes one voucher.</param>
/// <param name="Series">The series that the vouchers name; <see langword="null"/> to let whoever imports them choose.</param>
public sealed record ExportOrder(Guid CompanyId, DateOnly First, DateOnly Last, ExportGrouping Grouping, VoucherSeries? Series)
{
    /// <summary>Stands for a person in exports that go by e-mail unasked.</summary>
    public const string Unasked = "by e-mail";

    /// <summary>The longest period: a fiscal year may be 18 months (bokföringslagen 3 kap 3 §).</summary>
    public const int MaxMonths = 18;

    /// <summary>Whether anybody can mean the period.</summary>
    public bool IsSensible => First <= Last && First.Year is >= 2010 and < 2100 && First.AddMonths(MaxMonths) > Last;
}
