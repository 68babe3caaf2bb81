namespace OpenOne.BackOffice.Closings;

/// <summary>Tells whoever is interested that something about a company's closings has changed: open pages, and the worker
/// that runs the lanes.</summary>
/// <remarks>Only a hint: nothing is lost with a hint, since both also look for themselves. Handlers
/// run on the thread that made the change, and return at once.</remarks>
public sealed class ClosingFeed
{
    /// <summary>Raised with the company's id when anything has changed.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Raised with the company's id when anything has changed by what this server did: other servers are to be told.</summary>
    public event Action<Guid>? ChangedHere;

    /// <summary>Raised with the company's id when something may have become due.</summary>
    public event Action<Guid>? Due;

    /// <summary>Something about the company's closings, settings or access has changed and is committed.</summary>
    public void Announce(Guid companyId)
    {
        Due?.Invoke(companyId);
        AnnounceProgress(companyId);
    }

    /// <summary>The company's lane has made progress, and is committed.</summary>
    public void AnnounceProgress(Guid companyId)
    {
        Changed?.Invoke(companyId);
        ChangedHere?.Invoke(companyId);
    }

    /// <summary>Another server has told that something about the company has changed.</summary>
    public void AnnounceFromElsewhere(Guid companyId) => Changed?.Invoke(companyId);
}
