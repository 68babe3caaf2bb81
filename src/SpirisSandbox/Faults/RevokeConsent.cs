using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using SpirisSandbox.Control;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Faults;

/// <summary>
/// The user takes the consent back just before the request arrives: the grant behind its token ends, and the request
/// goes on to meet what that means.
/// </summary>
/// <remarks>
/// With an access token it is refused with 401, with a refresh token or code with <c>invalid_grant</c>; so is
/// everything after it, until the user consents anew.
/// </remarks>
public sealed record RevokeConsent : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        var (grants, now) = (request.Service<SandboxState>().Grants, request.Clock.GetUtcNow());
        foreach (var token in TokensOf(request.Http))
        {
            if (grants.FindGood(token, now) is { } ticket)
            {
                grants.Revoke(ticket.GrantId);
            }
        }

        return request.WorkAsync();
    }

    private static IEnumerable<string> TokensOf(HttpContext http)
    {
        if (BearerToken.Of(http.Request) is { } token)
        {
            yield return token;
        }

        if (http.Request.HasFormContentType)
        {
            var body = Encoding.UTF8.GetString(http.Features.GetRequiredFeature<CapturedBody>().Bytes.Span);
            var form = QueryHelpers.ParseQuery(body);
            foreach (var field in new[] { "refresh_token", "code" })
            {
                if ((string?)form.GetValueOrDefault(field) is { } value)
                {
                    yield return value;
                }
            }
        }
    }
}
