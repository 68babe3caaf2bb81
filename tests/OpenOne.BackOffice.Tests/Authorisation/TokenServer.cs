using Shouldly;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>How a simulated identity server treats a refresh token that was used.</summary>
public enum RefreshPolicy
{
    /// <summary>Each is good for one use.</summary>
    SingleUse = 1,

    /// <summary>Good for one use, and for 5 seconds more to the one who lost the answer.</summary>
    Grace = 2,

    /// <summary>The same token serves again and again.</summary>
    Reusable = 3,
}

/// <summary>An identity server in memory that remembers who sent which refresh token when, and whether the answer was read: the
/// oracle of the simulation. It knows nothing of how tokens are kept.</summary>
/// <param name="policy">What becomes of a used token.</param>
/// <param name="clock">The simulation's clock.</param>
/// <param name="claim">How long a sender that shows no sign of life is left alone.</param>
/// <param name="pause">How long a token that was sent twice without an answer is left alone.</param>
public sealed class TokenServer(RefreshPolicy policy, TimeProvider clock, TimeSpan claim, TimeSpan pause)
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, List<Presentation>> _presentations = [];
    private readonly Dictionary<string, DateTimeOffset> _spent = [];
    private readonly HashSet<string> _accessTokens = [];
    private int _issued;

    /// <summary>How often a token was sent here or lost on the way here.</summary>
    public int Calls { get; private set; }

    public bool KnowsAccessToken(string token) => _accessTokens.Contains(token);

    /// <summary>Whether a refresh token can give no other any more.</summary>
    public bool IsSpent(string token) => policy is not RefreshPolicy.Reusable && _spent.TryGetValue(token, out var at)
        && (policy is RefreshPolicy.SingleUse || clock.GetUtcNow() > at + _grace);

    /// <summary>What a person grants.</summary>
    public (string Access, string Refresh) Grant() => (IssueAccess(), $"refresh-{++_issued}");

    /// <summary>A token leaves a node. Whatever must not happen is found out here.</summary>
    public Presentation Present(string token)
    {
        Calls++;
        var earlier = _presentations.TryGetValue(token, out var known) ? known : _presentations[token] = [];
        var now = clock.GetUtcNow();
        var unanswered = earlier.Where(presentation => presentation.End is PresentationEnd.Lost or PresentationEnd.UnderWay).ToList();
        foreach (var presentation in earlier.Where(presentation => presentation.End is not PresentationEnd.SpentNothing))
        {
            presentation.End.ShouldNotBe(PresentationEnd.Refused, $"{token} is dead, and whoever sends it was told so");
            presentation.End.ShouldNotBe(PresentationEnd.Granted, $"{token} has been spent, and the new one was read");
            if (presentation.End is PresentationEnd.UnderWay)
            {
                (now - presentation.At).ShouldBeGreaterThanOrEqualTo(claim, $"{token} is sent by two at once");
            }
        }

        if (unanswered.Count >= 2)
        {
            (now - unanswered[^1].At).ShouldBeGreaterThanOrEqualTo(pause, $"{token} has been sent twice and is sent again at once");
        }

        var presented = new Presentation(token, now);
        earlier.Add(presented);
        return presented;
    }

    /// <summary>A sender has read its new tokens. A token that serves again begins anew.</summary>
    public void Granted(Presentation presentation)
    {
        presentation.End = PresentationEnd.Granted;
        if (policy is RefreshPolicy.Reusable)
        {
            _presentations.Remove(presentation.Token);
        }
    }

    /// <summary>Takes a token in.</summary>
    /// <returns>The next tokens; <see langword="null"/> for <c>invalid_grant</c>.</returns>
    public (string Access, string Refresh)? Exchange(string token)
    {
        if (policy is RefreshPolicy.Reusable)
        {
            return (IssueAccess(), token);
        }

        if (IsSpent(token))
        {
            return null;
        }

        _spent.TryAdd(token, clock.GetUtcNow());
        return Grant();
    }

    private string IssueAccess()
    {
        var token = $"access-{++_issued}";
        _accessTokens.Add(token);
        return token;
    }
}

/// <summary>One sending of a refresh token.</summary>
public sealed class Presentation(string token, DateTimeOffset at)
{
    public string Token { get; } = token;

    public DateTimeOffset At { get; } = at;

    /// <summary>What the sender learned of it.</summary>
    public PresentationEnd End { get; set; } = PresentationEnd.UnderWay;
}

/// <summary>What the sender of a token has learned.</summary>
public enum PresentationEnd
{
    /// <summary>Nothing yet; perhaps it is dead.</summary>
    UnderWay = 1,

    /// <summary>That the answer is lost.</summary>
    Lost = 2,

    /// <summary>That the server did not take it in.</summary>
    SpentNothing = 3,

    /// <summary>New tokens.</summary>
    Granted = 4,

    /// <summary>That the grant is dead.</summary>
    Refused = 5,
}
