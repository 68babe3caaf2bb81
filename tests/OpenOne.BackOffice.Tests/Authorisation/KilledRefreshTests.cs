using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>The server killed with SIGKILL while it refreshes, with a real process on a real database file.</summary>
public sealed class KilledRefreshTests
{
    private static readonly string[] _settings =
    [
        "--Refresh:AnswerTimeout=00:00:10", "--Delivery:SendTimeout=00:00:02", "--Delivery:Lease=00:00:04",
        "--Delivery:LookEvery=00:00:00.05",
    ];

    public static TheoryData<string, RefreshTokens, HoldAt> Recovering => new()
    {
        { "reusable, between Spiris' answer and the store", RefreshTokens.Reusable, HoldAt.BeforeTheAnswer },
        { "reusable, before Spiris", RefreshTokens.Reusable, HoldAt.BeforeSpiris },
        { "good for one use, before Spiris", RefreshTokens.Rotating, HoldAt.BeforeSpiris },
    };

    [Theory]
    [MemberData(nameof(Recovering))]
    public async Task S48_killed_in_a_refresh_that_spent_nothing_the_old_token_is_tried_once_and_work_goes_on(
        string story, RefreshTokens tokens, HoldAt at)
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(new() { RefreshTokens = tokens });
        await KillInRefreshAsync(restaurant, at);
        restaurant.Sandbox.Journal.Clear();

        await restaurant.RestartAsync();

        (await restaurant.UntilAsync(RealEvenings.Z64, answer => answer.State is "booked" || IsLost(answer))).State.ShouldBe("booked", story);
        (restaurant.TokenCalls, restaurant.Books.Count).ShouldBe((1, 1), story);
        (await restaurant.ConnectionAsync()).RefreshesUnanswered.ShouldBe(0);
    }

    [Fact]
    public async Task S48_killed_between_the_answer_and_the_store_a_token_good_for_one_use_is_tried_once_and_then_a_person_is_asked()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync();
        await KillInRefreshAsync(restaurant, HoldAt.BeforeTheAnswer);
        restaurant.Sandbox.Journal.Clear();

        await restaurant.RestartAsync();
        await restaurant.SubmitAsync(RealEvenings.Z65);
        var parked = await restaurant.UntilAsync(RealEvenings.Z64, IsLost);

        // The refresh was for the look at the books that comes before the first send, so nothing had been begun.
        parked.State.ShouldBe("held");
        (restaurant.TokenCalls, restaurant.Books.Count).ShouldBe((1, 0));
        await restaurant.DrainsAfterAuthorisingAsync(RealEvenings.Z64, RealEvenings.Z65);
        restaurant.TokenCalls.ShouldBe(2, "one try and one authorisation");
    }

    /// <summary>Held for good. A closing is also held for as long as the claim of the process that was killed stands.</summary>
    private static bool IsLost(Answer answer) =>
        answer.Body["reasons"]?.ToJsonString().Contains("authorisation-lost", StringComparison.Ordinal) is true;

    /// <summary>Hands a closing over to a process that must refresh for it, and kills the process while it does.</summary>
    private static async Task KillInRefreshAsync(GrantedRestaurant restaurant, HoldAt at)
    {
        await restaurant.ExpireAsync();
        var directory = await restaurant.Server.StopAndKeepAsync();
        await using var proxy = await HoldingProxy.StartAsync(restaurant.Sandbox.Address);
        var held = proxy.HoldNext("/connect/token", at);
        await using var server = await BackOfficeProcess.StartAsync(directory, proxy.Address, _settings);
        using var till = new Till(server.Address, restaurant.Server.KeyOf(GrantedRestaurant.Company));
        await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report));
        await held;
        await server.KillAsync();
    }
}
