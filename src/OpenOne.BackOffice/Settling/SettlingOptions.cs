using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Settling;

/// <summary>When Spiris is asked what has become of invoices and orders. Section <c>Settling</c>.</summary>
public sealed class SettlingOptions
{
    /// <summary>Whether it is asked unasked. Whoever presses the button is answered all the same.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>How often.</summary>
    /// <value>Once a day: payments come in with the bank's files, which come once a day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "31.00:00:00")]
    public TimeSpan ReadEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long after a reading that failed it is tried again.</summary>
    /// <value>15 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one reading may last.</summary>
    /// <value>5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often to look whether anything is due.</summary>
    /// <value>2 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);
}
