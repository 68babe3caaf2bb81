namespace SpirisSandbox.Books.Tests.Driving;

/// <summary>A folder of a test's own that is gone afterwards.</summary>
public sealed class StateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    /// <summary>A SQLite file that does not exist yet.</summary>
    public string File => Path.Combine(_folder.FullName, "state.db");

    public SandboxOptions Options => new()
    {
        RateLimit = new RateLimitOptions { Enabled = false },
        Storage = new StorageOptions { File = File },
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
