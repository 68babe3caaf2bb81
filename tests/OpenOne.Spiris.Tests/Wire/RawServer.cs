using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace OpenOne.Spiris.Tests.Wire;

/// <summary>A TCP server on this machine that does with each connection exactly what the test says, down to the byte
/// and the reset, and remembers every request it was able to read.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly Func<RawConnection, int, Task> _play;
    private readonly Task _accepting;
    private int _connections;

    private RawServer(Func<RawConnection, int, Task> play)
    {
        _play = play;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<RawRequest> Requests => [.. _requests];

    public Uri Address => AddressOf("http");

    /// <summary>The same server, spoken to in TLS, which it does not speak.</summary>
    public Uri TlsAddress => AddressOf("https");

    /// <summary>Plays the same on every connection.</summary>
    public static RawServer Playing(Func<RawConnection, Task> play) => new((connection, _) => play(connection));

    /// <summary>Plays by the connection's number, from 1.</summary>
    public static RawServer Playing(Func<RawConnection, int, Task> play) => new(play);

    /// <summary>Answers every request, and keeps connections open in between.</summary>
    public static RawServer Answering(Func<RawRequest, string> answer) => new(async (connection, _) =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            await connection.WriteAsync(answer(request));
        }
    });

    /// <summary>Answers the nth request with the nth answer.</summary>
    public static RawServer Answering(params string[] answers)
    {
        var next = new ConcurrentQueue<string>(answers);
        return Answering(_ => next.TryDequeue(out var answer) ? answer : Http.Answer(599, "One request too many."));
    }

    /// <summary>Where nothing listens.</summary>
    public static Uri NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new($"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();

        // In this order: one that is stopped while it is asked for a connection ends in another exception than a cancelled one.
        await _accepting;
        _listener.Stop();
        _stopping.Dispose();
    }

    private Uri AddressOf(string scheme) => new($"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    private async Task AcceptAsync()
    {
        var playing = new List<Task>();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                playing.Add(PlayAsync(socket, Interlocked.Increment(ref _connections)));
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }

        await Task.WhenAll(playing);
    }

    private async Task PlayAsync(Socket socket, int number)
    {
        using var connection = new RawConnection(socket, _requests.Enqueue, _stopping.Token);
        try
        {
            await _play(connection, number);
        }
        catch (Exception gone) when (
            gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client hung up, or the test is over: either is the client's to answer for.
            TestContext.Current.SendDiagnosticMessage("Connection {0} ended early: {1}", number, gone.Message);
        }
    }
}
