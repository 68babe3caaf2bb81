using System.Net;
using System.Net.Sockets;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>A wire between one server and the database that can be cut: then nothing passes, in either direction, and neither side is
/// told.</summary>
internal sealed class DatabaseWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _whole = new();

    private DatabaseWire(int target)
    {
        _target = target;
        _whole.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the server is to connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <param name="target">The database's port on the loopback.</param>
    public static DatabaseWire To(int target) => new(target);

    public void Cut() => _whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _whole.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        Mend();

        // In this order: one that is stopped while it is asked for a connection ends in another exception than a cancelled one.
        await _accepting;
        _listener.Stop();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        while (!_over.IsCancellationRequested)
        {
            try
            {
                passing.Add(PassAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
            }
            catch (OperationCanceledException)
            {
                // The test is over.
                break;
            }
        }

        await Task.WhenAll(passing);
    }

    private async Task PassAsync(TcpClient server)
    {
        using var database = new TcpClient();
        using (server)
        {
            await database.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(PumpAsync(server, database), PumpAsync(database, server));
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _over.Token) is var length and > 0)
            {
                await _whole.Task;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length), _over.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two has gone, and with it the connection.
            return;
        }
    }
}
