using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>When the books are swept unasked, and how far back. Section <c>Sweep</c>.</summary>
public sealed class SweepOptions
{
    /// <summary>Whether each authorised company is swept once a day. Whoever asks for a sweep gets one all the same.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>From which hour of the day on, by Swedish time.</summary>
    /// <value>5: after the last restaurants have closed and before the accountant begins.</value>
    [Range(0, 23)]
    public int Hour { get; init; } = 5;

    /// <summary>How many days back from today the daily sweep begins.</summary>
    /// <value>Not set: from the first day of the month before last, so that every open VAT period of a month is swept whole.</value>
    [Range(1, 3660)]
    public int? DaysBack { get; init; }

    /// <summary>How long reading one month may last, waiting for its turn included.</summary>
    /// <value>5 minutes: sweeps take their turn among searches, of which there are at most 60 a minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.2", "01:00:00")]
    public TimeSpan MonthTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait for a company's lane when something is to be put right, which nobody else may then touch.</summary>
    /// <value>5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.2", "01:00:00")]
    public TimeSpan LaneTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
