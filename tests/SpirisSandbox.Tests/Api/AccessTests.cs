using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Api;

public sealed class AccessTests : SandboxTest
{
    [Fact]
    public async Task Without_a_token_the_documented_401_is_the_answer()
    {
        using var nobody = new ApiClient(Sandbox.Address, accessToken: null);

        var answer = await nobody.GetAsync("/vouchers");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
        answer.Json.AsObject().Select(member => member.Key)
            .ShouldBe(["ErrorCode", "DeveloperErrorMessage", "ErrorId"]);
        answer.Text.ShouldStartWith(
            """{"ErrorCode":4005,"DeveloperErrorMessage":"AuthorizationException - """
            + "Authorization has been denied for this request.\",");
    }

    [Theory]
    [InlineData("ea:accounting")]
    [InlineData("ea:api ea:sales")]
    [InlineData("ea:api ea:accounting_readonly")]
    public async Task A_voucher_needs_the_api_scope_and_that_of_accounting(string scopes)
    {
        using var client = As(Restaurang, scopes.Split(' '));

        var answer = await client.PostVoucherAsync();

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe(4006);
    }

    [Fact]
    public async Task Settings_are_read_with_the_scope_of_sales_and_not_of_accounting()
    {
        using var accounting = As(Restaurang, "ea:api", "ea:accounting");
        using var sales = As(Restaurang, "ea:api", "ea:sales_readonly");

        (await accounting.GetAsync("/companysettings")).Code.ShouldBe(4006);
        (await sales.GetAsync("/companysettings")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_user_who_may_only_read_reads_and_does_not_write()
    {
        using var client = new ApiClient(Sandbox.Address, Sandbox.AccessTokenOf(Restaurang, "revisor@exempel.se"));

        (await client.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.PostVoucherAsync()).Code.ShouldBe(4019);
    }

    [Fact]
    public async Task What_the_company_lacks_is_refused_by_its_own_code()
    {
        var company = Sandbox.State.Company(Restaurang);
        var settings = company.Settings;

        company.Write(() => company.Change(settings with { ActivatedModules = ["sales_standard"] }));
        (await Api.GetAsync("/vouchers")).Json["DeveloperErrorMessage"]!.ToString()
            .ShouldBe("ForbiddenRequestException - No access to module: api_standard");
        company.Write(() => company.Change(settings with { CompanyStatus = 0 }));
        (await Api.GetAsync("/vouchers")).Code.ShouldBe(4004);
        company.Write(() => company.Change(settings with { StartupGuideIsDone = false }));
        (await Api.GetAsync("/vouchers")).Code.ShouldBe(4003);
        company.Write(() => company.Change(settings with { ProductVariant = 4 }));
        (await Api.GetAsync("/costcenters")).Code.ShouldBe(4009);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_in_the_envelope()
    {
        var answer = await Api.GetAsync("/nosuchthing");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe(3000);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
    }
}
