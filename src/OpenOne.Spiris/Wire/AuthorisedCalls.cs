using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.Spiris.Wire;

/// <summary>Calls to the API on behalf of one company: each carries its access token.</summary>
/// <remarks>A 401 says that nothing was done (error 4005 NotAuthorized), so the call is repeated, once, with a token
/// that is not the refused one. That is the only repetition there is.</remarks>
internal sealed class AuthorisedCalls(SpirisConnection connection, SpirisAccessSource access)
{
    private const string Json = "application/json";

    private readonly Uri _root = new($"{connection.Options.Api.AbsoluteUri.TrimEnd('/')}/v2/");

    /// <summary>Reads what stands at <paramref name="path"/> under <c>/v2/</c>, query included, when the quota lets it.</summary>
    internal async Task<Exchange> GetAsync(string path, QuotaUse use, CancellationToken cancellation)
    {
        var quota = connection.QuotaOf(path);
        using var permit = await quota.TakeAsync(use, cancellation);
        return Heed(quota, await CallAsync(() => new(HttpMethod.Get, new Uri(_root, path)), () => true, cancellation));
    }

    /// <summary>Sends a body to <paramref name="path"/> under <c>/v2/</c>, query included. The caller has taken a permit of the
    /// quota, because it has things to write down between the permit and the send.</summary>
    /// <param name="path">Where.</param>
    /// <param name="body">What.</param>
    /// <param name="mayLeave">Asked immediately before each send.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Exchange> PostAsync(
        string path, ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation) =>
        Heed(connection.QuotaOf(path), await CallAsync(
            () => new(HttpMethod.Post, new Uri(_root, path)) { Content = new SingleUseContent(body, Json) }, mayLeave, cancellation));

    /// <summary>Replaces what stands at <paramref name="path"/> under <c>/v2/</c>. The caller has taken a permit of the quota.</summary>
    internal async Task<Exchange> PutAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        Heed(connection.QuotaOf(path), await CallAsync(
            () => new(HttpMethod.Put, new Uri(_root, path)) { Content = new SingleUseContent(body, Json) }, () => true, cancellation));

    /// <summary>Closes the quota for everybody when Spiris has counted too many: for as long as it says, else for a minute.</summary>
    private static Exchange Heed(Quota quota, Exchange exchange)
    {
        if (exchange is Exchange.Answered { Status: HttpStatusCode.TooManyRequests } refused)
        {
            quota.CloseFor(refused.RetryAfter ?? TimeSpan.FromMinutes(1));
        }

        return exchange;
    }

    private async Task<Exchange> CallAsync(
        Func<HttpRequestMessage> compose, Func<bool> mayLeave, CancellationToken cancellation)
    {
        var first = await access(null, cancellation);
        if (first is not SpirisAccess.Open(var token))
        {
            return Closed(first);
        }

        var exchange = await CallAsync(compose, token, mayLeave, cancellation);
        if (exchange is not Exchange.Answered { Status: HttpStatusCode.Unauthorized })
        {
            return exchange;
        }

        var second = await access(token, cancellation);
        if (second is not SpirisAccess.Open(var fresh))
        {
            return Closed(second);
        }

        // Sent again even if the fresh token reads like the refused one: two tokens made within one second may. A refused call
        // has done nothing, so asking once more costs nothing.
        var again = await CallAsync(compose, fresh, mayLeave, cancellation);
        return again is Exchange.Answered { Status: HttpStatusCode.Unauthorized } refusedAgain
            ? new Exchange.NoAccess(refusedAgain.Described)
            : again;
    }

    private async Task<Exchange> CallAsync(
        Func<HttpRequestMessage> compose, Secret token, Func<bool> mayLeave, CancellationToken cancellation)
    {
        using var request = compose();
        request.Headers.Authorization = new("Bearer", token.Reveal());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        return mayLeave()
            ? await connection.SendAsync(request, cancellation)
            : new Exchange.NotSent("The claim would have run out before the answer came.");
    }

    private static Exchange Closed(SpirisAccess access) => access switch
    {
        SpirisAccess.Lost(var problem) => new Exchange.NoAccess(problem),
        SpirisAccess.Unavailable(var problem, var retryAfter) => new Exchange.NotSent(problem, retryAfter),
        _ => throw new UnreachableException("The cases of SpirisAccess are closed, and this one is open."),
    };
}
