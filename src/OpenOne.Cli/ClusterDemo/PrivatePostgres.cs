using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>A PostgreSQL of our own on this machine: a new folder, a free port of the loopback, and gone when it is disposed of.</summary>
/// <remarks>PostgreSQL does not run as root; there, its programs run as the user <c>postgres</c>, which Debian's package makes.</remarks>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    /// <summary>The user that our servers connect as: no superuser, or row-level security would not hold for it.</summary>
    public const string User = "openone";

    private readonly string _programs;
    private readonly string _folder;
    private readonly string[] _settings;
    private Process? _server;

    private PrivatePostgres(string programs, string folder, int port, string[] settings) =>
        (_programs, _folder, Port, _settings) = (programs, folder, port, settings);

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Where its programs are.</summary>
    public string ProgramFolder => _programs;

    /// <summary>What the server has logged.</summary>
    public string Log { get; private set; } = "";

    /// <summary>Makes one and starts it.</summary>
    /// <param name="settings">Lines of its configuration, such as <c>fsync=off</c>.</param>
    /// <exception cref="FileNotFoundException">PostgreSQL is not installed.</exception>
    public static async Task<PrivatePostgres> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("openone-postgres-").FullName;
        var postgres = new PrivatePostgres(Programs(), folder, FreePort(), settings);
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", folder);
        }

        await postgres.RunAsUserAsync("initdb", "-D", postgres.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        await postgres.StartServerAsync();
        await postgres.AskAsync("postgres", $"CREATE ROLE {User} LOGIN");
        return postgres;
    }

    /// <summary>How our servers reach a database.</summary>
    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username={User};Include Error Detail=true";

    /// <summary>Makes a database that belongs to our user.</summary>
    /// <param name="like">The one it is to be a copy of, which nobody may be connected to.</param>
    public Task MakeDatabaseAsync(string database, string like = "template1") =>
        AskAsync("postgres", $"CREATE DATABASE \"{database}\" OWNER {User} TEMPLATE \"{like}\"");

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public Task DropDatabaseAsync(string database) => AskAsync("postgres", $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

    /// <summary>Runs a statement as the superuser.</summary>
    /// <returns>The rows, one a line, columns apart by bars.</returns>
    public Task<string> AskAsync(string database, string sql) =>
        RunAsync(Path.Combine(_programs, "psql"), "-h", "127.0.0.1", "-p", PortText, "-U", "postgres", "-d", database, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql);

    /// <summary>Starts the server on the data that are there.</summary>
    public async Task StartServerAsync()
    {
        string[] command =
        [
            .. AsUser, Path.Combine(_programs, "postgres"), "-D", Data, "-p", PortText,
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "max_connections=300",
            .. _settings.SelectMany(setting => new[] { "-c", setting }),
        ];
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _server.ErrorDataReceived += (_, line) => Log += line.Data + "\n";
        _server.OutputDataReceived += (_, line) => Log += line.Data + "\n";
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        while (!await IsReadyAsync())
        {
            if (_server.HasExited)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{Log}");
            }

            // A PostgreSQL that is starting tells nobody when it is ready; it can only be asked.
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    /// <summary>Ends every process of the server at once, as when its machine loses power; or lets it end by itself.</summary>
    public async Task StopServerAsync(bool atOnce)
    {
        if (_server is { HasExited: false } server)
        {
            // SIGQUIT has the server throw its sessions off without finishing anything; SIGINT rolls back and writes all out.
            await RunAsync("kill", atOnce ? "-QUIT" : "-INT", server.Id.ToString(CultureInfo.InvariantCulture));
            await server.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync(atOnce: true);
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private string Data => Path.Combine(_folder, "data");

    private string PortText => Port.ToString(CultureInfo.InvariantCulture);

    private static string[] AsUser => IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await AskAsync("postgres", "SELECT 1");
            return true;
        }
        catch (InvalidOperationException)
        {
            // It does not listen yet; whoever asks looks whether it still runs.
            return false;
        }
    }

    private Task<string> RunAsUserAsync(string program, params string[] arguments)
    {
        string[] command = [.. AsUser, Path.Combine(_programs, program), .. arguments];
        return RunAsync(command[0], command[1..]);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).TrimEnd('\n')
            : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {await error}");
    }

    /// <summary>Where PostgreSQL's programs are: Debian keeps those of each version in a folder of their own.</summary>
    private static string Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(Debian)
            ? [.. Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)]
            : [];
        return versions.Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new FileNotFoundException("PostgreSQL is not installed: apt-get install postgresql");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
