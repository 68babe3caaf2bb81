namespace OpenOne.BackOffice.Cluster;

/// <summary>Ends the process when the others have taken this server for dead, because it was frozen or could not be reached.</summary>
/// <remarks>At once and without tidying up: what it held has been given to others, and what it still believes may be wrong. A
/// supervisor starts it again, with nothing remembered (docs/operations.md).</remarks>
internal sealed partial class EvictedNode(ILogger<EvictedNode> log) : IFatalErrorHandler
{
    /// <summary>The exit code.</summary>
    public const int ExitCode = 76;

    public bool IsUnexpected(Exception exception) => exception is not (OperationCanceledException or ThreadAbortException);

    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        LogEvicted(context ?? "", exception);
        Console.Error.WriteLine($"This server is no longer in the cluster, and ends so that it can begin anew: {context}");
        Environment.Exit(ExitCode);
    }

    [LoggerMessage(LogLevel.Critical, "This server is no longer in the cluster, and ends so that it can begin anew: {Context}")]
    private partial void LogEvicted(string context, Exception? exception);
}
