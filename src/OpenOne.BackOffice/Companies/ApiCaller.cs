using System.Reflection;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Companies;

/// <summary>The company that a point of sale speaks for, known by its API key. Handlers take it as a parameter.</summary>
/// <param name="CompanyId">The company; the tenant of every query of the request.</param>
/// <param name="OrganisationId">The organisation it belongs to.</param>
/// <param name="OrganisationNumber">The company's number.</param>
/// <param name="CompanyName">The company's name.</param>
/// <param name="Register">The only register the key may speak for, if it is bound to one.</param>
public sealed record ApiCaller(
    Guid CompanyId, Guid OrganisationId, OrganisationNumber OrganisationNumber, string CompanyName, string? Register)
{
    /// <summary>The beginning of the key, by which people know it in lists.</summary>
    public string KeyHint { get; init; } = "";

    /// <summary>Gives the caller to a handler that asks for one. Called by the framework.</summary>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<ApiCaller>());
}
