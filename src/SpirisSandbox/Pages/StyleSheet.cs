namespace SpirisSandbox.Pages;

/// <summary>The one style sheet and the one icon, embedded so that a sandbox inside a test has them too.</summary>
internal static class StyleSheet
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "sandbox.css", "text/css; charset=utf-8");
        Map(routes, "sandbox.svg", "image/svg+xml");
    }

    private static void Map(IEndpointRouteBuilder routes, string name, string contentType)
    {
        var bytes = Read(name);
        routes.MapMethods($"/{name}", [HttpMethods.Get], async context =>
        {
            context.Response.ContentType = contentType;
            context.Response.Headers.CacheControl = "max-age=3600";
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
