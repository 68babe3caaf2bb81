using System.Net;
using SpirisSandbox.Tests.Driving;
using SpirisSandbox.Visitor;

namespace SpirisSandbox.Tests.Pages;

public sealed class PageTests : SandboxTest
{
    [Fact]
    public async Task Whoever_signs_in_and_chooses_a_company_sees_its_vouchers_newest_first()
    {
        await Api.PostVoucherAsync(text: "Dagskassa Z 1");
        await Api.PostVoucherAsync(1234.5m, text: "Dagskassa <b>Z 2</b>");
        using var visitor = await SignedInAsync();

        var page = await visitor.GetAsync("/", Stop);

        page.ShouldContain("Restaurang Exempel AB");
        page.ShouldContain("1,234.50");
        page.ShouldContain("Dagskassa &lt;b&gt;Z 2&lt;/b&gt;");
        page.IndexOf(">A2<", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">A1<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_voucher_has_a_page_with_its_rows_and_totals()
    {
        var booked = await Api.PostVoucherAsync(1234.5m);
        using var visitor = await SignedInAsync();

        var page = WebUtility.HtmlDecode(await visitor.GetAsync($"/accounting/vouchers/{booked.Json["Id"]}", Stop));

        page.ShouldContain("Voucher A1");
        page.ShouldContain("Försäljning inom Sverige, momsfri");
        page.Split("1,234.50").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Another_company_s_voucher_is_not_found()
    {
        using var krogen = As(Krogen);
        var booked = await krogen.PostAsync(
            "/vouchers", Voucher.WithRows("""{"AccountNumber":1910,"DebitAmount":1},{"AccountNumber":3210,"CreditAmount":1}"""));
        using var visitor = await SignedInAsync();

        var refused = await Should.ThrowAsync<HttpRequestException>(
            () => visitor.GetAsync($"/accounting/vouchers/{booked.Json["Id"]}", Stop));

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        for (var number = 1; number <= 51; number++)
        {
            await Api.PostVoucherAsync(text: $"Nr {number}.");
        }

        using var visitor = await SignedInAsync();

        (await visitor.GetAsync("/accounting/vouchers", Stop)).ShouldNotContain("Nr 1.");
        (await visitor.GetAsync("/accounting/vouchers?page=2", Stop)).ShouldContain("Nr 1.");
    }

    [Theory]
    [InlineData("sv-SE,sv;q=0.9,en;q=0.8", "Logga in", "Det här är en sandlåda")]
    [InlineData("en-GB", "Sign in", "This is a sandbox")]
    [InlineData("de,en;q=0.5", "Sign in", "This is a sandbox")]
    [InlineData("", "Sign in", "This is a sandbox")]
    public async Task Pages_speak_the_reader_s_language_and_say_that_this_is_a_sandbox(
        string languages, string button, string notice)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", languages);

        var page = WebUtility.HtmlDecode(await http.GetStringAsync("/account/sign-in", Stop));

        page.ShouldContain(button);
        page.ShouldContain(notice);
    }

    [Fact]
    public async Task Pages_run_no_script_and_are_in_nobody_s_frame()
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };

        var answer = await http.GetAsync("/account/sign-in", Stop);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["email"] = "anna@exempel.se", ["password"] = "sandbox" });

        (await http.PostAsync("/account/sign-in", form, Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<SandboxVisitor> SignedInAsync()
    {
        var visitor = new SandboxVisitor(Sandbox.Address);
        await visitor.SignInAsync(Restaurang, Stop);
        return visitor;
    }
}
