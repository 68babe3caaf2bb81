namespace OpenOne.Spiris.Authorisation;

/// <summary>What lets us into one company at Spiris, on behalf of the user who authorised us.</summary>
/// <param name="AccessToken">Goes with every call; lives about an hour.</param>
/// <param name="RefreshToken">Gets the next access token. For older clients each can be used once, for newer ones again
/// and again, so what the latest answer held is what counts (developer.vismaonline.com, changelog).</param>
/// <param name="ExpiresAt">When the access token ends, reckoned from before it was asked for.</param>
public sealed record SpirisTokens(Secret AccessToken, Secret RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether the access token will still hold for <paramref name="margin"/>.</summary>
    public bool HoldsFor(TimeSpan margin, DateTimeOffset now) => now + margin < ExpiresAt;
}
