using SpirisSandbox.State;

namespace SpirisSandbox.Control;

/// <summary>A grant in a form of our own, for whoever wants to revoke it.</summary>
/// <param name="User">The e-mail address of the user who gave it.</param>
/// <param name="OrganisationNumber">Of the company it is for, with its hyphen.</param>
public sealed record GivenGrant(
    Guid Id,
    string ClientId,
    string? User,
    string? OrganisationNumber,
    IReadOnlyList<string> Scopes,
    DateTimeOffset GivenAt)
{
    /// <summary>Every living grant, oldest first.</summary>
    public static IReadOnlyList<GivenGrant> AllOf(SandboxState state) =>
    [
        .. state.Grants.All.Select(grant => new GivenGrant(
            grant.Id,
            grant.ClientId,
            state.FindUser(grant.UserId)?.Email,
            state.FindCompany(grant.CompanyId)?.Settings.CorporateIdentityNumber,
            grant.Scopes,
            grant.GivenAt)),
    ];
}
