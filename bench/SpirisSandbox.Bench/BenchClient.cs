using System.Net.Http.Headers;

namespace SpirisSandbox.Bench;

/// <summary>How both servers are called: HTTP/1.1 on connections that are kept.</summary>
internal static class BenchClient
{
    public const string Restaurant = "559999-9991";

    public static HttpClient Of(Sandbox sandbox, Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", sandbox.AccessToken(Restaurant));
        return client;
    }
}
