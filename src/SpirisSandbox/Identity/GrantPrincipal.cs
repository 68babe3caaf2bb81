using System.Globalization;
using System.Security.Claims;
using OpenIddict.Abstractions;

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
        identity.SetClaim(OpenIddictConstants.Claims.Subject, grant.UserId.ToString());
        identity.SetClaim(GrantId, grant.Id.ToString());
        identity.SetClaim(SignedInAt, signedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        identity.SetScopes(grant.Scopes);
        return new ClaimsPrincipal(identity);
    }

    public static Guid GrantOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.GetClaim(GrantId), out var id) ? id : Guid.Empty;
}
