using Microsoft.Extensions.Options;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Pages;

/// <summary>Tells browsers what our pages may do: run our scripts, use our styles, talk to us, and nothing
/// else.</summary>
/// <remarks>
/// No inline script, no inline style, no eval, no other host. Two directives need a word:
/// <list type="bullet">
/// <item><c>connect-src 'self'</c> covers the WebSocket of a live page too (CSP level 3; a browser that does not know
/// it falls back to long polling, which is plain http).</item>
/// <item><c>form-action</c> names Spiris' identity server, because browsers hold a form to it through every redirect,
/// and the button Authorize is a form that we answer with a redirect there.</item>
/// </list>
/// Source: CSP level 3; OWASP ASVS 5.0, 3.4.
/// </remarks>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SpirisOptions> spiris)
{
    private readonly string _policy = string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        $"form-action 'self' {spiris.Value.Identity.GetLeftPart(UriPartial.Authority)}",
        "base-uri 'self'",
        "frame-ancestors 'none'");

    public Task InvokeAsync(HttpContext context)
    {
        // Written at the last moment, since an error clears what was written before it.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    }

    private Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // Books are nobody's business after sign-out, so nothing of a page stays in a cache.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
