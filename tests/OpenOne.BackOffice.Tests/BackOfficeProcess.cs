using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests;

/// <summary>The server as a process of its own, so that it can be killed as the world kills processes.</summary>
public sealed partial class BackOfficeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private BackOfficeProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _listening.TrySetException(
            new InvalidOperationException($"The server ended before it listened:\n{Output}"));
    }

    public Uri Address { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>Whether it runs no more.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public static async Task<BackOfficeProcess> StartAsync(string dataDirectory, Uri spiris, params string[] settings)
    {
        var server = Launch([], dataDirectory, spiris, settings);
        await server.UntilListeningAsync();
        return server;
    }

    /// <summary>Starts it without expecting it to listen, under another program if one is given.</summary>
    public static BackOfficeProcess Launch(string[] under, string dataDirectory, Uri spiris, params string[] settings)
    {
        string[] command =
        [
            .. under,
            "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "OpenOne.BackOffice.dll"),
            "--urls", "http://127.0.0.1:0",
            $"--DataDirectory={dataDirectory}",
            .. TestStore.Settings(dataDirectory),
            $"--Spiris:Identity={spiris}", $"--Spiris:Api={spiris}",
            "--Spiris:ClientId=openone-backoffice", "--Spiris:ClientSecret=openone-backoffice-secret",
            "--Sweep:Enabled=false",
            "--Readiness:Enabled=false",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
            .. settings,
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new BackOfficeProcess(new Process { StartInfo = start });
        server._process.Start().ShouldBeTrue();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until it takes requests.</summary>
    public async Task UntilListeningAsync() => Address = await _listening.Task;

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task UntilHeardAsync(string text)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits for a while whether it ends by itself.</summary>
    /// <returns>Its exit code; <see langword="null"/> when it still runs.</returns>
    public async Task<int?> EndsWithinAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            // It was asked about and not told to end.
            return null;
        }
    }

    /// <summary>Sends it a signal: STOP freezes it, CONT thaws it, TERM asks it to end.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
