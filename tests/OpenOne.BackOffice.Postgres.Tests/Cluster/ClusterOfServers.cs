using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Mapping;
using OpenOne.Cli.ClusterDemo;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using SpirisSandbox;
using SpirisSandbox.Control;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Servers as processes of their own on one PostgreSQL and one sandbox, with as many companies as a test wants.</summary>
public sealed partial class ClusterOfServers : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cluster-").FullName;
    private readonly string[] _settings;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<(string Company, DateOnly Date), DateTimeOffset> _acknowledged = new();
    private readonly Func<Data.BackOfficeDb> _open;
    private int _started;

    private ClusterOfServers(Sandbox sandbox, PrivatePostgres? postgres, string database, string[] settings)
    {
        Sandbox = sandbox;
        Connection = postgres?.ConnectionTo(database) ?? TestStore.ConnectionTo(_directory);
        _settings = [.. settings, $"--Storage:ConnectionString={Connection}"];

        // Not pooled: tests throw the sessions of everybody out.
        _open = TestStore.OpenAt($"{Connection};Pooling=false");
    }

    public Sandbox Sandbox { get; }

    /// <summary>The companies' API keys by organisation number.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    /// <summary>Servers that run, as far as the test knows.</summary>
    public ConcurrentDictionary<string, BackOfficeProcess> Nodes { get; } = new();

    /// <summary>How servers reach the database.</summary>
    public string Connection { get; }

    /// <summary>How often a voucher was sent to Spiris.</summary>
    public int VoucherCalls => Sandbox.Journal.Entries.Count(entry => entry is { Method: "POST", Path: "/v2/vouchers" });

    /// <summary>Asks the database as its superuser.</summary>
    public Task<string> AskAsync(string sql) => TestStore.Postgres.AskAsync(Path.GetFileName(_directory), sql);

    /// <summary>Makes the companies, and starts no server yet.</summary>
    public static Task<ClusterOfServers> MakeAsync(int companies, params string[] settings) => MakeAsync(null, "", companies, settings);

    /// <summary>The same on a PostgreSQL of the test's own.</summary>
    internal static Task<ClusterOfServers> MakeOnAsync(PrivatePostgres postgres, string database, int companies) =>
        MakeAsync(postgres, database, companies, []);

    private static async Task<ClusterOfServers> MakeAsync(PrivatePostgres? postgres, string database, int companies, string[] settings)
    {
        var sandbox = await Sandbox.StartAsync(new SandboxOptions
        {
            MadeUpCompanies = companies,
            RateLimit = new RateLimitOptions { RequestsPerMinute = 1_000_000 },
            JournalSize = 1_000_000,
        });
        var cluster = new ClusterOfServers(sandbox, postgres, database,
        [
            "--Delivery:SendTimeout=00:00:05", "--Delivery:Lease=00:00:10", "--Delivery:Quarantine=00:00:15",
            "--Delivery:FirstRetryDelay=00:00:00.5", "--Delivery:MaxRetryDelay=00:00:03", "--Delivery:LookEvery=00:00:00.5",
            "--Delivery:Rest=00:00:02", "--Spiris:RequestsPerMinute=1000000",
            "--Cluster:Enabled=true", "--Cluster:Address=127.0.0.1", "--Cluster:Port=0", "--Cluster:Probe=00:00:01.5",
            "--Spiris:Moved=false",
            .. settings,
        ]);
        await cluster.MakeCompaniesAsync();
        return cluster;
    }

    /// <summary>Starts a server.</summary>
    public async Task<BackOfficeProcess> StartAsync(params string[] settings)
    {
        var name = $"n{Interlocked.Increment(ref _started)}";
        var node = await BackOfficeProcess.StartAsync(_directory, Sandbox.Address, [.. _settings, $"--Cluster:Node={name}", .. settings]);
        Nodes[name] = node;
        return node;
    }

    /// <summary>Starts a server that is not expected to listen.</summary>
    public BackOfficeProcess Launch(params string[] settings) =>
        BackOfficeProcess.Launch([], _directory, Sandbox.Address, [.. _settings, .. settings]);

    /// <summary>A server that has ended in good order.</summary>
    public void Forget(BackOfficeProcess ended)
    {
        foreach (var name in Nodes.Where(node => node.Value == ended).Select(node => node.Key))
        {
            Nodes.TryRemove(name, out _);
        }
    }

    /// <summary>Starts others in the place of those that have ended, as a supervisor would.</summary>
    public async Task ReviveAsync()
    {
        foreach (var ended in Nodes.Values.Where(node => node.HasEnded).ToList())
        {
            await ReplaceAsync(ended);
        }
    }

    /// <summary>Starts a server in the place of one that has ended, as a supervisor would.</summary>
    public async Task ReplaceAsync(BackOfficeProcess ended)
    {
        Forget(ended);
        await ended.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Hands a closing over to whichever server takes it, and again until one has.</summary>
    public async Task SubmitAsync(string organisationNumber, int zNumber, DateOnly date)
    {
        var closing = A.Closing.Of($"KASSA{organisationNumber}", zNumber).On(date.Year, date.Month, date.Day).PrintedFor(organisationNumber)
            .Sold("food", 12, 112_00 + (zNumber * 112)).Paid("card", 112_00 + (zNumber * 112)).Build();
        var document = Encoding.UTF8.GetBytes(ClosingWire.Of(closing.Report).ToJsonString());
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await TryAsync(organisationNumber, document) is not (HttpStatusCode.Accepted or HttpStatusCode.OK))
        {
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        _acknowledged[(organisationNumber, date)] = Sandbox.Clock.GetUtcNow();
    }

    /// <summary>The longest that a closing has waited from its acknowledgement to its voucher in Spiris: above all for another server
    /// to take over from one that was killed or frozen.</summary>
    public TimeSpan LongestWait() => Books().SelectMany(company => company.Value.Select(voucher =>
        voucher.CreatedUtc - _acknowledged.GetValueOrDefault((company.Key, voucher.Date), voucher.CreatedUtc))).Max();

    /// <summary>Waits until every closing has a voucher in Spiris, and our side knows of each.</summary>
    public async Task UntilBookedAsync(int closings)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (true)
        {
            await using var db = _open();
            if (await db.Deliveries.CountAsync(delivery => delivery.State == Domain.Delivery.DeliveryState.Booked) == closings)
            {
                return;
            }

            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Companies of which Spiris was given a voucher while it had another of theirs in its hands.</summary>
    public IReadOnlyList<string> SendsAtOnce()
    {
        var sends = Sandbox.Journal.Entries.Where(entry => entry is { Method: "POST", Path: "/v2/vouchers" })
            .GroupBy(entry => Register().Match(entry.Body!).Value, entry => (Began: entry.At, Over: entry.At.AddMilliseconds(entry.DurationMilliseconds ?? 0)));
        return
        [
            .. sends.Where(company => company.Key.Length == 0 || company.OrderBy(send => send.Began).ToList() is var row && row.Zip(row.Skip(1)).Any(pair => pair.Second.Began < pair.First.Over))
                .Select(company => company.Key),
        ];
    }

    /// <summary>Each company's vouchers as they stand in Spiris: what alone decides.</summary>
    public Dictionary<string, IReadOnlyList<LedgerVoucher>> Books() => LedgerDump.Of(Sandbox.State).Companies
        .Where(company => Keys.ContainsKey(company.OrganisationNumber))
        .ToDictionary(company => company.OrganisationNumber, company => company.Vouchers);

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, node) in Nodes)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{name} said at last:\n{string.Join('\n', node.Output.Split('\n').TakeLast(60))}");
            await node.DisposeAsync();
        }

        _http.Dispose();
        await Sandbox.DisposeAsync();
        TestStore.Remove(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<HttpStatusCode?> TryAsync(string organisationNumber, byte[] document)
    {
        var nodes = Nodes.Values.ToArray();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(nodes[Random.Shared.Next(nodes.Length)].Address, "/api/v1/closings"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Keys[organisationNumber]);
        request.Content = new ByteArrayContent(document);
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            return (int)answer.StatusCode is >= 400 and < 500
                ? throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}")
                : answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            // That server has gone, or is frozen: the next one, with the same bytes.
            return null;
        }
    }

    private async Task MakeCompaniesAsync()
    {
        // A server that starts makes the tables and the demo; it is gone before the others come.
        var first = await BackOfficeServer.StartOnAsync(
            _directory, Sandbox.Address, "--Cluster:Enabled=false", $"--Storage:ConnectionString={Connection}");
        var sealer = first.Services.GetRequiredService<SecretSealer>();
        await first.ReadAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            foreach (var there in Sandbox.State.Companies.Where(company => company.Settings.Name.StartsWith("Påhittad", StringComparison.Ordinal)))
            {
                Add(db, organisation.Id, there.Settings.CorporateIdentityNumber!, sealer);
            }

            return await db.SaveChangesAsync();
        });
        await first.StopAndKeepAsync();
    }

    private void Add(Data.BackOfficeDb db, Guid organisationId, string number, SecretSealer sealer)
    {
        var company = new Company { OrganisationId = organisationId, OrganisationNumber = OrganisationNumber.Parse(number), Name = $"Påhittad {number}" };
        company.ChooseTransfer(true, new DateOnly(2021, 1, 1), VoucherSeries.Parse("A"));
        var (stored, secret) = ApiKey.Create(company.Id, null, DateTimeOffset.UnixEpoch);
        var connection = new Connection { CompanyId = company.Id };
        connection.Authorise("Spiris", company.OrganisationNumber, "test", DateTimeOffset.UnixEpoch);
        connection.Store(
            new SpirisTokens(Secret.Of(Sandbox.AccessToken(number)), Secret.Of("none"), Sandbox.Clock.GetUtcNow().AddHours(1)), sealer);
        db.AddRange(company, stored, connection);
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = company.Id,
            Version = 1,
            CreatedBy = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows =
            [
                Row("sales */12", 3002), Row("vat 12", 2621), Row("payment card", 1686),
            ],
        });
        Keys[number] = secret;
    }

    [GeneratedRegex(@"KASSA\d{6}-\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Register();

    private static MappingRow Row(string key, int account) =>
        new() { Key = MappingKeyText.Read(key)!, Account = AccountNumber.From(account) };
}
