using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;

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
            new InvalidOperationException($"The server ended before it listened:\n{string.Join('\n', _output)}"));
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<BackOfficeProcess> StartAsync(string dataDirectory, Uri spiris, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "OpenOne.BackOffice.dll"),
            "--urls", "http://127.0.0.1:0",
            $"--DataDirectory={dataDirectory}",
            $"--Spiris:Identity={spiris}", $"--Spiris:Api={spiris}",
            "--Spiris:ClientId=openone-backoffice", "--Spiris:ClientSecret=openone-backoffice-secret",
            "--Sweep:Enabled=false",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
            .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var server = new BackOfficeProcess(new Process { StartInfo = start });
        server._process.Start().ShouldBeTrue();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Address = await server._listening.Task;
        return server;
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
