namespace OpenOne.BackOffice.Closings;

/// <summary>Tells whoever is interested that something about a company's closings has changed: open pages, and the worker
/// that runs the lanes.</summary>
/// <remarks>In this process only, and only a hint: nothing is lost with a hint, since both also look for themselves.</remarks>
public sealed class ClosingFeed
{
    /// <summary>Raised with the company's id, on the thread that made the change. Handlers return at once.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Something about the company's closings, settings or access has changed and is committed.</summary>
    public void Announce(Guid companyId) => Changed?.Invoke(companyId);
}
