using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

/// <summary>Exports that a company has sent by e-mail without asking each time.</summary>
public sealed class ExportSchedule
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>When.</summary>
    public ExportPace Pace { get; private set; } = ExportPace.Never;

    /// <summary>To whom: addresses with commas between.</summary>
    public string Recipients { get; private set; } = "";

    /// <summary>What becomes one voucher.</summary>
    public ExportGrouping Grouping { get; private set; } = ExportGrouping.EachClosing;

    /// <summary>The series that the vouchers name, if any.</summary>
    public VoucherSeries? Series { get; private set; }

    /// <summary>The first day that is sent.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The e-mail of whoever chose it last.</summary>
    public string SetBy { get; private set; } = "";

    /// <summary>Why nothing is sent just now, by the name of the <see cref="ExportMaking"/> case; <see langword="null"/> when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Chooses anew.</summary>
    public void Choose(ExportPace pace, string recipients, ExportGrouping grouping, VoucherSeries? series, DateOnly since, string by) =>
        (Pace, Recipients, Grouping, Series, Since, SetBy, Problem) = (pace, recipients, grouping, series, since, by, null);

    /// <summary>Writes down why nothing could be sent, or that something could.</summary>
    public void Note(string? problem) => Problem = problem;

    /// <summary>What is to be exported on a day, if anything may be: all since the beginning, however long that is.</summary>
    public ExportOrder? OrderOn(DateOnly today)
    {
        // After each closure: all there is. Monthly: up to the last day of the month before, from the second day on, so that the
        // night that ends on the first is in.
        var last = Pace switch
        {
            ExportPace.AfterEachClosure => today,
            ExportPace.Monthly => new DateOnly(today.Year, today.Month, 1).AddMonths(today.Day == 1 ? -1 : 0).AddDays(-1),
            _ => DateOnly.MinValue,
        };
        return last >= Since ? new(CompanyId, Since, last, Grouping, Series) : null;
    }
}

/// <summary>When exports go by e-mail.</summary>
public enum ExportPace
{
    /// <summary>Only when somebody asks.</summary>
    Never = 1,

    /// <summary>After each end-of-day closure.</summary>
    AfterEachClosure = 2,

    /// <summary>On the second of each month, for the month before.</summary>
    Monthly = 3,
}
