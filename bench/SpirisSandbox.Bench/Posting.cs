using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Bench;

/// <summary>Vouchers a second over the wire, beside a server that does nothing but parse and answer.</summary>
internal static class Posting
{
    private const int Callers = 8;

    private static readonly byte[] _body = """
        {"VoucherDate":"2026-11-20","VoucherText":"Dagskassa Z-118","Rows":[
          {"AccountNumber":1910,"DebitAmount":11200.0,"CreditAmount":0},
          {"AccountNumber":3001,"DebitAmount":0,"CreditAmount":10000.0,"TransactionText":"mat"},
          {"AccountNumber":2621,"DebitAmount":0,"CreditAmount":1200.0}]}
        """u8.ToArray();

    public static async Task<bool> MeasureAsync(Sandbox sandbox, int vouchers, int rounds)
    {
        using var full = BenchClient.Of(sandbox, sandbox.Address);
        var answer = await PostAsync(full);
        var model = JsonSerializer.Deserialize<VoucherApi>(answer, WireJson.For(new SandboxAssumptions()))!;
        await using var server = await BareServer.StartAsync(model);
        using var bare = BenchClient.Of(sandbox, new Uri(server.Urls.First()));
        if (!JsonNode.DeepEquals(Same(answer), Same(await PostAsync(bare))))
        {
            await Console.Error.WriteLineAsync("The two servers answer differently, so nothing is measured.");
            return false;
        }

        var measured = new List<(double Sandbox, double Bare)>();
        for (var round = 0; round <= rounds; round++)
        {
            // The first round warms both up. The ratio is taken within a round, since others use the machine too.
            measured.Add((await RateAsync(full, vouchers), await RateAsync(bare, vouchers)));
        }

        var median = measured.Skip(1).OrderBy(round => round.Sandbox / round.Bare).ElementAt(rounds / 2);

        var expected = 1 + (rounds + 1) * (long)vouchers;
        var booked = sandbox.State.Company(BenchClient.Restaurant).Vouchers.Count;
        Console.WriteLine(
            $"POST /vouchers, {Callers} callers, the round of the median ratio of {rounds} of {vouchers:N0}:");
        Console.WriteLine($"  sandbox {median.Sandbox,9:N0}/s   bare Kestrel {median.Bare,9:N0}/s   "
            + $"ratio {median.Sandbox / median.Bare:0.00}");
        Console.WriteLine($"  booked {booked:N0} of {expected:N0}");
        return booked == expected;
    }

    private static async Task<double> RateAsync(HttpClient client, int vouchers)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            vouchers,
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (_, _) => await PostAsync(client));
        return vouchers / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<byte[]> PostAsync(HttpClient client)
    {
        using var content = new ByteArrayContent(_body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await client.PostAsync(new Uri("/v2/vouchers", UriKind.Relative), content);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.Created
            ? body
            : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(body));
    }

    private static JsonObject Same(byte[] answer)
    {
        var voucher = JsonNode.Parse(answer)!.AsObject();
        foreach (var own in new[] { nameof(VoucherApi.Id), nameof(VoucherApi.CreatedUtc), nameof(VoucherApi.ModifiedUtc) })
        {
            voucher.Remove(own);
        }

        return voucher;
    }
}
