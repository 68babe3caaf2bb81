using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Pages.Organisations;

/// <summary>Finds, for each request for a page, which organisations the user belongs to and which of them it is
/// about.</summary>
/// <remarks>Asked of the database every time, so that whoever is taken out of an organisation is out at once.</remarks>
internal sealed class OrganisationOfRequest(RequestDelegate next)
{
    /// <summary>Remembers the organisation that the user last chose. Only a wish: it is held against the
    /// memberships.</summary>
    public const string Cookie = "organisation";

    /// <summary>Marks an endpoint that is no page and yet answers from an organisation's data.</summary>
    public sealed record Needed;

    public async Task InvokeAsync(
        HttpContext context,
        CurrentOrganisation current,
        IDbContextFactory<BackOfficeDb> databases,
        UserManager<User> users)
    {
        if (!IsForOrganisation(context.GetEndpoint()) || !Guid.TryParse(users.GetUserId(context.User), out var userId))
        {
            await next(context);
            return;
        }

        var places = await PlacesAsync(databases, userId, context.RequestAborted);
        if (!places.IsEmpty)
        {
            current.Enter(places, Guid.TryParse(context.Request.Cookies[Cookie], out var chosen) ? chosen : null);
            await next(context);
        }
        else if (context.GetEndpoint()!.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    private static bool IsForOrganisation(Endpoint? endpoint) => endpoint is not null
        && (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            || endpoint.Metadata.GetMetadata<Needed>() is not null);

    private static async Task<ImmutableArray<CurrentOrganisation.Place>> PlacesAsync(
        IDbContextFactory<BackOfficeDb> databases, Guid userId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var places =
            from membership in db.Memberships
            where membership.UserId == userId
            join user in db.Users on membership.UserId equals user.Id
            join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
            orderby organisation.Name
            select new CurrentOrganisation.Place(
                user.Id, user.DisplayName, organisation.Id, organisation.Name, membership.Role);
        return [.. await places.ToListAsync(cancellation)];
    }
}
