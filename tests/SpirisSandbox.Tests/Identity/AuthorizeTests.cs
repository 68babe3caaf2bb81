using System.Net;
using System.Web;
using SpirisSandbox.Tests.Driving;
using SpirisSandbox.Visitor;

namespace SpirisSandbox.Tests.Identity;

public sealed class AuthorizeTests : SandboxTest
{
    [Fact]
    public async Task A_user_signs_in_chooses_and_grants_and_theClient_gets_a_code_and_its_state()
    {
        using var visitor = new SandboxVisitor(Sandbox.Address);

        var back = await visitor.AuthoriseAsync(Client.AuthorizeAddress(), Restaurang, cancellation: Stop);

        back.GetLeftPart(UriPartial.Path).ShouldBe(OAuthClient.RedirectUri);
        var query = HttpUtility.ParseQueryString(back.Query);
        query.AllKeys.ShouldBe(["code", "state"], ignoreOrder: true);
        query["state"].ShouldBe("s-1");
    }

    [Fact]
    public async Task Denying_sends_the_user_back_with_access_denied()
    {
        using var visitor = new SandboxVisitor(Sandbox.Address);

        var back = await visitor.AuthoriseAsync(
            Client.AuthorizeAddress(), Restaurang, grant: false, cancellation: Stop);

        var query = HttpUtility.ParseQueryString(back.Query);
        query["error"].ShouldBe("access_denied");
        query["state"].ShouldBe("s-1");
        Sandbox.State.Grants.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_grant_is_for_the_company_that_was_chosen()
    {
        var tokens = await Client.TokensAsync(Krogen);

        var answer = await Client.GetAsync("/v2/companysettings", (string)tokens["access_token"]!);

        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"CorporateIdentityNumber\":\"559998-1239\"");
    }

    [Theory]
    [InlineData("&prompt=login")]
    [InlineData("&prompt=select_account")]
    [InlineData("&prompt=login+select_account")]
    [InlineData("&acr_values=service:44643EB1-3F76-4C1C-A672-402AE8085934")]
    [InlineData("&prompt=login&acr_values=service:44643EB1-3F76-4C1C-A672-402AE8085934+forceselectcompany:true")]
    public async Task The_documented_parameters_are_taken(string more)
    {
        (await Client.CodeAsync(more: more)).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Prompt_login_asks_for_the_password_again_and_without_it_the_visit_is_enough()
    {
        using var visitor = new SandboxVisitor(Sandbox.Address);
        await visitor.SignInAsync(Restaurang, Stop);

        (await visitor.GetAsync(Client.AuthorizeAddress().PathAndQuery, Stop)).ShouldContain("Choose company");
        (await visitor.GetAsync(Client.AuthorizeAddress(more: "&prompt=login").PathAndQuery, Stop))
            .ShouldContain("Password");
    }

    [Theory]
    [InlineData("http://attacker.example/callback")]
    [InlineData("https://localhost.attacker.example/callback")]
    public async Task An_address_that_is_not_registered_is_never_redirected_to(string redirectUri)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        var answer = await http.GetAsync(
            Client.AuthorizeAddress(redirectUri: redirectUri), Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_signs_nobody_in()
    {
        using var visitor = new SandboxVisitor(Sandbox.Address) { Password = "wrong" };

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => visitor.AuthoriseAsync(Client.AuthorizeAddress(), Restaurang, cancellation: Stop));

        refused.Message.ShouldContain("Wrong e-mail or password.");
    }
}
