using System.Collections.Concurrent;

namespace SpirisSandbox.Documents;

/// <summary>A file at an address that nobody can guess and that works for a while.</summary>
/// <param name="Document">What the API said of the file; null for one that is no document, such as an attachment.</param>
public sealed record TemporaryFile(
    Guid CompanyId, string ContentType, string Name, byte[] Content, DateTimeOffset ExpiresAt, DocumentApi? Document);

/// <summary><c>/temp/fileanonymous/{guid}</c>: files to be fetched without a token.</summary>
/// <remarks>
/// Source: portal, changelog autumn 2025, for the form of the address; it is on a host of its own there. How long it works
/// and what a token sent along does are assumptions.
/// </remarks>
public sealed class TemporaryFiles(SandboxOptions options, TimeProvider clock)
{
    private const string Path = "/temp/fileanonymous/";

    private readonly ConcurrentDictionary<Guid, TemporaryFile> _files = new();

    /// <summary>Makes a file fetchable.</summary>
    /// <param name="origin">Where the sandbox answers, such as <c>http://127.0.0.1:5000</c>.</param>
    /// <returns>Its address.</returns>
    public string Offer(string origin, Guid company, string contentType, string name, byte[] content) =>
        Offer(origin, url => new TemporaryFile(company, contentType, name, content, Expiry(), Document: null));

    /// <summary>Makes a file fetchable and tells of it as the API does.</summary>
    public DocumentApi OfferDocument(string origin, Guid company, string contentType, string name, byte[] content)
    {
        DocumentApi? told = null;
        Offer(origin, url =>
        {
            told = new DocumentApi(
                Guid.NewGuid(),
                contentType,
                clock.GetUtcNow(),
                name,
                System.IO.Path.GetFileNameWithoutExtension(name),
                content.Length,
                options.Assumptions.SieDocumentType,
                url,
                Title: null);
            return new TemporaryFile(company, contentType, name, content, Expiry(), told);
        });
        return told!;
    }

    /// <summary>A document of a company that can still be fetched.</summary>
    public DocumentApi? Find(Guid company, Guid document) => _files.Values
        .FirstOrDefault(file => file.CompanyId == company && file.Document?.Id == document && IsGood(file))?.Document;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.ServiceProvider.GetRequiredService<TemporaryFiles>();
        routes.MapMethods(Path + "{id:guid}", [HttpMethods.Get], files.ServeAsync);
    }

    private string Offer(string origin, Func<string, TemporaryFile> make)
    {
        foreach (var (old, file) in _files)
        {
            if (!IsGood(file))
            {
                _files.TryRemove(old, out _);
            }
        }

        var id = Guid.NewGuid();
        var url = $"{origin}{Path}{id}";
        _files[id] = make(url);
        return url;
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (options.Assumptions.TemporaryUrlRefusesToken && context.Request.Headers.Authorization.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("Fetch a temporary address without an Authorization header.");
            return;
        }

        var id = Guid.Parse((string)context.GetRouteValue("id")!);
        if (!_files.TryGetValue(id, out var file) || !IsGood(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private DateTimeOffset Expiry() => clock.GetUtcNow() + options.Assumptions.TemporaryUrlLifetime;

    private bool IsGood(TemporaryFile file) => file.ExpiresAt > clock.GetUtcNow();
}
