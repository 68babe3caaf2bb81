namespace SpirisSandbox.Pages;

/// <summary>The headers of every page: nothing from elsewhere, no scripts at all, in nobody's frame.</summary>
internal static class PagePolicy
{
    public static void Apply(HttpResponse response, string? mayGoTo)
    {
        var origin = Uri.TryCreate(mayGoTo, UriKind.Absolute, out var address)
            ? " " + address.GetLeftPart(UriPartial.Authority)
            : "";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self'{origin}";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
