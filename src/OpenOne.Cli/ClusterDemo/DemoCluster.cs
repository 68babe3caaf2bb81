using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using OpenOne.Cli.Demo;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>The servers of the demo: one PostgreSQL, one sandbox, and as many of BackOffice as are wanted.</summary>
internal sealed class DemoCluster : IAsyncDisposable
{
    private const string Database = "openone";

    /// <summary>Five times what Spiris takes, so that there is something to see within minutes.</summary>
    private const int RequestsPerMinute = 3000;

    private readonly string _folder = Directory.CreateTempSubdirectory("openone-cluster-").FullName;
    private readonly string _backOffice;
    private readonly PrivatePostgres _postgres;
    private readonly List<ServerProcess> _nodes = [];
    private readonly Lock _lock = new();
    private int _started;

    private DemoCluster(PrivatePostgres postgres, string backOffice, string sandbox, int companies)
    {
        (_postgres, _backOffice, Companies) = (postgres, backOffice, companies);
        Sandbox = ServerProcess.Start(
            "sandbox", sandbox, FreePort(), _folder,
            $"--Sandbox:MadeUpCompanies={companies.ToString(CultureInfo.InvariantCulture)}",
            $"--Sandbox:RateLimit:RequestsPerMinute={RequestsPerMinute.ToString(CultureInfo.InvariantCulture)}", "--Sandbox:JournalBodyLength=0");
    }

    public int Companies { get; }

    public ServerProcess Sandbox { get; }

    /// <summary>The folder of logs and keys. It goes with the demo, unless somebody may want to read it.</summary>
    public string Folder => _folder;

    /// <summary>Whether the folder is to stay.</summary>
    public bool KeepsFolder { get; set; }

    /// <summary>The servers that were started and not given up.</summary>
    public IReadOnlyList<ServerProcess> Nodes
    {
        get
        {
            lock (_lock)
            {
                return [.. _nodes];
            }
        }
    }

    /// <summary>Starts PostgreSQL and the sandbox.</summary>
    /// <exception cref="FileNotFoundException">PostgreSQL is not installed, or a program has not been built.</exception>
    public static async Task<DemoCluster> StartAsync(string programs, int companies)
    {
        var (backOffice, sandbox) = (ProgramIn(programs, "OpenOne.BackOffice"), ProgramIn(programs, "SpirisSandbox"));
        var postgres = await PrivatePostgres.StartAsync();
        await postgres.MakeDatabaseAsync(Database);
        return new DemoCluster(postgres, backOffice, sandbox, companies);
    }

    /// <summary>Starts one more server.</summary>
    public ServerProcess StartNode()
    {
        lock (_lock)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"node{++_started}");
            var spiris = Sandbox.Address.GetLeftPart(UriPartial.Authority);
            var node = ServerProcess.Start(
                name, _backOffice, FreePort(), _folder,
                "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={_postgres.ConnectionTo(Database)}",
                $"--DataDirectory={Path.Combine(_folder, "data")}", $"--Cluster:Node={name}", "--Cluster:Address=127.0.0.1", "--Cluster:Port=0",
                "--Cluster:Probe=00:00:01",
                $"--Spiris:Identity={spiris}", $"--Spiris:Api={spiris}", "--Spiris:ClientId=openone-backoffice",
                "--Spiris:ClientSecret=openone-backoffice-secret",
                $"--Spiris:RequestsPerMinute={RequestsPerMinute.ToString(CultureInfo.InvariantCulture)}",
                "--Delivery:Lease=00:00:10", "--Delivery:SendTimeout=00:00:05", "--Delivery:Quarantine=00:00:15", "--Readiness:ClaimFor=00:00:10",
                "--Sweep:Enabled=false",
                "--Demo:Enabled=true", $"--Demo:Companies={Companies.ToString(CultureInfo.InvariantCulture)}");
            _nodes.Add(node);
            return node;
        }
    }

    /// <summary>Takes a server off the list.</summary>
    public void Forget(ServerProcess node)
    {
        lock (_lock)
        {
            _nodes.Remove(node);
        }

        node.Dispose();
    }

    /// <summary>How to get in.</summary>
    public Task<DemoKeys> KeysAsync(CancellationToken cancellation) =>
        DemoKeys.ReadAsync(Path.Combine(_folder, "data", "demo-keys.json"), cancellation);

    /// <summary>What stands in the books of a company, by date: what alone decides whether all went well.</summary>
    public async Task<Dictionary<string, List<string>>> BooksAsync(HttpClient http, CancellationToken cancellation)
    {
        var ledger = JsonNode.Parse(await http.GetStringAsync(new Uri(Sandbox.Address, "/__sandbox/ledger"), cancellation))!;
        return ledger["companies"]!.AsArray().ToDictionary(
            company => company!["organisationNumber"]!.GetValue<string>(),
            company => company!["vouchers"]!.AsArray().Select(voucher => voucher!["date"]!.GetValue<string>()).ToList());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            node.Dispose();
        }

        Sandbox.Dispose();
        await _postgres.DisposeAsync();
        if (!KeepsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string ProgramIn(string programs, string name)
    {
        string[] places =
        [
            Path.Combine(programs, name, "release", $"{name}.dll"), Path.Combine(programs, name, "debug", $"{name}.dll"),
            Path.Combine(programs, $"{name}.dll"),
        ];
        return places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{name} is not in '{programs}'. Build it first: dotnet build -c Release");
    }

    /// <summary>A port of the loopback that nobody listens at.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
