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

    private const int FewestToSweep = 100;

    private readonly ConcurrentDictionary<Guid, TemporaryFile> _files = new();
    private readonly ConcurrentDictionary<Guid, Guid> _urls = new();
    private readonly List<Func<Guid, (string ContentType, byte[] Content)?>> _sources = [];
    private int _sweepAt = FewestToSweep;

    /// <summary>Makes a file fetchable, or goes on doing so where it is.</summary>
    /// <param name="origin">Where the sandbox answers, such as <c>http://127.0.0.1:5000</c>.</param>
    /// <param name="file">The file's own id: while its address works, asking again gives the same.</param>
    /// <returns>Its address.</returns>
    public string Offer(string origin, Guid company, Guid file, string contentType, string name, byte[] content)
    {
        if (_urls.TryGetValue(file, out var url) && _files.TryGetValue(url, out var offered) && IsGood(offered))
        {
            return Address(origin, url);
        }

        var id = Guid.NewGuid();
        _urls[file] = id;
        return Offer(
            origin, id, _ => new TemporaryFile(company, contentType, name, content, Expiry(), Document: null));
    }

    /// <summary>Makes a file fetchable and tells of it as the API does.</summary>
    public DocumentApi OfferDocument(string origin, Guid company, string contentType, string name, byte[] content)
    {
        DocumentApi? told = null;
        Offer(origin, Guid.NewGuid(), url =>
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

    /// <summary>Adds a place to look for files that were never offered, such as the PDF of an invoice by its id.</summary>
    /// <param name="find">The file, or null; asked for each request, so what it gives never runs out.</param>
    internal void AddSource(Func<Guid, (string ContentType, byte[] Content)?> find) => _sources.Add(find);

    /// <summary>The path of a file of <see cref="AddSource"/> on this site.</summary>
    internal static string PathOf(Guid file) => Path + file;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.ServiceProvider.GetRequiredService<TemporaryFiles>();
        routes.MapMethods(Path + "{id:guid}", [HttpMethods.Get], files.ServeAsync);
    }

    private static string Address(string origin, Guid id) => $"{origin}{Path}{id}";

    private string Offer(string origin, Guid id, Func<string, TemporaryFile> make)
    {
        if (_files.Count >= _sweepAt)
        {
            Sweep();
        }

        var url = Address(origin, id);
        _files[id] = make(url);
        return url;
    }

    // Looks at all files only when they have doubled since the last time.
    private void Sweep()
    {
        foreach (var (id, _) in _files.Where(pair => !IsGood(pair.Value)))
        {
            _files.TryRemove(id, out _);
        }

        foreach (var (file, _) in _urls.Where(pair => !_files.ContainsKey(pair.Value)))
        {
            _urls.TryRemove(file, out _);
        }

        _sweepAt = Math.Max(FewestToSweep, _files.Count * 2);
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
        if (_files.TryGetValue(id, out var file) && IsGood(file))
        {
            context.Response.Headers.ContentDisposition =
                $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
            await WriteAsync(context, file.ContentType, file.Content);
        }
        else if (_sources.Select(find => find(id)).FirstOrDefault(found => found is not null) is { } found)
        {
            await WriteAsync(context, found.ContentType, found.Content);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task WriteAsync(HttpContext context, string contentType, byte[] content)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private DateTimeOffset Expiry() => clock.GetUtcNow() + options.Assumptions.TemporaryUrlLifetime;

    private bool IsGood(TemporaryFile file) => file.ExpiresAt > clock.GetUtcNow();
}
