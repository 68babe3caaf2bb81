using OpenOne.Domain;

namespace OpenOne.BackOffice.Connections;

/// <summary>A company's authorised access to its company in Spiris.</summary>
/// <remarks>One row per company. Tokens are sealed before they come here (<see cref="SecretSealer"/>) and are never logged.</remarks>
public sealed class Connection
{
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

    /// <summary>Counts every change of the tokens, so that of two refreshes only one is stored.</summary>
    public int Revision { get; private set; }

    /// <summary>Takes in what a person has just granted.</summary>
    public void Authorise(string spirisCompanyName, OrganisationNumber number, string by, DateTimeOffset now)
    {
        (State, Problem) = (ConnectionState.Authorised, null);
        (SpirisCompanyName, OrganisationNumber, AuthorisedBy, AuthorisedAt) = (spirisCompanyName, number, by, now);
    }

    /// <summary>Takes in new tokens, before either is used.</summary>
    public void Store(byte[] sealedAccessToken, DateTimeOffset expiresAt, byte[] sealedRefreshToken)
    {
        (AccessToken, AccessTokenExpiresAt, RefreshToken) = (sealedAccessToken, expiresAt, sealedRefreshToken);
        Revision++;
    }

    /// <summary>The access is gone until a person authorises again. What is queued stays queued.</summary>
    public void Lose(string problem) => (State, Problem) = (ConnectionState.NeedsAuthorisation, problem);
}

/// <summary>Whether an access to Spiris works.</summary>
public enum ConnectionState
{
    /// <summary>It does, as far as we know.</summary>
    Authorised = 1,

    /// <summary>A person must authorise again.</summary>
    NeedsAuthorisation = 2,
}
