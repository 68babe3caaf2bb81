using System.Diagnostics;
using System.Globalization;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>One of our servers as a process on this machine, with its output in a file.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StreamWriter _log;
    private bool _isKilled;

    private ServerProcess(string name, Uri address, Process process, StreamWriter log) =>
        (Name, Address, _process, _log) = (name, address, process, log);

    public string Name { get; }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Frozen by us, and not yet thawed.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Neither ended nor killed: a killed one takes a moment to end.</summary>
    public bool IsRunning => !_isKilled && !_process.HasExited;

    /// <summary>What it ended with; <see langword="null"/> while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts a server.</summary>
    /// <param name="name">What it is called on the screen.</param>
    /// <param name="program">The path of its assembly.</param>
    /// <param name="port">A free port of the loopback.</param>
    /// <param name="logs">The folder of the logs.</param>
    /// <param name="settings">What it is told besides.</param>
    public static ServerProcess Start(string name, string program, int port, string logs, params string[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        string[] arguments = ["exec", program, "--urls", address.GetLeftPart(UriPartial.Authority), .. settings];
        var log = new StreamWriter(Path.Combine(logs, $"{name}.log"), append: true) { AutoFlush = true };
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = Path.GetDirectoryName(program)!,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Write(log, line.Data);
        process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(name, address, process, log);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        if (IsRunning)
        {
            _process.Kill();
        }

        (_isKilled, IsFrozen) = (true, false);
    }

    /// <summary>SIGTERM: it finishes what it is at, and ends.</summary>
    public async Task EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP, or SIGCONT.</summary>
    /// <returns><see langword="false"/> when it no longer runs; by then another may stand in its place.</returns>
    public async Task<bool> FreezeAsync(bool frozen)
    {
        if (!IsRunning)
        {
            return false;
        }

        using var kill = Process.Start("kill", [frozen ? "-STOP" : "-CONT", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        IsFrozen = frozen;
        return true;
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
        _log.Dispose();
    }

    private static void Write(StreamWriter log, string? line)
    {
        lock (log)
        {
            if (line is not null && log.BaseStream is not null)
            {
                log.WriteLine(line);
            }
        }
    }
}
