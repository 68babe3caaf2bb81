using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenOne.BackOffice.Closings;

/// <summary><c>GET /problems/{slug}</c>: the page that the <c>type</c> of a problem points to, from <c>docs/problems</c>.</summary>
internal static class ProblemPages
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/problems/{slug}", Read).AllowAnonymous().ExcludeFromDescription();

    private static Results<FileStreamHttpResult, NotFound> Read(string slug) =>
        typeof(ProblemPages).Assembly.GetManifestResourceStream($"problems/{slug}") is { } page
            ? TypedResults.Stream(page, "text/markdown; charset=utf-8")
            : TypedResults.NotFound();
}
