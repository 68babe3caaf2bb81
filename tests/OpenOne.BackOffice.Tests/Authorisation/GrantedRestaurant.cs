using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Connections;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.Control;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>One restaurant with access to its books at Spiris, and what a test of that access looks at and breaks.</summary>
public sealed class GrantedRestaurant : IAsyncDisposable
{
    public const string Company = IntegratedRestaurants.Krogen;

    private static readonly string[] _quick =
        ["--Refresh:AnswerTimeout=00:00:03", "--Refresh:FirstPause=00:00:00.5", "--Refresh:MaxPause=00:00:00.5"];

    private GrantedRestaurant(IntegratedRestaurants restaurants, Guid id) => (Restaurants, Id) = (restaurants, id);

    public IntegratedRestaurants Restaurants { get; }

    public Guid Id { get; }

    public Sandbox Sandbox => Restaurants.Sandbox;

    public BackOfficeServer Server => Restaurants.Server;

    /// <summary>How often the identity server was asked for tokens since the restaurant was set up.</summary>
    public int TokenCalls => Restaurants.TokenCalls;

    /// <summary>How often a voucher was sent.</summary>
    public int VoucherCalls => Sandbox.Journal.Entries.Count(entry => entry is { Method: "POST", Path: "/v2/vouchers" });

    /// <summary>The restaurant's vouchers as they stand in Spiris.</summary>
    public IReadOnlyList<LedgerVoucher> Books => Restaurants.Books(Company);

    public static async Task<GrantedRestaurant> StartAsync(SandboxAssumptions? assumptions = null, params string[] settings)
    {
        var restaurants = await IntegratedRestaurants.StartAsync(assumptions ?? new(), [.. _quick, .. settings]);
        restaurants.Sandbox.Journal.Clear();
        return new(restaurants, await restaurants.CompanyIdAsync(Company));
    }

    /// <summary>Makes the access token as good as ended, as far as we know.</summary>
    public Task ExpireAsync() => Restaurants.ExpireAsync(Company);

    public Task<Connection> ConnectionAsync() =>
        Server.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(connection => connection.CompanyId == Id));

    /// <summary>Asks a node for an access token, as the Spiris client does before each call.</summary>
    public Task<SpirisAccess> AskAsync(BackOfficeServer? node = null) => Keeper(node ?? Server)(null, CancellationToken.None);

    /// <summary>Asks, and stops waiting after a while.</summary>
    public async Task<SpirisAccess> AskAsync(TimeSpan patience)
    {
        using var impatience = new CancellationTokenSource(patience);
        return await Keeper(Server)(null, impatience.Token);
    }

    /// <summary>The access token that is stored.</summary>
    public async Task<Secret> AccessTokenAsync() =>
        (await ConnectionAsync()).OpenAccessToken(Server.Services.GetRequiredService<SecretSealer>())!.Value;

    public Task<Answer> SubmitAsync(RealEvening evening) => Restaurants.SubmitAsync(evening);

    public Task<Answer> UntilAsync(RealEvening evening, params string[] states) => Restaurants.UntilAsync(evening, states);

    public async Task<Answer> UntilAsync(RealEvening evening, Func<Answer, bool> sought)
    {
        using var till = Server.Till(Company);
        return await Server.UntilAsync(till, evening.Report.Key.Register, evening.Report.Key.ZNumber, sought);
    }

    public Task AuthoriseAsync() => Restaurants.AuthoriseAsync(Company);

    public Task RestartAsync(params string[] settings) => Restaurants.RestartAsync([.. _quick, .. settings]);

    /// <summary>Hands evenings over and waits until they are held because the access is gone.</summary>
    public async Task HeldForAccessAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            await SubmitAsync(evening);
            var held = await UntilAsync(evening, "held", "booked");
            held.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(["authorisation-lost"]);
        }

        (await ConnectionAsync()).State.ShouldBe(ConnectionState.NeedsAuthorisation);
    }

    /// <summary>Authorises again, and sees the queue drain into the books in its order, each closing once.</summary>
    public async Task DrainsAfterAuthorisingAsync(params RealEvening[] evenings)
    {
        var before = Books.Count;
        await AuthoriseAsync();
        foreach (var evening in evenings)
        {
            (await UntilAsync(evening, "booked")).State.ShouldBe("booked");
        }

        Books.Skip(before).Select(voucher => voucher.Date).ShouldBe(evenings.Select(evening => evening.Report.BusinessDate));
    }

    public ValueTask DisposeAsync() => Restaurants.DisposeAsync();

    private SpirisAccessSource Keeper(BackOfficeServer node) => node.Services.GetRequiredService<TokenKeeper>().Of(Id);
}
