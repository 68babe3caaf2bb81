namespace OpenOne.BackOffice.Sweeps;

/// <summary>A sweep that is to be made.</summary>
/// <param name="CompanyId">The company whose books are read.</param>
/// <param name="First">The first date that is read.</param>
/// <param name="Last">The last date that is read.</param>
/// <param name="AskedBy">The e-mail of whoever asked, or <see cref="Daily"/>.</param>
public sealed record SweepRequest(Guid CompanyId, DateOnly First, DateOnly Last, string AskedBy)
{
    /// <summary>Stands for a person in sweeps that nobody asked for.</summary>
    public const string Daily = "daily";

    /// <summary>The months of the period, cut to it: each is read by itself.</summary>
    public IReadOnlyList<(DateOnly First, DateOnly Last)> Months()
    {
        var months = new List<(DateOnly, DateOnly)>();
        for (var from = First; from <= Last;)
        {
            var next = new DateOnly(from.Year, from.Month, 1).AddMonths(1);
            months.Add((from, next > Last ? Last : next.AddDays(-1)));
            from = next;
        }

        return months;
    }
}

/// <summary>How far a sweep has come.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="MonthsRead">How many months have been read.</param>
/// <param name="Months">How many there are; 0 while it waits for its turn.</param>
public sealed record SweepProgress(SweepRequest Request, int MonthsRead, int Months);
