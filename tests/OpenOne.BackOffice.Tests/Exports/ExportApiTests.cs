using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Exports;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports;

/// <summary>SIE exports over the API.</summary>
public sealed class ExportApiTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string May = """{"from":"2021-05-01","to":"2021-05-31"}""";

    private IntegratedRestaurants _restaurants = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        await _restaurants.TurnOnAsync(Krogen, syncSales: false);
        _http = Client(_restaurants.Server.KeyOf(Krogen));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _restaurants.DisposeAsync();
    }

    [Fact]
    public async Task An_export_is_made_once_and_its_file_is_the_same_each_time()
    {
        await ReceiveAsync();

        var (status, made) = await OrderAsync(May);

        status.ShouldBe(HttpStatusCode.Created);
        ((int)made["number"]!, (int)made["closings"]!, (int)made["vouchers"]!, (decimal)made["total"]!).ShouldBe((1, 2, 2, 5458.00m));
        var file = await _http.GetByteArrayAsync(new Uri("/api/v1/sie-exports/1", UriKind.Relative), Cancellation);
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe((string)made["sha256"]!);
        (await _http.GetByteArrayAsync(new Uri("/api/v1/sie-exports/1", UriKind.Relative), Cancellation)).ShouldBe(file);
        (await _restaurants.Server.ReadAsync(db => db.Exports.SingleAsync())).MadeBy.ShouldStartWith("API, oo_");

        var (again, problem) = await OrderAsync(May);
        (again, (string)problem["type"]!).ShouldBe((HttpStatusCode.Conflict, "/problems/nothing-to-export"));
    }

    [Fact]
    public async Task Days_that_the_integration_transfers_are_refused()
    {
        await _restaurants.TurnOnAsync(Krogen);

        var (status, problem) = await OrderAsync(May);

        (status, (string)problem["type"]!).ShouldBe((HttpStatusCode.Conflict, "/problems/integration-is-on"));
        ((string)problem["detail"]!).ShouldStartWith("Days from 2021-01-01 on go to Spiris by themselves");
    }

    [Fact]
    public async Task What_cannot_become_a_voucher_is_named_with_its_remedy()
    {
        using var till = _restaurants.Server.Till(Krogen);
        await till.SubmitAsync(ClosingWire.Of(A.Closing.Of("KASSA1", 63).On(2021, 5, 4).PrintedFor(Krogen).Sold("unheard-of", 12, 112_00).Paid("card", 112_00).Report()));

        var (status, problem) = await OrderAsync(May);

        (status, (string)problem["type"]!).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/export-incomplete"));
        ((int)problem["closings"]![0]!["zNumber"]!).ShouldBe(63);
        ((string)problem["closings"]![0]!["message"]!).ShouldContain("unheard-of");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"from":"2021-05-01"}""")]
    [InlineData("""{"from":"2021-05-31","to":"2021-05-01"}""")]
    [InlineData("""{"from":"2001-05-31","to":"2021-05-01"}""")]
    [InlineData("""{"from":"2021-05-01","to":"2021-05-31","grouping":"monthly"}""")]
    [InlineData("""{"from":"2021-05-01","to":"2021-05-31","series":"TOO LONG"}""")]
    [InlineData("""{"from":"2021-05-01","to":"2021-05-31","company":"559999-9991"}""")]
    public async Task An_order_that_nobody_can_mean_is_refused(string order)
    {
        await ReceiveAsync();

        var (status, problem) = await OrderAsync(order);

        (status, (string)problem["type"]!).ShouldBe((HttpStatusCode.BadRequest, "/problems/malformed-export"));
        (await _restaurants.Server.ReadAsync(db => db.Exports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_of_one_register_makes_and_gets_none_and_neither_does_another_company()
    {
        await ReceiveAsync();
        await OrderAsync(May);
        var company = await _restaurants.CompanyIdAsync(Krogen);
        var (key, secret) = ApiKey.Create(company, "KASSA1", DateTimeOffset.UnixEpoch);
        await _restaurants.Server.ReadAsync(db =>
        {
            db.ApiKeys.Add(key);
            return db.SaveChangesAsync();
        });

        using var register = Client(secret);
        (await OrderAsync(May, register)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await register.GetAsync(new Uri("/api/v1/sie-exports/1", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var other = Client(_restaurants.Server.KeyOf(IntegratedRestaurants.Restaurang));
        (await other.GetAsync(new Uri("/api/v1/sie-exports/1", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_released_export_is_not_handed_out()
    {
        await ReceiveAsync();
        await OrderAsync(May);
        await _restaurants.Server.Services.GetRequiredService<ReleaseExport>()
            .ReleaseAsync(await _restaurants.CompanyIdAsync(Krogen), 1, "Never sent.", notImported: true, "owner", Cancellation);

        (await _http.GetAsync(new Uri("/api/v1/sie-exports/1", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private async Task ReceiveAsync()
    {
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            await _restaurants.SubmitAsync(evening);
            await _restaurants.UntilAsync(evening, "held");
        }
    }

    private HttpClient Client(string key) => new()
    {
        BaseAddress = _restaurants.Server.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    private async Task<(HttpStatusCode Status, JsonNode Body)> OrderAsync(string order, HttpClient? http = null)
    {
        using var content = new StringContent(order, Encoding.UTF8, "application/json");
        using var response = await (http ?? _http).PostAsync(new Uri("/api/v1/sie-exports", UriKind.Relative), content, Cancellation);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }
}
