using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Identity;

public sealed class RefreshTests : SandboxTest
{
    [Fact]
    public async Task A_rotating_refresh_token_gives_a_new_one_and_dies()
    {
        var first = (string)(await Client.TokensAsync())["refresh_token"]!;
        var answer = await Client.RefreshAsync(first);
        var second = await MemberAsync(answer, "refresh_token");

        second.ShouldNotBe(first);
        await ShouldBeDeadAsync(first);
        (await Client.RefreshAsync(second)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refreshed_access_token_opens_the_same_company()
    {
        var refreshToken = (string)(await Client.TokensAsync(Krogen))["refresh_token"]!;
        var accessToken = await MemberAsync(await Client.RefreshAsync(refreshToken), "access_token");

        var settings = await Client.GetAsync("/v2/companysettings", accessToken);

        (await settings.Content.ReadAsStringAsync(Stop)).ShouldContain("559998-1239");
    }

    [Fact]
    public async Task Revoking_the_refresh_token_answers_nothing_and_ends_everything()
    {
        var tokens = await Client.TokensAsync();
        var answer = await Client.RevokeAsync((string)tokens["refresh_token"]!);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
        await ShouldBeDeadAsync((string)tokens["refresh_token"]!);
        (await Client.GetAsync("/v2/vouchers", (string)tokens["access_token"]!))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Revoking_an_access_token_ends_only_that()
    {
        var tokens = await Client.TokensAsync();
        (await Client.RevokeAsync((string)tokens["access_token"]!)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Client.GetAsync("/v2/vouchers", (string)tokens["access_token"]!))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Client.RefreshAsync((string)tokens["refresh_token"]!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoking_what_nobody_knows_is_no_error()
    {
        var answer = await Client.RevokeAsync("never-issued");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_password_ends_the_grant()
    {
        var refreshToken = (string)(await Client.TokensAsync())["refresh_token"]!;
        Sandbox.State.ChangePassword(Sandbox.State.FindUser("anna@exempel.se")!, "another");

        await ShouldBeDeadAsync(refreshToken);
    }

    [Fact]
    public async Task A_reset_forgets_every_grant()
    {
        var refreshToken = (string)(await Client.TokensAsync())["refresh_token"]!;
        Sandbox.State.Reset();

        await ShouldBeDeadAsync(refreshToken);
    }

    internal static async Task<string> MemberAsync(HttpResponseMessage answer, string name) =>
        (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))![name]!;

    private async Task ShouldBeDeadAsync(string refreshToken)
    {
        var answer = await Client.RefreshAsync(refreshToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("""{"error":"invalid_grant"}""");
    }
}

public sealed class ReusableRefreshTests : SandboxTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { RefreshTokens = RefreshTokens.Reusable } };

    [Fact]
    public async Task A_reusable_refresh_token_comes_back_and_stays_good()
    {
        var token = (string)(await Client.TokensAsync())["refresh_token"]!;

        (await RefreshTests.MemberAsync(await Client.RefreshAsync(token), "refresh_token")).ShouldBe(token);
        (await RefreshTests.MemberAsync(await Client.RefreshAsync(token), "refresh_token")).ShouldBe(token);
    }
}

public sealed class GracefulRefreshTests : SandboxTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { RefreshTokenGrace = TimeSpan.FromSeconds(30) } };

    [Fact]
    public async Task A_used_refresh_token_stays_good_for_the_grace_counted_from_its_first_use()
    {
        var token = (string)(await Client.TokensAsync())["refresh_token"]!;
        var next = await RefreshTests.MemberAsync(await Client.RefreshAsync(token), "refresh_token");
        next.ShouldNotBe(token);

        Time.Advance(TimeSpan.FromSeconds(20));
        (await Client.RefreshAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Time.Advance(TimeSpan.FromSeconds(20));

        (await Client.RefreshAsync(token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Client.RefreshAsync(next)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
