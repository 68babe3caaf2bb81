using System.Globalization;
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SpirisSandbox.Identity;

/// <summary>The principal that OpenIddict carries through a sign-in: it names the user and our grant.</summary>
internal static class GrantPrincipal
{
    /// <summary>When the user signed in, in seconds since 1970.</summary>
    public const string SignedInAt = "sandbox_signed_in_at";

    private const string GrantId = "sandbox_grant";

    public static ClaimsPrincipal Of(Grant grant, DateTimeOffset signedInAt)
    {
        var identity = new ClaimsIdentity("SpirisSandbox");
        identity.SetClaim(Claims.Subject, grant.UserId.ToString());
        identity.SetClaim(GrantId, grant.Id.ToString());
        identity.SetClaim(SignedInAt, signedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        identity.SetScopes(grant.Scopes);

        return Bound(identity);
    }

    /// <summary>The principal that a ticket was issued for.</summary>
    public static ClaimsPrincipal Restore(Ticket ticket)
    {
        var claims = ticket.Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType));
        return Bound(new ClaimsIdentity(claims, "SpirisSandbox")).SetTokenType(TypeOf(ticket.Kind));
    }

    public static Guid GrantOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.GetClaim(GrantId), out var id) ? id : Guid.Empty;

    // The library leaves out of an access token's principal whatever is not said to go there.
    private static ClaimsPrincipal Bound(ClaimsIdentity identity) =>
        new(identity.SetDestinations(static _ => [Destinations.AccessToken]));

    private static string TypeOf(TicketKind kind) => kind switch
    {
        TicketKind.Code => TokenTypeIdentifiers.Private.AuthorizationCode,
        TicketKind.RefreshToken => TokenTypeIdentifiers.RefreshToken,
        TicketKind.AccessToken => TokenTypeIdentifiers.AccessToken,
    };
}
