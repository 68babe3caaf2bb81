namespace SpirisSandbox.Identity;

/// <summary>The access token that a request carries in its <c>Authorization</c> header.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when there is none, or another kind of authorisation.</returns>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}
