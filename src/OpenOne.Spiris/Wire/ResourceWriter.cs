using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Wire;

/// <summary>Creates and replaces what may safely be asked for twice: something with a number that is unique, or that nobody misses
/// once more.</summary>
/// <remarks>What must not exist twice, such as vouchers and invoices, does not go this way.</remarks>
internal sealed class ResourceWriter(SpirisConnection connection, AuthorisedCalls calls)
{
    /// <summary>Sends a body and reads what was made of it.</summary>
    /// <returns><see cref="SpirisAnswer{T}.Unavailable"/> also when the answer was lost and it may exist.</returns>
    internal async Task<SpirisAnswer<T>> CreateAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyShape, JsonTypeInfo<T> shape, CancellationToken cancellation)
        where T : class
    {
        using var permit = await connection.QuotaOf(path).TakeAsync(QuotaUse.Work, cancellation);
        var exchange = await calls.PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(body, bodyShape), () => true, cancellation);
        return exchange is Exchange.Answered { Status: HttpStatusCode.Created or HttpStatusCode.OK } answer
            ? ResourceReader.Parse(answer, shape)
            : ResourceReader.NotRead<T>(exchange);
    }

    /// <summary>Replaces something whole, which twice is as good as once, and reads what has become of it.</summary>
    /// <returns><see cref="SpirisAnswer{T}.Unavailable"/> also when the answer was lost and it may be replaced.</returns>
    internal async Task<SpirisAnswer<T>> ReplaceAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyShape, JsonTypeInfo<T> shape, CancellationToken cancellation)
        where T : class
    {
        using var permit = await connection.QuotaOf(path).TakeAsync(QuotaUse.Work, cancellation);
        var exchange = await calls.PutAsync(path, JsonSerializer.SerializeToUtf8Bytes(body, bodyShape), cancellation);
        return exchange is Exchange.Answered { Status: HttpStatusCode.OK } answer
            ? ResourceReader.Parse(answer, shape)
            : ResourceReader.NotRead<T>(exchange);
    }
}
