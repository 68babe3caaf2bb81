using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace OpenOne.BackOffice.Tests.Mail;

/// <summary>A small mail server on this machine: takes what it is given, or refuses as often as it is told to.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _taken = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _refusals;

    public SmtpSink(int refusals = 0)
    {
        _refusals = refusals;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many messages were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The next message, as it came over the wire.</summary>
    public ValueTask<string> NextAsync(CancellationToken cancellation) => _taken.Reader.ReadAsync(cancellation);

    /// <summary>Whether a message is there that nobody has asked for.</summary>
    public bool HasMore => _taken.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            _taken.Writer.TryComplete();
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink.openone.example");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "DATA" when _refusals > 0:
                    (_refusals, Refused) = (_refusals - 1, Refused + 1);
                    await writer.WriteLineAsync("451 Not just now");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                    {
                        message.AppendLine(text.StartsWith('.') ? text[1..] : text);
                    }

                    await writer.WriteLineAsync("250 Taken");
                    _taken.Writer.TryWrite(message.ToString());
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }
}
