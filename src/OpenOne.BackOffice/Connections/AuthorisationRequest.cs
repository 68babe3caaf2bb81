namespace OpenOne.BackOffice.Connections;

/// <summary>An authorisation that a user has begun by pressing Authorize. Used once, within ten minutes, by the same user.</summary>
public sealed class AuthorisationRequest
{
    /// <summary>How long a user may take at Spiris.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>SHA-256 of the state that travels through the browser. The state itself is not stored.</summary>
    public required byte[] StateHash { get; init; }

    /// <summary>The company that is to be authorised.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The user who pressed Authorize; nobody else may come back with the answer.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The PKCE verifier, sealed.</summary>
    public required byte[] CodeVerifier { get; init; }

    /// <summary>After this the answer is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
