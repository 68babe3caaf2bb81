using OpenOne.Domain;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>A company's authorised access to its company in Spiris.</summary>
/// <remarks>One row per company. Tokens are sealed before they come here (<see cref="SecretSealer"/>) and are never logged.</remarks>
public sealed class Connection
{
    private const string AccessPurpose = "access-token";
    private const string RefreshPurpose = "refresh-token";

    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Whether the access works, as far as we know.</summary>
    public ConnectionState State { get; private set; }

    /// <summary>The company's name in Spiris when it was authorised.</summary>
    public string SpirisCompanyName { get; private set; } = "";

    /// <summary>Its organisation number in Spiris, which must be our company's. Authorising another company is refused.</summary>
    public OrganisationNumber OrganisationNumber { get; private set; }

    /// <summary>Who pressed Authorize here.</summary>
    public string AuthorisedBy { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset AuthorisedAt { get; private set; }

    /// <summary>What Spiris said when the access was lost.</summary>
    public string? Problem { get; private set; }

    /// <summary>The access token, sealed.</summary>
    public byte[] AccessToken { get; private set; } = [];

    /// <summary>When the access token runs out.</summary>
    public DateTimeOffset AccessTokenExpiresAt { get; private set; }

    /// <summary>The refresh token, sealed.</summary>
    public byte[] RefreshToken { get; private set; } = [];

    /// <summary>Counts every change of the tokens and of the state, so that of two changes at once only one is stored.</summary>
    public int Revision { get; private set; }

    /// <summary>The claim of whoever is asking for new tokens just now; made anew for each refresh (<see cref="RefreshClaims"/>).</summary>
    public Guid? RefreshClaim { get; private set; }

    /// <summary>Nobody else may ask for new tokens before this: milliseconds since 1970 by the database's clock.</summary>
    public long RefreshClosedUntil { get; private set; }

    /// <summary>How often the present refresh token was sent and no answer came. Counted before it is sent, so that a crash
    /// counts as well.</summary>
    public int RefreshesUnanswered { get; private set; }

    /// <summary>Takes in what a person has just granted.</summary>
    public void Authorise(string spirisCompanyName, OrganisationNumber number, string by, DateTimeOffset now) =>
        (SpirisCompanyName, OrganisationNumber, AuthorisedBy, AuthorisedAt) = (spirisCompanyName, number, by, now);

    /// <summary>Takes in new tokens. To be saved before either is used; whatever stood here before may be spent.</summary>
    public void Store(SpirisTokens tokens, SecretSealer sealer)
    {
        (State, Problem) = (ConnectionState.Authorised, null);
        AccessToken = sealer.Seal(tokens.AccessToken.Reveal(), CompanyId, AccessPurpose);
        AccessTokenExpiresAt = tokens.ExpiresAt;
        RefreshToken = sealer.Seal(tokens.RefreshToken.Reveal(), CompanyId, RefreshPurpose);
        (RefreshClaim, RefreshClosedUntil, RefreshesUnanswered) = (null, 0, 0);
        Revision++;
    }

    /// <summary>The access token.</summary>
    /// <returns><see langword="null"/> when none of our keys opens it.</returns>
    public Secret? OpenAccessToken(SecretSealer sealer) =>
        sealer.TryOpen(AccessToken, CompanyId, AccessPurpose, out var text) ? Secret.Of(text) : null;

    /// <summary>The refresh token.</summary>
    /// <returns><see langword="null"/> when none of our keys opens it.</returns>
    public Secret? OpenRefreshToken(SecretSealer sealer) =>
        sealer.TryOpen(RefreshToken, CompanyId, RefreshPurpose, out var text) ? Secret.Of(text) : null;

    /// <summary>The access is gone until a person authorises again. What is queued stays queued. Only the first problem counts.</summary>
    public void Lose(string problem)
    {
        if (State is not ConnectionState.NeedsAuthorisation)
        {
            (State, Problem) = (ConnectionState.NeedsAuthorisation, problem);
            Revision++;
        }
    }
}

/// <summary>Whether an access to Spiris works.</summary>
public enum ConnectionState
{
    /// <summary>It does, as far as we know.</summary>
    Authorised = 1,

    /// <summary>A person must authorise again.</summary>
    NeedsAuthorisation = 2,
}
