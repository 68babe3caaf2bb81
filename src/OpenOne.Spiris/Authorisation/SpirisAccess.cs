namespace OpenOne.Spiris.Authorisation;

/// <summary>Gives a valid access token for one company. Who holds the tokens, holds this: storing them, and refreshing
/// them once however many ask, is the holder's work.</summary>
/// <param name="refused">An access token that Spiris has just refused, so anything but that one; <see langword="null"/>
/// when whatever holds by the clock will do.</param>
/// <param name="cancellation">Gives up waiting.</param>
public delegate Task<SpirisAccess> SpirisAccessSource(Secret? refused, CancellationToken cancellation);

/// <summary>Whether we may call Spiris for a company just now.</summary>
public abstract record SpirisAccess
{
    private SpirisAccess()
    {
    }

    /// <summary>With this token.</summary>
    public sealed record Open(Secret AccessToken) : SpirisAccess;

    /// <summary>Not until somebody authorises us again.</summary>
    public sealed record Lost(string Problem) : SpirisAccess;

    /// <summary>Not just now: the token could not be refreshed, and trying later may well succeed.</summary>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : SpirisAccess;
}
