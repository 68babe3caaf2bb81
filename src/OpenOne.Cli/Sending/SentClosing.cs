using OpenOne.Cli.BackOffice;

namespace OpenOne.Cli.Sending;

/// <summary>A closing and what has become of it so far.</summary>
/// <param name="ApiKey">The key it was posted with.</param>
/// <param name="Status">The last state that BackOffice told; <c>null</c> where it did not take it in.</param>
/// <param name="Trouble">Why the state is not known to be the last, where it is not.</param>
internal sealed record SentClosing(
    ClosingDocument Document, string ApiKey, Submission Submission, ClosingStatus? Status, string? Trouble = null)
{
    /// <summary>Waiting longer could bring news.</summary>
    public bool IsPending => Status is { IsSettled: false } && Trouble is null;

    /// <summary>The state in a word: BackOffice's, or ours where it has none.</summary>
    public string State => Submission switch
    {
        Submission.Accepted => Status!.State,
        Submission.Refused => "refused",
        Submission.Busy or Submission.Unreachable => "unreachable",
        Submission.Failed => "failed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a person should know, in a few words.</summary>
    public string Remark => Submission switch
    {
        Submission.Refused refused => refused.Problem.Title,
        Submission.Busy => "The server asks to be asked again later.",
        Submission.Unreachable unreachable => unreachable.Reason,
        Submission.Failed failed => failed.Reason,
        _ when Trouble is not null => Trouble,
        _ when Status is { Reasons: [var first, ..] reasons } =>
            first.Message + (reasons.Count > 1 ? $" (and {reasons.Count - 1} more)" : ""),
        Submission.Accepted { IsReplay: true } => "Had it already: nothing happened twice.",
        _ => "",
    };

    /// <summary>What the whole run should tell its caller.</summary>
    /// <param name="waited">The caller wanted to see them booked.</param>
    public static ExitCode Judge(IReadOnlyList<SentClosing> closings, bool waited)
    {
        if (closings.Any(sent => sent.Submission is Submission.Busy or Submission.Unreachable or Submission.Failed))
        {
            return ExitCode.Unreachable;
        }

        if (closings.Any(sent => sent.Submission is Submission.Refused))
        {
            return ExitCode.Refused;
        }

        return waited && closings.Any(sent => sent.Status is not ({ IsBooked: true } or { State: "skipped" }))
            ? ExitCode.NotBooked
            : ExitCode.Done;
    }
}
