namespace OpenOne.Spiris.Authorisation;

/// <summary>What Spiris' identity server answered when asked for tokens.</summary>
public abstract record SpirisGrant
{
    private SpirisGrant()
    {
    }

    /// <summary>Here they are. Store them before the first use: the tokens before them may be spent.</summary>
    public sealed record Granted(SpirisTokens Tokens) : SpirisGrant;

    /// <summary>A definite no: asking again with the same code or token gives the same answer.</summary>
    /// <param name="Error">The error of RFC 6749 section 5.2, such as <c>invalid_grant</c>; or <c>no_refresh_token</c>,
    /// ours, when tokens came without one.</param>
    /// <param name="Description">What the server said about it, if anything.</param>
    public sealed record Refused(string Error, string? Description) : SpirisGrant;

    /// <summary>The server did not take the request in, so nothing is spent; ask again later.</summary>
    /// <param name="Problem">What happened.</param>
    /// <param name="RetryAfter">How long the server asked us to wait, where it did.</param>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : SpirisGrant;

    /// <summary>Asked, but the answer was lost: the code or the refresh token may be spent.</summary>
    public sealed record Uncertain(string Problem) : SpirisGrant;
}
