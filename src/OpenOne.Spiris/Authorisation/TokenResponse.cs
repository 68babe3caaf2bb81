using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Authorisation;

/// <summary>What the token endpoint says, in its own words.</summary>
/// <remarks>Source: RFC 6749 sections 5.1 and 5.2; developer.vismaonline.com, authentication (<c>token_type</c> is
/// printed there in lower case, servers of its kind usually write <c>Bearer</c>). A class and not a record, so that it
/// does not print.</remarks>
internal sealed class TokenResponse
{
    // What the portal says an access token lives. A server that leaves expires_in out means that; one that states more
    // than a day is not believed, since a token that is refused is refreshed anyway.
    private static readonly TimeSpan _usualLifetime = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan _longestLifetime = TimeSpan.FromDays(1);

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("token_type")]
    public string? TokenType { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }

    /// <summary>Reads a granting answer. One that cannot be read is uncertain: the code or token is spent all the
    /// same.</summary>
    /// <param name="body">The body of a 200.</param>
    /// <param name="current">The refresh token that was used, if one was; it stays in force when no other
    /// comes.</param>
    /// <param name="askedAt">When the question was asked.</param>
    internal static SpirisGrant Read(ReadOnlyMemory<byte> body, Secret? current, DateTimeOffset askedAt)
    {
        if (Parse(body) is not { AccessToken.Length: > 0 } response
            || !response.AccessToken.All(IsVisibleAscii)
            || !string.Equals(response.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return new SpirisGrant.Uncertain("The identity server's answer holds no bearer token that can be read.");
        }

        var refreshToken = string.IsNullOrEmpty(response.RefreshToken) ? current : Secret.Of(response.RefreshToken);
        return refreshToken is { } next
            ? new SpirisGrant.Granted(new(Secret.Of(response.AccessToken), next, askedAt + response.Lifetime()))
            : new SpirisGrant.Refused("no_refresh_token", $"The scope {SpirisScopes.OfflineAccess} was not granted.");
    }

    /// <summary>Whether the answer is the server's own refusal: a 4xx that names its error. Anything else from the way
    /// there, such as a page of a firewall, is none.</summary>
    internal static bool TryReadRefusal(
        Exchange.Answered answer, [NotNullWhen(true)] out string? error, out string? description)
    {
        var response = answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
            ? Parse(answer.Body)
            : null;
        (error, description) = (response?.Error, response?.ErrorDescription);
        return !string.IsNullOrEmpty(error);
    }

    private TimeSpan Lifetime() => ExpiresIn is { } seconds
        ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)_longestLifetime.TotalSeconds))
        : _usualLifetime;

    /// <summary>What a header can carry. Source: RFC 6750 section 2.1, which allows less.</summary>
    private static bool IsVisibleAscii(char symbol) => symbol is > ' ' and <= '~';

    private static TokenResponse? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, SpirisJson.Default.TokenResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
