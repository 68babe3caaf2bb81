using Microsoft.AspNetCore.Components;

namespace SpirisSandbox.Pages;

/// <summary>What a page's address answers.</summary>
public abstract record PageAnswer
{
    private PageAnswer()
    {
    }

    /// <summary>A component, drawn on the server.</summary>
    /// <param name="Parameters">An object whose properties are the component's parameters.</param>
    /// <param name="MayGoTo">
    /// An address outside this site that the page's form may end up at: browsers hold a form's redirects against its
    /// content security policy too.
    /// </param>
    public sealed record Drawn(Type Component, object Parameters, int Status, string? MayGoTo) : PageAnswer;

    /// <summary>303 to another page, so that going back never posts a form again.</summary>
    public sealed record SeeOther(string Address) : PageAnswer;

    /// <summary>A file to keep.</summary>
    public sealed record Download(byte[] Content, string ContentType, string Name) : PageAnswer;

    public sealed record NotFound : PageAnswer;

    public static PageAnswer Page<TComponent>(
        object parameters, int status = StatusCodes.Status200OK, string? mayGoTo = null)
        where TComponent : IComponent => new Drawn(typeof(TComponent), parameters, status, mayGoTo);
}
