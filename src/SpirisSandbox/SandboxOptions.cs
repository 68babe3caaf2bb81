using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox;

/// <summary>
/// How a sandbox is set up. What is merely unknown about the real service is <see cref="Assumptions"/>.
/// </summary>
public sealed class SandboxOptions
{
    /// <value>
    /// The programs that may ask for access. Default: one demo client, see <see cref="RegisteredClient.Demo"/>.
    /// </value>
    [MinLength(1)]
    public IList<RegisteredClient> Clients { get; init; } = [];

    /// <value>Requests per minute, client and endpoint.</value>
    public RateLimitOptions RateLimit { get; init; } = new();

    /// <value>How many made-up restaurants there are beside the demo companies, all of the demo's users. Default: none.</value>
    [Range(0, 1_000)]
    public int MadeUpCompanies { get; init; }

    /// <value>Where the state is kept between two starts.</value>
    public StorageOptions Storage { get; init; } = new();

    /// <value>How many requests the journal keeps. Default: 10 000; the oldest leave first.</value>
    [Range(0, 1_000_000)]
    public int JournalSize { get; init; } = 10_000;

    /// <value>How many characters of a request's body the journal keeps. Default: 65 536.</value>
    [Range(0, 10_000_000)]
    public int JournalBodyLength { get; init; } = 65_536;

    /// <value>What we had to decide where no public source says how the real service behaves.</value>
    public SandboxAssumptions Assumptions { get; init; } = new();

    /// <summary>The options with the demo client put in when none is named.</summary>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    internal SandboxOptions Checked()
    {
        if (Clients.Count == 0)
        {
            Clients.Add(RegisteredClient.Demo());
        }

        Check(this);
        Check(RateLimit);
        Check(Assumptions);
        Check(Assumptions.Sales);
        foreach (var client in Clients)
        {
            Check(client);
        }

        return this;
    }

    private static void Check(object section) =>
        Validator.ValidateObject(section, new ValidationContext(section), validateAllProperties: true);
}

/// <summary>Where the sandbox keeps its state.</summary>
public sealed class StorageOptions
{
    /// <value>
    /// A SQLite file, made when there is none. Default: none, the state is gone when the sandbox stops. Faults, journal and
    /// the clock's offset are never kept.
    /// </value>
    public string? File { get; init; }
}

/// <summary>The limit of the API: requests per minute, counted per client and endpoint.</summary>
/// <remarks>Source: portal, "Rate limits".</remarks>
public sealed class RateLimitOptions
{
    /// <value>Default: on.</value>
    public bool Enabled { get; init; } = true;

    /// <value>Default: 600 per minute, client and endpoint.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 600;
}

/// <summary>A program that may ask a user for access, as it would be registered in the developer portal.</summary>
public sealed class RegisteredClient
{
    [Required]
    public string Id { get; init; } = "";

    [Required]
    public string Secret { get; init; } = "";

    /// <value>The name shown on the consent page. Default: the id.</value>
    public string? Name { get; init; }

    /// <value>Where a browser may be sent back to; compared character by character.</value>
    public IList<string> RedirectUris { get; init; } = [];

    /// <value>
    /// Default: false. True lets any loopback address through beside the exact list. The real service has no such
    /// thing: it is here so that tests on free ports need no registration.
    /// </value>
    public bool AllowAnyLoopbackRedirect { get; init; }

    /// <summary>The client every sandbox knows. Its secret is public: it opens nothing but demo books.</summary>
    public static RegisteredClient Demo() => new()
    {
        Id = "openone-backoffice",
        Secret = "openone-backoffice-secret",
        Name = "OPEN One BackOffice",
        RedirectUris = ["https://localhost:44300/callback"],
        AllowAnyLoopbackRedirect = true,
    };
}
