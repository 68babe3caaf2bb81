using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using SpirisSandbox.Control;

namespace SpirisSandbox.Faults;

/// <summary>The connection a struck request came on, for faults that end it before the answer is whole.</summary>
/// <param name="stopping">Cancelled when the sandbox stops: nobody is waited for any longer.</param>
public sealed class CallersConnection(HttpContext http, CancellationToken stopping)
{
    private Socket Socket => http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    private JournalEntry Entry => http.Features.GetRequiredFeature<JournalEntry>();

    /// <summary>Sends status and headers of the answer and the first bytes of its body.</summary>
    /// <remarks>
    /// Past the server, because that drops what it has not sent yet when the connection is cut: so the bytes asked for
    /// are the bytes sent. This is HTTP/1.1 without TLS, as the sandbox speaks when a test starts it.
    /// </remarks>
    public async Task SendBeginningAsync(ReadOnlyMemory<byte> answer, int bytes)
    {
        var response = http.Response;
        response.ContentLength = answer.Length;
        var head = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        Entry.Status = response.StatusCode;
        await using var wire = new NetworkStream(Socket, ownsSocket: false);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), stopping);
        await wire.WriteAsync(answer[..bytes], stopping);
    }

    /// <summary>Cuts the connection: the caller gets nothing more, whatever was done.</summary>
    public async Task CutAsync(Cut how)
    {
        Entry.ConnectionWasCut = true;
        if (how == Cut.Close)
        {
            Socket.Shutdown(SocketShutdown.Send);
            await CallerLeftAsync();
        }

        http.Abort();
    }

    // Aborting resets what is still open, so an orderly end waits until the caller has seen it and closed its own side.
    private async Task CallerLeftAsync()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var closed = http.RequestAborted.Register(() => left.TrySetResult());
        await using var stopped = stopping.Register(() => left.TrySetResult());
        await left.Task;
    }
}
