namespace SpirisSandbox.Pages;

/// <summary>The one style sheet, embedded so that a sandbox inside a test has it too.</summary>
internal static class StyleSheet
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var bytes = Read();
        routes.MapMethods("/sandbox.css", [HttpMethods.Get], async context =>
        {
            context.Response.ContentType = "text/css; charset=utf-8";
            context.Response.Headers.CacheControl = "max-age=3600";
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("sandbox.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
