using System.Net.Sockets;
using System.Text;

namespace SpirisSandbox.Tests.Driving;

/// <summary>How a connection ended, as the socket tells it.</summary>
internal enum Ending
{
    Closed = 1,
    Reset = 2,
}

/// <summary>Every byte that came, each as the character of its number, and how it ended.</summary>
internal sealed record RawAnswer(string Text, Ending Ending)
{
    /// <summary>What came after the headers; empty when not even those came.</summary>
    public string Body => Text.Split("\r\n\r\n", 2) is [_, var body] ? body : "";

    /// <summary>The length of body that the answer promised.</summary>
    public int PromisedLength() => int.Parse(
        Text.Split("Content-Length: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A TCP connection to the sandbox with nothing between the test and the bytes.</summary>
internal sealed class RawConnection(Uri sandbox) : IDisposable
{
    private readonly TcpClient _tcp = new(sandbox.Host, sandbox.Port);

    /// <summary>Posts a voucher.</summary>
    public Task PostVoucherAsync(string accessToken, CancellationToken stop)
    {
        var body = Voucher.Body();
        return SendAsync(
            $"POST /v2/vouchers HTTP/1.1\r\nHost: {sandbox.Authority}\r\nAuthorization: Bearer {accessToken}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}",
            stop);
    }

    /// <summary>Reads until the other side has ended the connection, one way or the other.</summary>
    public async Task<RawAnswer> ReadToEndAsync(CancellationToken stop)
    {
        var (bytes, buffer) = (new List<byte>(), new byte[4096]);
        try
        {
            while (await _tcp.Client.ReceiveAsync(buffer, stop) is > 0 and var read)
            {
                bytes.AddRange(buffer.AsSpan(0, read));
            }

            return new RawAnswer(Encoding.Latin1.GetString([.. bytes]), Ending.Closed);
        }
        catch (SocketException broken) when (broken.SocketErrorCode == SocketError.ConnectionReset)
        {
            return new RawAnswer(Encoding.Latin1.GetString([.. bytes]), Ending.Reset);
        }
    }

    /// <summary>Reads the head of an answer and so many bytes of its body, and no further.</summary>
    public async Task<string> ReadBodyAsync(int bytes, CancellationToken stop)
    {
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head += await ReadMoreAsync(1, stop);
        }

        return await ReadMoreAsync(bytes, stop);
    }

    /// <summary>Reads so many bytes as they come.</summary>
    public async Task<string> ReadMoreAsync(int bytes, CancellationToken stop)
    {
        var buffer = new byte[bytes];
        await _tcp.GetStream().ReadExactlyAsync(buffer, stop);
        return Encoding.ASCII.GetString(buffer);
    }

    /// <summary>Bytes that have arrived and nobody has read.</summary>
    public int Unread => _tcp.Available;

    public void Dispose() => _tcp.Dispose();

    private async Task SendAsync(string request, CancellationToken stop) =>
        await _tcp.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), stop);
}
