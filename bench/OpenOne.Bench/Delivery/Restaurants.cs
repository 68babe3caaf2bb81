using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.Bench.Ingest;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using SpirisSandbox;

namespace OpenOne.Bench.Delivery;

/// <summary>A sandbox and a BackOffice that talk over loopback, with both demo companies authorised and turned on, and no limit on
/// how much they may say.</summary>
internal sealed class Restaurants : IAsyncDisposable
{
    private const int Plenty = 1_000_000;
    private static readonly Uri _closings = new("/api/v1/closings", UriKind.Relative);

    private readonly Dictionary<OrganisationNumber, HttpClient> _tills;

    private Restaurants(Sandbox sandbox, Product product)
    {
        (Sandbox, Product) = (sandbox, product);
        _tills = Evenings.ToDictionary(evening => evening.Company, evening =>
        {
            var till = new HttpClient { BaseAddress = product.Address };
            till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", product.KeyOf(evening.Company));
            return till;
        });
    }

    /// <summary>An evening of each company.</summary>
    public static IReadOnlyList<RealEvening> Evenings { get; } = [MadeUpEvening.Z1284, RealEvenings.Z67];

    public Sandbox Sandbox { get; }

    public Product Product { get; }

    public static async Task<Restaurants> StartAsync()
    {
        var sandbox = await StartSandboxAsync();
        var product = await Product.StartAsync(sandbox.Address, $"--Spiris:RequestsPerMinute={Plenty}");
        await using var db = await product.OpenAsync();
        foreach (var company in await db.Companies.ToListAsync())
        {
            company.ChooseTransfer(syncSales: true, new DateOnly(2021, 1, 1), VoucherSeries.Parse("A"));
            var connection = new Connection { CompanyId = company.Id };
            var now = DateTimeOffset.UnixEpoch;
            connection.Authorise("Spiris", company.OrganisationNumber, "bench", now);
            var token = sandbox.AccessToken(company.OrganisationNumber.ToString());
            var ends = sandbox.Clock.GetUtcNow().AddHours(1);
            connection.Store(
                new SpirisTokens(Secret.Of(token), Secret.Of("none"), ends), product.Services.GetRequiredService<SecretSealer>());
            db.Connections.Add(connection);
        }

        await db.SaveChangesAsync();
        return new(sandbox, product);
    }

    /// <summary>A sandbox that takes as much as it gets.</summary>
    public static Task<Sandbox> StartSandboxAsync() => Sandbox.StartAsync(new SandboxOptions
    {
        RateLimit = new RateLimitOptions { RequestsPerMinute = Plenty },
        JournalSize = Plenty,
        JournalBodyLength = 0,
    });

    /// <summary>The API as a company's point of sale uses it.</summary>
    public HttpClient Till(OrganisationNumber company) => _tills[company];

    /// <summary>Hands a closing over as its till would, and returns when it is acknowledged.</summary>
    public async Task SubmitAsync(RealEvening evening, int number)
    {
        using var content = new ByteArrayContent(ClosingDocuments.Make(evening, number));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _tills[evening.Company].PostAsync(_closings, content);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Waits until so many closings are booked, looking whenever the server has news.</summary>
    public async Task BookedAsync(int count)
    {
        using var news = new SemaphoreSlim(0);
        void Tell(Guid companyId) => news.Release();
        var feed = Product.Services.GetRequiredService<ClosingFeed>();
        feed.Changed += Tell;
        try
        {
            while (await CountBookedAsync() < count)
            {
                await news.WaitAsync();
            }
        }
        finally
        {
            feed.Changed -= Tell;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var till in _tills.Values)
        {
            till.Dispose();
        }

        await Product.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private async Task<int> CountBookedAsync()
    {
        await using var db = await Product.OpenAsync();
        return await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Booked);
    }
}
