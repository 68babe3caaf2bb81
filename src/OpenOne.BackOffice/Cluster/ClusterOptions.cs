using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace OpenOne.BackOffice.Cluster;

/// <summary>How the servers on one PostgreSQL find each other. Section <c>Cluster</c>. Nothing of it concerns a server with SQLite.</summary>
public sealed class ClusterOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cluster";

    /// <summary>Whether servers work together. Without it several can still share a database: who sends what is decided there, and
    /// only the quota is then not shared.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>The cluster's name. A database belongs to one cluster.</summary>
    /// <value><c>openone</c>.</value>
    [Required, RegularExpression("^[a-z0-9-]{1,40}$")]
    public string Name { get; init; } = "openone";

    /// <summary>What this server calls itself in lists and logs. Nothing is decided by it.</summary>
    /// <value>The machine's name and the process id.</value>
    [Required, StringLength(80)]
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>The address that the other servers reach this one at.</summary>
    /// <value>The machine's first address that is not the loopback; the loopback if there is none.</value>
    public string? Address { get; init; }

    /// <summary>The port that the other servers reach this one at. It is for them alone: keep it behind a firewall.</summary>
    /// <value>11111. 0 takes any that is free.</value>
    [Range(0, 65535)]
    public int Port { get; init; } = 11111;

    /// <summary>After how long without an answer the others take a server for dead: three probes, each this long.</summary>
    /// <value>3 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After how long without its database a server ends, so that the others do its work.</summary>
    /// <value>15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan CutOffAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The address and port to listen at.</summary>
    internal IPEndPoint EndPoint()
    {
        var address = Address is null ? OwnAddress() : IPAddress.Parse(Address);
        return new IPEndPoint(address, Port == 0 ? FreePort(address) : Port);
    }

    private static IPAddress OwnAddress() => Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork)
        .FirstOrDefault(address => !IPAddress.IsLoopback(address)) ?? IPAddress.Loopback;

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
