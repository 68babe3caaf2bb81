using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class AccessPageTests
{
    [Fact]
    public async Task Revoking_an_app_ends_its_token()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var page = await browser.OpenAsync("/settings/apps");
        page.Rows.ShouldHaveSingleItem()[0].ShouldBe("OPEN One BackOffice");

        var revoked = await page.SubmitAsync("Revoke access of OPEN One BackOffice");

        revoked.Text.ShouldContain("No app has access to the company.");
        (await books.Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_what_the_user_has_granted()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var byAuditor = books.AsUser("revisor@exempel.se");
        var page = await browser.OpenAsync("/settings/users");

        await page.SubmitAsync("Change password of anna@exempel.se", ("New password", "annat"));

        (await books.Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await byAuditor.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
        books.Sandbox.State.FindUser("anna@exempel.se")!.Password.ShouldBe("annat");
    }

    [Fact]
    public async Task A_user_made_read_only_posts_nothing_over_the_api()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var page = await browser.OpenAsync("/settings/users");

        page = await page.SubmitAsync("Let anna@exempel.se only read");
        (await PostAsync()).ShouldBeRefused(4019, status: HttpStatusCode.Forbidden);

        await page.SubmitAsync("Let anna@exempel.se change");
        (await PostAsync()).Status.ShouldBe(HttpStatusCode.Created);

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)));
    }
}
