using System.Collections.Immutable;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Pages.Organisations;

/// <summary>Who asks, and the organisation the request is about: where every query of a page begins.</summary>
/// <remarks>One per request, and nobody until <see cref="OrganisationOfRequest"/> has looked the user's memberships
/// up.</remarks>
public sealed class CurrentOrganisation
{
    private Place? _place;

    /// <summary>Whether somebody who belongs to an organisation has signed in.</summary>
    public bool IsKnown => _place is not null;

    /// <summary>Our id of the organisation.</summary>
    /// <exception cref="InvalidOperationException">Nobody who belongs to one has signed in.</exception>
    public Guid Id => Here.OrganisationId;

    /// <summary>The organisation's name.</summary>
    public string Name => Here.OrganisationName;

    /// <summary>The user.</summary>
    public Guid UserId => Here.UserId;

    /// <summary>What the pages call the user.</summary>
    public string UserName => Here.UserName;

    /// <summary>Whether the user may change settings here, and not only see.</summary>
    public bool MayChange => Here.Role is MemberRole.Bookkeeper or MemberRole.Owner;

    /// <summary>Every organisation the user belongs to, this one among them, by name.</summary>
    public ImmutableArray<Place> Places { get; private set; } = [];

    private Place Here => _place
        ?? throw new InvalidOperationException("Nobody who belongs to an organisation has signed in.");

    /// <summary>Sets whom the request is about.</summary>
    /// <param name="places">The user's memberships; at least one.</param>
    /// <param name="chosen">The one the user has chosen, if that is one of them; otherwise the first.</param>
    internal void Enter(ImmutableArray<Place> places, Guid? chosen)
    {
        Places = places;
        _place = places.FirstOrDefault(place => place.OrganisationId == chosen) ?? places[0];
    }

    /// <summary>A membership with the names that belong to it.</summary>
    public sealed record Place(
        Guid UserId, string UserName, Guid OrganisationId, string OrganisationName, MemberRole Role);
}
