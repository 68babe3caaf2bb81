using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using Xunit;

namespace OpenOne.BackOffice.Tests;

/// <summary>The whole server in this process, on a free port, with a database file of its own and the demo organisation.</summary>
public sealed class BackOfficeServer : IAsyncDisposable
{
    /// <summary>What a first start leaves behind. Made once: bringing a database up to date takes longer than most tests.</summary>
    private static readonly Lazy<Task<string>> _fresh = new(async () =>
    {
        var directory = await (await StartAsync(_ => { })).StopAndKeepAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return directory;
    });

    /// <summary>Raised with the folder of the data when any server has changed something about a company's closings.</summary>
    private static event Action<string>? Changed;

    private readonly WebApplication _app;
    private readonly string _directory;
    private readonly JsonObject _demo;

    private BackOfficeServer(WebApplication app, string directory)
    {
        (_app, _directory) = (app, directory);
        Address = new Uri(app.Urls.First());
        _demo = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "demo-keys.json")))!;
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public string DataDirectory => _directory;

    /// <summary>Starts a server with data of its own, as the first start of any would leave it.</summary>
    public static async Task<BackOfficeServer> StartAsync(Uri? spiris = null, params string[] settings) =>
        await StartOnAsync(CopyOf(await _fresh.Value), spiris, settings);

    public static Task<BackOfficeServer> StartAsync(Action<WebApplicationBuilder> change, Uri? spiris = null, params string[] settings) =>
        StartOnAsync(Directory.CreateTempSubdirectory("backoffice-").FullName, change, spiris, settings);

    /// <summary>Starts a server on data that is there already: after another, or beside it.</summary>
    public static Task<BackOfficeServer> StartOnAsync(string directory, Uri? spiris = null, params string[] settings) =>
        StartOnAsync(directory, _ => { }, spiris, settings);

    private static string CopyOf(string directory)
    {
        var copy = Directory.CreateTempSubdirectory("backoffice-").FullName;
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static async Task<BackOfficeServer> StartOnAsync(
        string directory, Action<WebApplicationBuilder> change, Uri? spiris, string[] settings)
    {
        var app = Program.Build(
        [
            "--urls", "http://127.0.0.1:0",
            $"--DataDirectory={directory}",
            .. TestStore.Settings(directory),
            "--Demo:Enabled=true",
            $"--Spiris:Identity={spiris ?? new Uri("http://127.0.0.1:9")}",
            $"--Spiris:Api={spiris ?? new Uri("http://127.0.0.1:9")}",
            "--Spiris:ClientId=openone-backoffice",
            "--Spiris:ClientSecret=openone-backoffice-secret",
            "--Logging:LogLevel:Default=Warning",

            // Each new server would warn that its cookies' keys lie in a file.
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",

            // Tests ask for the sweeps that they want.
            "--Sweep:Enabled=false",

            // And for the checks: closings do not wait for one.
            "--Readiness:Enabled=false",
            .. settings,
        ], change);
        app.Services.GetRequiredService<ClosingFeed>().Changed += _ => Changed?.Invoke(directory);
        await Program.PrepareAsync(app);
        await app.StartAsync();
        return new BackOfficeServer(app, directory);
    }

    /// <summary>The API as a company's point of sale uses it.</summary>
    public Till Till(string organisationNumber) => new(Address, KeyOf(organisationNumber));

    public string KeyOf(string organisationNumber) => _demo["companies"]!.AsArray()
        .Single(company => (string)company!["organisationNumber"]! == organisationNumber)!["apiKey"]!.GetValue<string>();

    public async Task<T> ReadAsync<T>(Func<BackOfficeDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Asks for a closing until its state is one that is waited for.</summary>
    public Task<Answer> UntilAsync(Till till, string register, int zNumber, Func<string, bool> state) =>
        UntilAsync(till, register, zNumber, (Answer answer) => state(answer.State));

    /// <summary>Asks for a closing until the answer is one that is waited for.</summary>
    public Task<Answer> UntilAsync(Till till, string register, int zNumber, Func<Answer, bool> sought) =>
        UntilAsync(() => till.AskAsync(register, zNumber), sought);

    /// <summary>Looks until it sees what is waited for. Woken by the feed of each server on this one's data, since any of them may
    /// do it, so that nothing here depends on how long anything takes.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> sought)
    {
        using var changed = new SemaphoreSlim(0);
        Changed += Wake;
        try
        {
            while (true)
            {
                var seen = await look();
                if (sought(seen))
                {
                    return seen;
                }

                await changed.WaitAsync(TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            Changed -= Wake;
        }

        void Wake(string directory)
        {
            if (directory == _directory)
            {
                changed.Release();
            }
        }
    }

    /// <summary>Stops the server and leaves its data, whose folder is then the caller's to delete.</summary>
    public async Task<string> StopAndKeepAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        TestStore.LetGo();
        return _directory;
    }

    public async ValueTask DisposeAsync()
    {
        TestStore.Remove(await StopAndKeepAsync());
        Directory.Delete(_directory, recursive: true);
    }
}
