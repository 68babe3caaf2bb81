using System.Diagnostics;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>strace(1) at a running server: lets system calls fail as a disk would, kills the server at one, or writes them down.
/// What the server sees is what the kernel would have told it.</summary>
/// <remarks>Needs the right to trace: root, or kernel.yama.ptrace_scope=0.</remarks>
public sealed class Strace : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private Strace(Process process)
    {
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _attached.TrySetException(
            new InvalidOperationException($"strace ended before it was attached:\n{string.Join('\n', _said)}"));
        _process.ErrorDataReceived += (_, line) =>
        {
            _said.Add(line.Data ?? "");
            if (line.Data?.Contains("attached", StringComparison.Ordinal) is true)
            {
                _attached.TrySetResult();
            }
        };
    }

    /// <summary>Attaches to every thread of a process. What is injected holds from then on until this is disposed.</summary>
    public static async Task<Strace> AttachAsync(int processId, params string[] options)
    {
        var start = new ProcessStartInfo("strace", ["-f", "-y", "-p", $"{processId}", .. options]) { RedirectStandardError = true };
        var strace = new Strace(new Process { StartInfo = start });
        strace._process.Start().ShouldBeTrue();
        strace._process.BeginErrorReadLine();
        await strace._attached.Task.WaitAsync(TestContext.Current.CancellationToken);
        return strace;
    }

    /// <summary>Detaches: the disk is well again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var interrupt = Process.Start("sh", ["-c", $"kill -INT {_process.Id}"]);
            await interrupt.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
