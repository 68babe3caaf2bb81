using System.Text;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Authorisation;

public sealed class SpirisAuthorisationTests
{
    private static readonly Uri _callback = new("https://backoffice.example/integrations/spiris/callback");

    private readonly FakeTimeProvider _clock = A.Clock();

    [Fact]
    public void The_authorize_address_holds_what_spiris_asks_for_and_a_proof_key()
    {
        using var connection = A.Connection(new("https://identity.example/sub"));
        var verifier = CodeVerifier.New();

        var address = new SpirisAuthorisation(connection).AuthorizeUrl(_callback, "state & more", verifier);

        address.GetLeftPart(UriPartial.Path).ShouldBe("https://identity.example/sub/connect/authorize");
        var query = HttpUtility.ParseQueryString(address.Query);
        query.AllKeys.ToDictionary(key => key!, key => query[key]!).ShouldBe(new Dictionary<string, string>
        {
            ["client_id"] = "openone",
            ["redirect_uri"] = "https://backoffice.example/integrations/spiris/callback",
            ["scope"] = "ea:api ea:accounting ea:sales offline_access",
            ["response_type"] = "code",
            ["state"] = "state & more",
            ["prompt"] = "select_account",
            ["acr_values"] = "service:44643EB1-3F76-4C1C-A672-402AE8085934",
            ["code_challenge"] = verifier.Challenge,
            ["code_challenge_method"] = "S256",
        }, ignoreOrder: true);
        address.AbsoluteUri.ShouldContain("scope=ea%3Aapi%20ea%3Aaccounting");
        address.AbsoluteUri.ShouldNotContain(verifier.Text.Reveal());
        address.AbsoluteUri.ShouldNotContain(A.ClientSecret);
    }

    [Fact]
    public async Task A_code_becomes_tokens_that_live_from_the_question_on()
    {
        var verifier = CodeVerifier.New();
        await using var server = RawServer.Answering(_ =>
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            return Http.Answer(200, """
                {"access_token":"new-access","refresh_token":"new-refresh","token_type":"bearer","expires_in":3600}
                """);
        });
        using var connection = A.Connection(server.Address, _clock);
        var askedAt = _clock.GetUtcNow();

        var grant = await new SpirisAuthorisation(connection)
            .ExchangeAsync("the code", _callback, verifier, CancellationToken.None);

        grant.ShouldBe(Granted("new-access", "new-refresh", askedAt.AddHours(1)));
        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /connect/token");
        request.Header("Content-Type").ShouldBe("application/x-www-form-urlencoded");
        CredentialsOf(request).ShouldBe($"openone:{A.ClientSecret}");
        FormOf(request).ShouldBe(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = "the code",
            ["redirect_uri"] = _callback.OriginalString,
            ["code_verifier"] = verifier.Text.Reveal(),
        }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("rotating", """ "refresh_token":"r2","token_type":"Bearer","expires_in":3600 """, "r2")]
    [InlineData("reusable, not given again", """ "token_type":"Bearer","expires_in":3600 """, "r1+/=")]
    [InlineData("reusable", """ "refresh_token":"r1+/=","token_type":"BEARER","expires_in":"3600" """, "r1+/=")]
    [InlineData("an empty one", """ "refresh_token":"","token_type":"bearer","expires_in":3600 """, "r1+/=")]
    [InlineData("null", """ "refresh_token":null,"token_type":"bearer","expires_in":3600 """, "r1+/=")]
    [InlineData("news", """ "scope":["a"],"x":{"y":1},"token_type":"bearer","expires_in":3600 """, "r1+/=")]
    public async Task A_refresh_gives_the_refresh_token_that_is_in_force_from_now_on(
        string story, string members, string inForce)
    {
        await using var server = RawServer.Answering(Http.Answer(200, $$"""{"access_token":"a2",{{members}}}"""));

        (await RefreshAsync(server)).ShouldBe(Granted("a2", inForce, _clock.GetUtcNow().AddHours(1)), story);

        server.Requests.ShouldHaveSingleItem().Body.ShouldBe("grant_type=refresh_token&refresh_token=r1%2B%2F%3D");
    }

    [Theory]
    [InlineData("not said", "", 3600)]
    [InlineData("null", ""","expires_in":null""", 3600)]
    [InlineData("already over", ""","expires_in":-5""", 0)]
    [InlineData("for ever", ""","expires_in":9223372036854775807""", 86400)]
    public async Task A_lifetime_that_makes_no_sense_is_not_believed(string story, string expiresIn, int seconds)
    {
        await using var server = RawServer.Answering(
            Http.Answer(200, $$"""{"access_token":"a2","token_type":"bearer"{{expiresIn}}}"""));

        (await RefreshAsync(server)).ShouldBe(Granted("a2", "r1+/=", _clock.GetUtcNow().AddSeconds(seconds)), story);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant"}""", "invalid_grant", null)]
    [InlineData(400, """{"error":"invalid_grant","error_description":"Too old."}""", "invalid_grant", "Too old.")]
    [InlineData(401, """{"error":"invalid_client"}""", "invalid_client", null)]
    [InlineData(400, """{"error":"something_new","error_uri":"x","more":1}""", "something_new", null)]
    public async Task S47_S49_a_definite_no_is_refused(int status, string body, string error, string? description)
    {
        await using var server = RawServer.Answering(Http.Answer(status, body));

        (await RefreshAsync(server)).ShouldBe(new SpirisGrant.Refused(error, description));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_without_a_refresh_token_are_no_use()
    {
        await using var server = RawServer.Answering(
            Http.Answer(200, """{"access_token":"a","token_type":"bearer","expires_in":3600}"""));
        using var connection = A.Connection(server.Address, _clock);

        var grant = await new SpirisAuthorisation(connection)
            .ExchangeAsync("code", _callback, CodeVerifier.New(), CancellationToken.None);

        grant.ShouldBeOfType<SpirisGrant.Refused>().Error.ShouldBe("no_refresh_token");
    }

    [Theory]
    [InlineData("nothing", 200, "")]
    [InlineData("half an answer", 200, """{"access_token":"a2","refr""")]
    [InlineData("no token", 200, """{"token_type":"bearer"}""")]
    [InlineData("an empty token", 200, """{"access_token":"","token_type":"bearer"}""")]
    [InlineData("a token of another kind", 200, """{"access_token":"a2","token_type":"mac"}""")]
    [InlineData("a token of no kind", 200, """{"access_token":"a2"}""")]
    [InlineData("a token with a line end", 200, """{"access_token":"a2\r\nX-More: 1","token_type":"bearer"}""")]
    [InlineData("a token beyond ASCII", 200, """{"access_token":"a2å","token_type":"bearer"}""")]
    [InlineData("a page", 200, "<html>Sign in</html>")]
    [InlineData("a redirect", 302, "")]
    [InlineData("a firewall", 403, "<html>Blocked</html>")]
    [InlineData("a refusal without its error", 400, "{}")]
    [InlineData("a refusal that is a page", 400, "<html>Bad Request</html>")]
    [InlineData("a broken server", 500, """{"error":"server_error"}""")]
    [InlineData("a gateway", 502, "")]
    [InlineData("a gateway without patience", 504, "<html>Timeout</html>")]
    public async Task S46_an_answer_that_tells_nothing_leaves_it_open_whether_the_token_is_spent(
        string story, int status, string body)
    {
        await using var server = RawServer.Answering(Http.Answer(status, body));

        (await RefreshAsync(server)).ShouldBeOfType<SpirisGrant.Uncertain>(story);

        server.Requests.Count.ShouldBe(1, story);
    }

    [Fact]
    public async Task S46_a_lost_answer_leaves_it_open_whether_the_token_is_spent()
    {
        await using var server = RawServer.Playing(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });

        (await RefreshAsync(server)).ShouldBeOfType<SpirisGrant.Uncertain>();

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_was_never_reached_has_spent_nothing()
    {
        using var connection = A.Connection(RawServer.NobodyThere(), _clock);

        var grant = await new SpirisAuthorisation(connection).RefreshAsync(Secret.Of("r1"), CancellationToken.None);

        grant.ShouldBeOfType<SpirisGrant.Unavailable>();
    }

    [Fact]
    public async Task A_server_that_has_had_enough_has_spent_nothing()
    {
        await using var server = RawServer.Answering(Http.Answer(429, "", headers: "Retry-After: 4\r\n"));

        (await RefreshAsync(server)).ShouldBeOfType<SpirisGrant.Unavailable>()
            .RetryAfter.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_refresh_that_is_cancelled_is_no_outcome()
    {
        using var connection = A.Connection(RawServer.NobodyThere(), _clock);
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(
            () => new SpirisAuthorisation(connection).RefreshAsync(Secret.Of("r1"), cancelled));
    }

    [Fact]
    public async Task Id_and_secret_are_encoded_before_they_are_joined()
    {
        await using var server = RawServer.Answering(Http.Answer(400, """{"error":"invalid_client"}"""));
        using var connection = new SpirisConnection(
            new() { Identity = server.Address, ClientId = "a:b", ClientSecret = "p%å+ :" }, _clock);

        await new SpirisAuthorisation(connection).RefreshAsync(Secret.Of("r1"), CancellationToken.None);

        CredentialsOf(server.Requests.ShouldHaveSingleItem()).ShouldBe("a%3Ab:p%25%C3%A5%2B%20%3A");
    }

    [Theory]
    [InlineData(200, "", "Revoked")]
    [InlineData(400, """{"error":"unsupported_token_type"}""", "Refused")]
    [InlineData(401, """{"error":"invalid_client"}""", "Refused")]
    [InlineData(400, "", "Unavailable")]
    [InlineData(503, "", "Unavailable")]
    public async Task A_refresh_token_is_handed_back(int status, string body, string outcome)
    {
        await using var server = RawServer.Answering(Http.Answer(status, body));
        using var connection = A.Connection(server.Address, _clock);

        var revocation = await new SpirisAuthorisation(connection).RevokeAsync(Secret.Of("r1"), CancellationToken.None);

        revocation.GetType().Name.ShouldBe(outcome);
        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /connect/revocation");
        request.Body.ShouldBe("token=r1&token_type_hint=refresh_token");
    }

    [Fact]
    public async Task Handing_back_where_nobody_listens_can_be_tried_again()
    {
        using var connection = A.Connection(RawServer.NobodyThere(), _clock);

        var revocation = await new SpirisAuthorisation(connection).RevokeAsync(Secret.Of("r1"), CancellationToken.None);

        revocation.ShouldBeOfType<SpirisRevocation.Unavailable>();
    }

    [Theory]
    [InlineData(60, 59, true)]
    [InlineData(60, 60, false)]
    [InlineData(60, 61, false)]
    public void Tokens_hold_until_they_do_not(int livesSeconds, int marginSeconds, bool hold)
    {
        var now = _clock.GetUtcNow();
        var tokens = new SpirisTokens(Secret.Of("a"), Secret.Of("r"), now.AddSeconds(livesSeconds));

        tokens.HoldsFor(TimeSpan.FromSeconds(marginSeconds), now).ShouldBe(hold);
    }

    private async Task<SpirisGrant> RefreshAsync(RawServer server)
    {
        using var connection = A.Connection(server.Address, _clock);
        return await new SpirisAuthorisation(connection).RefreshAsync(Secret.Of("r1+/="), CancellationToken.None);
    }

    private static SpirisGrant Granted(string access, string refresh, DateTimeOffset expiresAt) =>
        new SpirisGrant.Granted(new(Secret.Of(access), Secret.Of(refresh), expiresAt));

    private static string CredentialsOf(RawRequest request)
    {
        var header = request.Header("Authorization").ShouldNotBeNull();
        header.ShouldStartWith("Basic ");
        return Encoding.ASCII.GetString(Convert.FromBase64String(header["Basic ".Length..]));
    }

    private static Dictionary<string, string> FormOf(RawRequest request)
    {
        var form = HttpUtility.ParseQueryString(request.Body);
        return form.AllKeys.ToDictionary(key => key!, key => form[key]!);
    }
}
