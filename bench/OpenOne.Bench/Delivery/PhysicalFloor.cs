using System.Net.Http.Headers;
using System.Text;
using OpenOne.Bench.Ingest;
using SpirisSandbox;

namespace OpenOne.Bench.Delivery;

/// <summary>What nobody can do without: a commit before the voucher leaves, the voucher itself, and a commit when it is answered.</summary>
internal sealed class PhysicalFloor : IAsyncDisposable
{
    private static readonly Uri _vouchers = new("/v2/vouchers", UriKind.Relative);
    private static readonly byte[] _row = new byte[2_000];

    private readonly Sandbox _sandbox;
    private readonly HttpClient _http;
    private readonly BytesAlone _rows = new();

    private PhysicalFloor(Sandbox sandbox)
    {
        _sandbox = sandbox;
        _http = new HttpClient { BaseAddress = sandbox.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", sandbox.AccessToken(Restaurants.Evenings[0].Company.ToString()));
    }

    public static async Task<PhysicalFloor> StartAsync() => new(await Restaurants.StartSandboxAsync());

    /// <summary>Does it once.</summary>
    public async Task RunAsync()
    {
        Commit();
        using var body = new StringContent(
            """
            {"VoucherDate":"2026-11-20","VoucherText":"Floor","Rows":[
              {"AccountNumber":1910,"DebitAmount":100,"CreditAmount":0},{"AccountNumber":1930,"DebitAmount":0,"CreditAmount":100}]}
            """,
            Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(_vouchers, body);
        answer.EnsureSuccessStatusCode();
        Commit();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _rows.Dispose();
        await _sandbox.DisposeAsync();
    }

    private void Commit()
    {
        using var transaction = _rows.Connection.BeginTransaction();
        _rows.Insert(_row, transaction);
        transaction.Commit();
    }
}
