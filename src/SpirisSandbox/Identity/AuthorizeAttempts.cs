using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SpirisSandbox.Identity;

/// <summary>One journey of a user from a client's authorize request to its answer.</summary>
/// <param name="Id">Unguessable: whoever has it can go on with the journey, if signed in.</param>
/// <param name="Request">The client's request, as its query string stood.</param>
/// <param name="VisitAtStart">The visit the journey began with; <c>prompt=login</c> wants another.</param>
/// <param name="Company">The company the user chose; null until then.</param>
/// <param name="Consent">What the user said; null until then.</param>
public sealed record AuthorizeAttempt(
    string Id, string Request, string RedirectUri, Guid? VisitAtStart, Guid? Company = null, bool? Consent = null)
{
    /// <summary>Where the journey goes on: the authorize endpoint with the same request.</summary>
    public string Address => $"/connect/authorize{Request}&{AuthorizeAttempts.Parameter}={Id}";
}

/// <summary>The journeys under way. Those never finished are forgotten when there are too many.</summary>
public sealed class AuthorizeAttempts
{
    /// <summary>The query parameter we add to the client's own.</summary>
    public const string Parameter = "attempt";

    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, AuthorizeAttempt> _attempts = new(StringComparer.Ordinal);

    public AuthorizeAttempt Start(string request, string redirectUri, Guid? visit)
    {
        if (_attempts.Count >= Most)
        {
            _attempts.Clear();
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var attempt = new AuthorizeAttempt(id, request, redirectUri, visit);
        _attempts[id] = attempt;
        return attempt;
    }

    public AuthorizeAttempt? Find(string? id) => id is null ? null : _attempts.GetValueOrDefault(id);

    public void Put(AuthorizeAttempt attempt) => _attempts[attempt.Id] = attempt;

    public void Finish(AuthorizeAttempt attempt) => _attempts.TryRemove(attempt.Id, out _);
}
