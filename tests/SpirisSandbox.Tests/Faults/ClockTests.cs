using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Faults;

/// <summary>A server whose clock is wrong: always, or for one request.</summary>
public sealed class ClockTests : SandboxTest
{
    private static readonly TimeSpan _offset = TimeSpan.FromDays(-2);

    [Fact]
    public async Task An_offset_is_in_lists_and_in_what_is_booked()
    {
        Sandbox.Clock.Offset = _offset;
        using var api = As(Restaurang);

        (await api.PostVoucherAsync()).Json["CreatedUtc"]!.ToString().ShouldStartWith("2026-11-18T09:00:00");
        (await api.GetAsync("/vouchers")).Json["Meta"]!["ServerTimeUtc"]!.ToString()
            .ShouldStartWith("2026-11-18T09:00:00");
    }

    [Fact]
    public async Task An_offset_is_in_the_times_of_a_token()
    {
        Sandbox.Clock.Offset = _offset;

        var claims = ClaimsOf((string)(await Client.TokensAsync())["access_token"]!);

        var now = (Time.Start + _offset).ToUnixTimeSeconds();
        ((long)claims["nbf"]!, (long)claims["exp"]!, (long)claims["auth_time"]!).ShouldBe((now, now + 3600, now));
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_finds_tokens_expired()
    {
        var refresh = (string)(await Client.TokensAsync())["refresh_token"]!;
        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);

        Sandbox.Clock.Offset = TimeSpan.FromMinutes(61);

        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Client.RefreshAsync(refresh)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_skewed_clock_is_wrong_for_one_request_alone()
    {
        Sandbox.Faults.Next("POST", "/v2/vouchers", new ClockSkew(Seconds: -90));

        (await Api.PostVoucherAsync()).Json["CreatedUtc"]!.ToString().ShouldStartWith("2026-11-20T08:58:30");
        (await Api.PostVoucherAsync()).Json["CreatedUtc"]!.ToString().ShouldStartWith("2026-11-20T09:00:00");
    }

    [Fact]
    public async Task A_skewed_clock_finds_a_good_token_expired_and_another_server_does_not()
    {
        Sandbox.Faults.Next("GET", "/v2/vouchers", new ClockSkew(Seconds: 3601));

        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static JsonNode ClaimsOf(string token) =>
        JsonNode.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.Split('.')[1])))!;
}
