using System.Net;
using System.Net.Http.Headers;
using OpenOne.Cli.CloseDay;
using OpenOne.Cli.Demo;
using OpenOne.Cli.Pages;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>The tills of all companies: each hands over one evening after the other, to whichever server takes it.</summary>
internal sealed class ClosingStream(DemoCluster cluster, IReadOnlyList<DemoCompany> companies, int evenings, HttpClient http, TimeProvider clock)
{
    private static readonly DateOnly _first = new(2026, 1, 1);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(300);
    private int _taken;

    /// <summary>How many were acknowledged.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>How many there are in all.</summary>
    public int All => companies.Count * evenings;

    /// <summary>The evenings that each company closes, as dates.</summary>
    public IEnumerable<string> Dates => Enumerable.Range(0, evenings).Select(evening =>
        _first.AddDays(evening).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Hands everything over.</summary>
    /// <exception cref="LostException">A closing was refused.</exception>
    public Task RunAsync(CancellationToken cancellation) => Parallel.ForEachAsync(
        companies, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, CloseAsync);

    private async ValueTask CloseAsync(DemoCompany company, CancellationToken cancellation)
    {
        for (var evening = 0; evening < evenings; evening++)
        {
            var order = new ClosingOrder(
                Profiles.Restaurant, (ulong)(evening + 1), company.OrganisationNumber, $"K-{company.OrganisationNumber}", evening + 1, _first.AddDays(evening));
            var document = ClosingWriter.Write(Till.Play(order));
            while (!await IsTakenAsync(company, document, cancellation))
            {
                // A till whose server is gone or frozen tries another after a while, as a real one does.
                await Task.Delay(_pause, clock, cancellation);
            }

            Interlocked.Increment(ref _taken);
        }
    }

    private async Task<bool> IsTakenAsync(DemoCompany company, byte[] document, CancellationToken cancellation)
    {
        var nodes = cluster.Nodes.Where(node => node.ExitCode is null).ToList();
        if (nodes.Count == 0)
        {
            return false;
        }

        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(nodes[Random.Shared.Next(nodes.Count)].Address, "/api/v1/closings"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", company.ApiKey);
        request.Content = new ByteArrayContent(document);
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return (int)answer.StatusCode is >= 400 and < 500 and not (int)HttpStatusCode.TooManyRequests
                ? throw new LostException($"A closing of {company.Name} was refused: {await answer.Content.ReadAsStringAsync(cancellation)}")
                : answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // Killed or frozen: the till keeps its closing and tries another server.
            return false;
        }
    }
}
