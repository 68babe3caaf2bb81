using System.Net;
using System.Net.Http.Headers;

namespace OpenOne.Spiris.Wire;

/// <summary>A request body that can leave once, and that knows whether it has begun to.</summary>
/// <remarks>
/// This is what "a POST is never repeated" rests on. <see cref="SocketsHttpHandler"/> repeats a request by itself when
/// a pooled connection closes before an answer, when a redirect or a challenge says so, and in HTTP/2 when the server
/// says that it did not process the stream (dotnet/runtime, HttpConnection.SendAsync and
/// HttpConnectionPool.SendWithVersionDetectionAndRetryAsync). In HTTP/1.1 without Expect: 100-continue it leaves alone
/// a request that has content; <see cref="SpirisConnection"/> is set up so that nothing else applies; and should that
/// ever change, the second reading fails here.
/// </remarks>
internal sealed class SingleUseContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;
    private int _readings;

    /// <param name="body">The exact bytes.</param>
    /// <param name="mediaType">Its media type, with its parameters.</param>
    internal SingleUseContent(ReadOnlyMemory<byte> body, string mediaType)
    {
        _body = body;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    /// <summary>Whether the first byte may have left. While it is <see langword="false"/>, nobody can have acted on
    /// it.</summary>
    internal bool HasBegun => Volatile.Read(ref _readings) > 0;

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _readings) > 1)
        {
            throw new HttpRequestException("A body that may have been sent is never sent again.");
        }

        await stream.WriteAsync(_body, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
