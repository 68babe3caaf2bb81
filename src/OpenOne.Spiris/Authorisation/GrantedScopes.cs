using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;

namespace OpenOne.Spiris.Authorisation;

/// <summary>The scopes that an access token carries.</summary>
/// <remarks>Source: developer.vismaonline.com, authentication, which prints a token with its <c>scope</c> as an array. The token is
/// Spiris' own and is not verified here: it is read to tell people what is missing, never to decide what is allowed.</remarks>
public static class GrantedScopes
{
    /// <summary>Reads them.</summary>
    /// <returns><see langword="null"/> when the token cannot be read, which says nothing.</returns>
    public static ImmutableArray<string>? Of(Secret token)
    {
        if (token.Reveal().Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind is JsonValueKind.Object && claims.RootElement.TryGetProperty("scope", out var scope)
                ? Read(scope)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What we ask for and a token does not carry. That a refresh token was given shows the scope for it.</summary>
    public static ImmutableArray<string> MissingFrom(ImmutableArray<string> granted) =>
        [.. SpirisScopes.All.Split(' ').Except([SpirisScopes.OfflineAccess]).Except(granted)];

    private static ImmutableArray<string>? Read(JsonElement scope) => scope.ValueKind switch
    {
        JsonValueKind.Array => [.. scope.EnumerateArray().Select(one => one.ToString())],
        JsonValueKind.String => [.. scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        _ => null,
    };
}
