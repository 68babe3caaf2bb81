using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OpenOne.Spiris.Tests.Wire;

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket, Action<RawRequest> remember, CancellationToken stopping)
    : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Says nothing more until the test is over.</summary>
    public async Task KeepSilentAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopped = stopping.Register(() => over.TrySetResult());
        await over.Task;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads a request, body and all; <see langword="null"/> when the client has hung up instead.</summary>
    public async Task<RawRequest?> ReadRequestAsync()
    {
        if (await ReadHeadAsync() is not { } head)
        {
            return null;
        }

        var body = new byte[LengthIn(head)];
        await _stream.ReadExactlyAsync(body, stopping);
        var request = new RawRequest(head, Encoding.UTF8.GetString(body));
        remember(request);
        return request;
    }

    /// <summary>Reads a request as far as the empty line, and leaves its body unread.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one, stopping) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    /// <summary>Waits until the client has begun to send.</summary>
    public async Task ReadByteAsync() => await _stream.ReadExactlyAsync(new byte[1], stopping);

    public async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stopping);

    /// <summary>Ends the connection with a reset, not with a farewell.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    private static int LengthIn(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.AsSpan(15), NumberStyles.Integer, CultureInfo.InvariantCulture))
        .FirstOrDefault();
}

/// <summary>A request as it came over the wire.</summary>
internal sealed record RawRequest(string Head, string Body)
{
    /// <summary>Method and target, such as <c>GET /v2/vouchers</c>.</summary>
    public string Line => Head[..Head.IndexOf(" HTTP/", StringComparison.Ordinal)];

    /// <summary>The value of a header; <see langword="null"/> when it is not there.</summary>
    public string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .SingleOrDefault();

    /// <summary>The target, decoded, for reading.</summary>
    public string Target => Uri.UnescapeDataString(Line[(Line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
}

/// <summary>Answers as bytes on the wire.</summary>
internal static class Http
{
    public static string Answer(
        int status, string body, string contentType = "application/json; charset=utf-8", string headers = "")
    {
        var length = Encoding.UTF8.GetByteCount(body);
        var all = $"{headers}Content-Type: {contentType}\r\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}";
        return $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Whatever\r\n{all}\r\n\r\n{body}";
    }
}
