using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Identity;

public sealed partial class TokenTests : SandboxTest
{
    [Fact]
    public async Task The_answer_has_exactly_the_documented_members_in_their_order()
    {
        var answer = await Client.ExchangeAsync(await Client.CodeAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe("application/json;charset=UTF-8");
        TokenBody().IsMatch(await answer.Content.ReadAsStringAsync(Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_offline_access_there_is_no_refresh_token()
    {
        (await Client.TokensAsync(scope: "ea:api ea:accounting")).ContainsKey("refresh_token").ShouldBeFalse();
    }

    [Fact]
    public async Task The_access_token_is_a_signed_jwt_with_the_documented_claims()
    {
        var jwt = (string)(await Client.TokensAsync())["access_token"]!;

        var header = Part(jwt, 0);
        var claims = Part(jwt, 1);
        header.Select(member => member.Key).ShouldBe(["alg", "kid", "typ", "x5t"], ignoreOrder: true);
        ((string)header["typ"]!).ShouldBe("JWT");
        ((string)header["alg"]!).ShouldBe("RS256");
        ((string)header["x5t"]!).ShouldBe((string)header["kid"]!);
        claims.Select(member => member.Key).ShouldBe(
            ["iss", "aud", "exp", "nbf", "client_id", "scope", "sub", "auth_time", "idp", "customer_id", "email", "amr"],
            ignoreOrder: true);
        var issuer = Sandbox.Address.GetLeftPart(UriPartial.Authority);
        ((string)claims["iss"]!).ShouldBe(issuer);
        ((string)claims["aud"]!).ShouldBe(issuer + "/resources");
        ((long)claims["exp"]! - (long)claims["nbf"]!).ShouldBe(3600);
        claims["scope"]!.AsArray().Select(scope => (string)scope!)
            .ShouldBe(["ea:api", "offline_access", "ea:sales", "ea:accounting"], ignoreOrder: true);
        ((string)claims["email"]!).ShouldBe("anna@exempel.se");
        ((string)claims["customer_id"]!).ShouldBe(Sandbox.State.Company(Restaurang).Id.ToString());
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var code = await Client.CodeAsync();
        (await Client.ExchangeAsync(code)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await ShouldBeAsync(await Client.ExchangeAsync(code), """{"error":"invalid_grant"}""");
    }

    [Fact]
    public async Task Of_many_exchanges_of_one_code_at_once_exactly_one_succeeds()
    {
        var code = await Client.CodeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.ExchangeAsync(code)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_is_good_for_five_minutes()
    {
        var code = await Client.CodeAsync();
        Time.Advance(TimeSpan.FromMinutes(5));

        await ShouldBeAsync(await Client.ExchangeAsync(code), """{"error":"invalid_grant"}""");
    }

    [Fact]
    public async Task The_secret_may_stand_in_the_form()
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = await Client.CodeAsync(),
            ["redirect_uri"] = OAuthClient.RedirectUri,
            ["client_id"] = "openone-backoffice",
            ["client_secret"] = "openone-backoffice-secret",
        };

        (await Client.TokenAsync(form)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_secret_is_invalid_client_and_leaves_the_code_good()
    {
        var code = await Client.CodeAsync();
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = OAuthClient.RedirectUri,
            ["client_id"] = "openone-backoffice",
            ["client_secret"] = "guess",
        };

        await ShouldBeAsync(await Client.TokenAsync(form), """{"error":"invalid_client"}""");
        (await Client.ExchangeAsync(code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_with_a_challenge_needs_its_verifier()
    {
        const string Challenge = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        var answer = await Client.ExchangeAsync(await Client.CodeAsync(more: Challenge));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        answer = await Client.ExchangeAsync(
            await Client.CodeAsync(more: Challenge), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_access_token_is_good_for_sixty_minutes()
    {
        var token = (string)(await Client.TokensAsync())["access_token"]!;
        Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        (await Client.GetAsync("/v2/vouchers", token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        Time.Advance(TimeSpan.FromSeconds(1));
        (await Client.GetAsync("/v2/vouchers", token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static JsonObject Part(string jwt, int part)
    {
        var text = jwt.Split('.')[part].Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        return (JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(bytes))!;
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, string body)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe(body);
    }

    [GeneratedRegex(
        """^\{"access_token":"[\w-]+\.[\w-]+\.[\w-]+","refresh_token":"[0-9a-f]{64}","token_type":"bearer","expires_in":3600\}$""")]
    private static partial Regex TokenBody();
}
