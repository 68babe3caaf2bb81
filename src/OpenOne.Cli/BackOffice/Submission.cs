namespace OpenOne.Cli.BackOffice;

/// <summary>What came of posting a closing once.</summary>
/// <remarks>
/// Posting the same closing again is safe after each of them: BackOffice answers 200 and nothing happens twice.
/// </remarks>
internal abstract record Submission
{
    private Submission()
    {
    }

    /// <summary>BackOffice has it, safe on disk.</summary>
    /// <param name="IsReplay">It had the very same one before (200 instead of 202).</param>
    public sealed record Accepted(ClosingStatus Status, bool IsReplay) : Submission;

    /// <summary>The document or the key is wrong (4xx): unchanged, it will be refused again.</summary>
    public sealed record Refused(int Status, Problem Problem) : Submission;

    /// <summary>Nothing is stored and BackOffice asks to be asked again (503).</summary>
    /// <param name="RetryAfter">How long it asked us to wait, where it said.</param>
    public sealed record Busy(TimeSpan? RetryAfter) : Submission;

    /// <summary>There was no connection, or it broke before the answer came.</summary>
    public sealed record Unreachable(string Reason) : Submission;

    /// <summary>The server failed (5xx), or gave an answer that BackOffice never gives.</summary>
    public sealed record Failed(int Status, string Reason) : Submission;
}
