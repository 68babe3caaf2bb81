using System.Globalization;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary>What the form of an export holds, as it was typed.</summary>
/// <param name="First">The first day, yyyy-MM-dd.</param>
/// <param name="Last">The last day, yyyy-MM-dd.</param>
/// <param name="Grouping">What becomes one voucher, by name.</param>
/// <param name="Series">The series; may be left empty.</param>
public sealed record ExportInput(string? First, string? Last, string? Grouping, string? Series)
{
    /// <summary>Whether anything was typed at all.</summary>
    public bool IsFilled => First is not null && Last is not null;

    /// <summary>The form as it is opened: last month, one voucher for each Z-report.</summary>
    public static ExportInput Of(DateOnly today, string? series)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        return new(Iso(first), Iso(first.AddMonths(1).AddDays(-1)), nameof(ExportGrouping.EachClosing), series);
    }

    /// <summary>The order that was typed.</summary>
    /// <returns><see langword="null"/> when nobody can mean it.</returns>
    public ExportOrder? Order(Guid companyId)
    {
        VoucherSeries? series = VoucherSeries.TryParse(Series?.Trim(), out var named) ? named : null;
        return ReadDay(First) is { } first && ReadDay(Last) is { } last
            && Enum.TryParse<ExportGrouping>(Grouping, out var grouping) && Enum.IsDefined(grouping)
            && (series is not null || string.IsNullOrWhiteSpace(Series))
            && new ExportOrder(companyId, first, last, grouping, series) is { IsSensible: true } order
                ? order
                : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
