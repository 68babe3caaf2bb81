using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Faults;

/// <summary>Access that ends while a client believes to have it, by a fault or by an order.</summary>
public sealed class ConsentTests : SandboxTest
{
    [Fact]
    public async Task Consent_revoked_at_an_operation_ends_access_and_refresh()
    {
        var (access, refresh) = await ConsentAsync();
        Sandbox.Faults.Next("GET", "/v2/vouchers", new RevokeConsent());

        await ShouldBeRefusedAsync(access);
        await ShouldBeRefusedAsync(access);
        await ShouldBeInvalidGrantAsync(refresh);
    }

    [Fact]
    public async Task Consent_revoked_at_a_refresh_ends_access_and_refresh()
    {
        var (access, refresh) = await ConsentAsync();
        Sandbox.Faults.Next("POST", "/connect/token", new RevokeConsent());

        await ShouldBeInvalidGrantAsync(refresh);
        await ShouldBeRefusedAsync(access);
    }

    [Fact]
    public async Task Consent_revoked_leaves_other_consents_alone_and_can_be_given_anew()
    {
        var (revoked, _) = await ConsentAsync();
        var (other, _) = await ConsentAsync(Krogen);
        Sandbox.Faults.Next("GET", "/v2/vouchers", new RevokeConsent());

        await ShouldBeRefusedAsync(revoked);
        (await Client.GetAsync("/v2/vouchers", other)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (again, _) = await ConsentAsync();
        (await Client.GetAsync("/v2/vouchers", again)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refusal_without_cause_leaves_the_consent_alive()
    {
        var (access, _) = await ConsentAsync();
        Sandbox.Faults.Next("GET", "/v2/vouchers", new Unauthorised());

        await ShouldBeRefusedAsync(access);
        (await Client.GetAsync("/v2/vouchers", access)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_grant_is_listed_and_revoked_over_HTTP()
    {
        var (access, refresh) = await ConsentAsync();
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        var grants = JsonNode.Parse(await http.GetStringAsync("/__sandbox/grants", Stop))!.AsArray();
        var grant = grants.ShouldHaveSingleItem()!;
        ((string)grant["organisationNumber"]!, (string)grant["user"]!, (string)grant["clientId"]!)
            .ShouldBe((Restaurang, "anna@exempel.se", "openone-backoffice"));

        var revoked = await http.DeleteAsync($"/__sandbox/grants/{grant["id"]}", Stop);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldBeRefusedAsync(access);
        await ShouldBeInvalidGrantAsync(refresh);
        (await http.DeleteAsync($"/__sandbox/grants/{grant["id"]}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_grant_is_revoked_over_HTTP()
    {
        var (restaurang, _) = await ConsentAsync();
        var (krogen, _) = await ConsentAsync(Krogen);
        using var http = new HttpClient { BaseAddress = Sandbox.Address };

        await http.DeleteAsync("/__sandbox/grants", Stop);

        await ShouldBeRefusedAsync(restaurang);
        await ShouldBeRefusedAsync(krogen);
    }

    [Fact]
    public async Task A_password_changed_over_HTTP_ends_what_its_user_granted()
    {
        var (access, refresh) = await ConsentAsync();
        var readers = Sandbox.AccessTokenOf(Restaurang, "revisor@exempel.se");

        (await ChangePasswordAsync("anna@exempel.se")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldBeRefusedAsync(access);
        await ShouldBeInvalidGrantAsync(refresh);
        (await Client.GetAsync("/v2/vouchers", readers)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Sandbox.State.FindUser("anna@exempel.se")!.Password.ShouldBe("new");
        (await ChangePasswordAsync("nobody@exempel.se")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string Access, string Refresh)> ConsentAsync(string organisationNumber = Restaurang)
    {
        var tokens = await Client.TokensAsync(organisationNumber);
        var access = (string)tokens["access_token"]!;
        (await Client.GetAsync("/v2/companysettings", access)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return (access, (string)tokens["refresh_token"]!);
    }

    private async Task<HttpStatusCode> ChangePasswordAsync(string email)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var order = new StringContent("""{"password":"new"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PutAsync($"/__sandbox/users/{email}/password", order, Stop);
        return answer.StatusCode;
    }

    private async Task ShouldBeRefusedAsync(string accessToken)
    {
        var answer = await Client.GetAsync("/v2/vouchers", accessToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"ErrorCode\":4005");
    }

    private async Task ShouldBeInvalidGrantAsync(string refreshToken)
    {
        var answer = await Client.RefreshAsync(refreshToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("""{"error":"invalid_grant"}""");
    }
}
