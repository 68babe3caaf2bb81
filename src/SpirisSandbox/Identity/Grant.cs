using System.Security.Claims;

namespace SpirisSandbox.Identity;

/// <summary>What one user has allowed one client to do with one company.</summary>
public sealed record Grant(
    Guid Id, string ClientId, Guid UserId, Guid CompanyId, IReadOnlyList<string> Scopes, DateTimeOffset GivenAt);

/// <summary>Which of the three things a string handed to a client stands for.</summary>
public enum TicketKind
{
    Code = 1,
    RefreshToken = 2,
    AccessToken = 3,
}

/// <summary>
/// A string that a client holds on the strength of a grant: a code, a refresh token or an access token.
/// </summary>
/// <param name="Claims">
/// The claims of the OAuth library's own principal, by type and value: redirect address, PKCE challenge and their like.
/// </param>
/// <param name="IsRetired">A refresh token that was used and is good for a while yet.</param>
public sealed record Ticket(
    string Value,
    TicketKind Kind,
    Guid GrantId,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<TicketClaim> Claims,
    bool IsRetired = false);

/// <param name="ValueType">The XML schema type that tells a number or a list of JSON from a text.</param>
public sealed record TicketClaim(string Type, string Value, string ValueType)
{
    internal static IReadOnlyList<TicketClaim> AllOf(ClaimsPrincipal principal) =>
        [.. principal.Claims.Select(claim => new TicketClaim(claim.Type, claim.Value, claim.ValueType))];
}
