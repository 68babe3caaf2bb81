using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>Who is signed in with this browser, since when, and which company the pages show.</summary>
/// <param name="Id">New for each sign-in, so that one can tell whether the user has signed in again.</param>
/// <param name="Company">Null until one was chosen.</param>
public sealed record Visit(Guid Id, SandboxUser User, DateTimeOffset SignedInAt, Company? Company)
{
    /// <summary>The cookie's name, and its authentication scheme's.</summary>
    public const string Scheme = "SpirisSandbox";

    private const string IdClaim = "visit";
    private const string TimeClaim = "time";
    private const string CompanyClaim = "company";

    /// <summary>
    /// The visit of the request's cookie; null when nobody is signed in or the state has been reset since.
    /// </summary>
    public static async Task<Visit?> OfAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(Scheme);
        var state = context.RequestServices.GetRequiredService<SandboxState>();
        if (ticket.Principal is not { } principal
            || state.FindUser(IdOf(principal, ClaimTypes.NameIdentifier)) is not { } user)
        {
            return null;
        }

        var time = DateTimeOffset.Parse(principal.FindFirstValue(TimeClaim)!, CultureInfo.InvariantCulture);
        var company = state.FindCompany(IdOf(principal, CompanyClaim));
        return new Visit(IdOf(principal, IdClaim), user, time, company);
    }

    public static Visit Start(SandboxUser user, DateTimeOffset now) => new(Guid.NewGuid(), user, now, Company: null);

    /// <summary>Writes the visit into the browser's cookie.</summary>
    public Task KeepAsync(HttpContext context)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, User.Id.ToString()),
                new Claim(IdClaim, Id.ToString()),
                new Claim(TimeClaim, SignedInAt.ToString("O", CultureInfo.InvariantCulture)),
                new Claim(CompanyClaim, Company?.Id.ToString() ?? ""),
            ],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    private static Guid IdOf(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : Guid.Empty;
}
