using System.Buffers;

namespace OpenOne.BackOffice.Closings;

/// <summary>Reads what a point of sale posts, as long as it is not too long.</summary>
internal static class RequestBody
{
    /// <summary>The whole body, or <see langword="null"/> when it is larger than it may be.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            var tooLarge = read.Buffer.Length > maxBytes;
            if (tooLarge || read.IsCompleted)
            {
                var document = tooLarge ? null : read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return document;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
