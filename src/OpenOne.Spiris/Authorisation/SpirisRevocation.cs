namespace OpenOne.Spiris.Authorisation;

/// <summary>What came of handing a token back.</summary>
public abstract record SpirisRevocation
{
    private SpirisRevocation()
    {
    }

    /// <summary>The token is worthless now, or was before.</summary>
    public sealed record Revoked : SpirisRevocation;

    /// <summary>Spiris would not revoke it; it may still hold.</summary>
    public sealed record Refused(string Error, string? Description) : SpirisRevocation;

    /// <summary>No answer that can be relied on. Asking again does no harm.</summary>
    public sealed record Unavailable(string Problem) : SpirisRevocation;
}
