namespace OpenOne.Cli.BackOffice;

/// <summary>How often, and how patiently, one closing is posted again.</summary>
/// <remarks>
/// Only what the API's contract makes safe and useful is repeated: a connection that failed, and 503. A server that
/// asks for more patience than <see cref="LongestWait"/> is believed, and left for another day.
/// </remarks>
internal static class RetrySchedule
{
    /// <summary>5 attempts in all.</summary>
    public const int MaxAttempts = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <summary>One minute.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait after an attempt before the next; <c>null</c> where there is to be none.</summary>
    /// <param name="attempt">The attempt that was made, from 1.</param>
    public static TimeSpan? DelayAfter(int attempt, Submission submission)
    {
        if (attempt >= MaxAttempts)
        {
            return null;
        }

        return submission switch
        {
            Submission.Busy { RetryAfter: { } asked } => asked <= LongestWait ? asked : null,
            Submission.Busy or Submission.Unreachable => FirstWait * (1 << (attempt - 1)),
            _ => null,
        };
    }
}
