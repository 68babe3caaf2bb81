using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Readiness;

/// <summary>When companies are checked ("Ready to send?"). Section <c>Readiness</c>.</summary>
public sealed class ReadinessOptions
{
    /// <summary>Whether companies are checked unasked, and closings wait for the first check. Whoever asks for one gets it all the
    /// same.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>From which hour of the day on the daily check is made, by Swedish time.</summary>
    /// <value>4: before the daily sweep and before anybody begins to work.</value>
    [Range(0, 23)]
    public int Hour { get; init; } = 4;

    /// <summary>How often a company is checked while something is blocked.</summary>
    /// <value>3 minutes: soon after somebody has put it right in Spiris, and 20 checks an hour of one company.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan BlockedEvery { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How soon a check that told nothing is made again.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan RetryEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often to look for companies that must be checked because something has changed.</summary>
    /// <value>2 seconds: as long as a closing waits for the first check beside the check itself.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:10:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one check may take, waiting for its turn at Spiris included.</summary>
    /// <value>3 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the claim of a check holds, which is renewed while it is made: when its server dies, another makes it after
    /// that.</summary>
    /// <value>30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ClaimFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many companies are checked at a time.</summary>
    /// <value>4.</value>
    [Range(1, 64)]
    public int AtATime { get; init; } = 4;
}
