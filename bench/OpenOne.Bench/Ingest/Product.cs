using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;
using OpenOne.Testing;

namespace OpenOne.Bench.Ingest;

/// <summary>The server as it ships, in this process, with its own database and the demo organisation.</summary>
internal sealed class Product : IAsyncDisposable
{
    /// <summary>As long as a lane may be held at all. A claim beyond that is void.</summary>
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(10);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _directory;
    private readonly MeterListener _meters = new();
    private long _commits;

    private Product(WebApplication app, DirectoryInfo directory)
    {
        (_app, _directory) = (app, directory);
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == ClosingWriter.PerCommit && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref _commits));
        _meters.Start();
    }

    public long Commits => Volatile.Read(ref _commits);

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public string ApiKey => KeyOf(MadeUpEvening.Z1284.Company);

    /// <summary>Starts it.</summary>
    /// <param name="spiris">Where it finds Spiris; nowhere when left out.</param>
    /// <param name="settings">What else it is told.</param>
    public static async Task<Product> StartAsync(Uri? spiris = null, params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("bench-backoffice-");
        var address = spiris ?? new Uri("http://127.0.0.1:9");
        var app = BackOffice.Program.Build(
        [
            "--urls", "http://127.0.0.1:0", $"--DataDirectory={directory.FullName}", "--Demo:Enabled=true",
            $"--Spiris:Identity={address}", $"--Spiris:Api={address}", "--Spiris:ClientId=openone-backoffice",
            "--Spiris:ClientSecret=openone-backoffice-secret", "--Logging:LogLevel:Default=Error",
            $"--Delivery:Lease={_rest}", .. settings,
        ]);
        await BackOffice.Program.PrepareAsync(app);
        var product = new Product(app, directory);
        await app.StartAsync();
        return product;
    }

    /// <summary>The key of a company's points of sale.</summary>
    public string KeyOf(OrganisationNumber company) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_directory.FullName, "demo-keys.json")))!["companies"]!.AsArray()
            .Single(row => (string)row!["organisationNumber"]! == company.ToString())!["apiKey"]!.GetValue<string>();

    public async Task<ApiCaller> CallerAsync()
    {
        await using var db = await OpenAsync();
        var company = await db.Companies.SingleAsync(company => company.OrganisationNumber == MadeUpEvening.Z1284.Company);
        return new(company.Id, company.OrganisationId, company.OrganisationNumber, company.Name, null);
    }

    public async Task<(long Count, long Bytes)> StoredAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.OpenConnectionAsync();
        return SqliteSum.Of(db.Database.GetDbConnection(), "closings");
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }

    /// <summary>Has somebody else hold every lane for ten minutes: delivery looks for work as it does, and finds none.</summary>
    public void RestLanes()
    {
        using var db = Database();
        db.Database.ExecuteSql(
            $"""
            INSERT INTO lanes (company_id, lease_token, leased_until, epoch, parked_because)
            SELECT id, id, CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {(long)_rest.TotalMilliseconds}, 1, '[]' FROM companies WHERE true
            ON CONFLICT (company_id) DO UPDATE SET lease_token = excluded.lease_token, leased_until = excluded.leased_until
            """);
    }

    /// <summary>Has everybody let go of the lanes.</summary>
    public void FreeLanes()
    {
        using var db = Database();
        db.Database.ExecuteSql($"UPDATE lanes SET leased_until = 0, lease_token = NULL");
    }

    /// <summary>Its database.</summary>
    public Task<BackOfficeDb> OpenAsync() =>
        Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();

    private BackOfficeDb Database() => Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContext();
}

/// <summary>The product without the wire: from the bytes of a document, or from what was read of them before, to the answer.</summary>
internal sealed class ProductIntake(string name, Product product, ApiCaller caller, bool readsFirst) : IContestant
{
    private readonly ClosingIntake _intake = product.Services.GetRequiredService<ClosingIntake>();
    private Dictionary<byte[], Submission> _read = [];

    public string Name => name;

    public long Commits => product.Commits;

    public static async Task<ProductIntake> StartAsync(string name, bool readsFirst, params string[] settings)
    {
        var product = await Product.StartAsync(null, settings);
        return new(name, product, await product.CallerAsync(), readsFirst);
    }

    public void Prepare(IReadOnlyList<byte[]> documents)
    {
        product.RestLanes();
        _read = readsFirst ? documents.ToDictionary(document => document, Read) : [];
    }

    public async Task StoreAsync(byte[] document)
    {
        var submission = readsFirst ? _read[document] : Read(document);
        if (await _intake.TakeInAsync(caller, submission, CancellationToken.None) is not Intaken.New)
        {
            throw new InvalidOperationException("A new closing was not taken in as one.");
        }
    }

    private static Submission Read(byte[] document) => ClosingReader.Read(document) is ClosingReading.Read(var report, var hash)
        ? new(report, document, hash)
        : throw new InvalidOperationException("A closing was not read as one.");

    public Task<(long Count, long Bytes)> StoredAsync() => product.StoredAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}

/// <summary>The product as a register meets it: HTTP over loopback, with an API key.</summary>
internal sealed class ProductApi : IContestant
{
    private static readonly Uri Closings = new("/api/v1/closings", UriKind.Relative);

    private readonly Product _product;
    private readonly HttpClient _http;

    public ProductApi(Product product)
    {
        _product = product;
        _http = new HttpClient { BaseAddress = product.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", product.ApiKey);
    }

    public string Name => "HTTP API";

    public long Commits => _product.Commits;

    public void Prepare(IReadOnlyList<byte[]> documents) => _product.RestLanes();

    public async Task StoreAsync(byte[] document)
    {
        using var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(Closings, content);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public Task<(long Count, long Bytes)> StoredAsync() => _product.StoredAsync();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _product.DisposeAsync();
    }
}
