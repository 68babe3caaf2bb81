using System.Net;
using SpirisSandbox.Api;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Accounting;

public sealed class ProjectTests
{
    [Fact]
    public async Task A_voucher_row_carries_a_project_until_the_project_has_ended()
    {
        await using var books = await OpenBooks.OpenAsync();
        var project = (await books.Api.PostAsync("/projects", Project("P1"))).Id;
        (await PostAsync()).Good["Rows"]![1]!["ProjectId"]!.GetValue<string>().ShouldBe(project);

        await books.Api.PutAsync($"/projects/{project}", Project("P1", status: 2));

        (await PostAsync()).ShouldBeRefused(5005, "P1");

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.SalesWith("ProjectId", project));
    }

    [Fact]
    public async Task A_project_that_does_not_exist_is_refused()
    {
        await using var books = await OpenBooks.OpenAsync();

        (await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("ProjectId", Guid.NewGuid().ToString())))
            .ShouldBeRefused(2000, "does not exist");
    }

    [Fact]
    public async Task An_account_that_allows_no_projects_refuses_them()
    {
        await using var books = await OpenBooks.OpenAsync();
        var project = (await books.Api.PostAsync("/projects", Project("P1"))).Id;
        var year = books.Year(2026);
        await books.Api.PutAsync(
            $"/accounts/{year}/3001", new { Name = "Försäljning", Number = "3001", FiscalYearId = year, IsActive = true });

        (await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("ProjectId", project))).ShouldBeRefused(2000, "3001");
    }

    [Fact]
    public async Task A_project_is_read_as_it_was_written()
    {
        await using var books = await OpenBooks.OpenAsync();

        var made = await books.Api.PostAsync("/projects", Project("P1"));

        made.Status.ShouldBe(HttpStatusCode.Created);
        made.Good.Text().ShouldStartWith($$"""
            {"Id":"{{made.Id}}","Number":"P1","Name":"Sommarens uteservering","StartDate":"2026-05-01","EndDate":null,
            """.Trim());
        (await books.Api.GetAsync($"/projects/{made.Id}")).Good.Text().ShouldBe(made.Good.Text());
    }

    [Fact]
    public async Task A_project_number_is_given_once()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/projects", Project("P1"));

        (await books.Api.PostAsync("/projects", Project("P1"))).ShouldBeRefused(4000);
        (await books.Api.PostAsync("/projects", Project("FÖR-LÅNGT-NR"))).ShouldBeRefused(2000, "Number");
        (await books.Api.DeleteAsync($"/projects/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Sales_may_read_projects_and_not_make_them()
    {
        await using var books = await OpenBooks.OpenAsync();

        (await books.As(Scope.Sales).GetAsync("/projects")).Status.ShouldBe(HttpStatusCode.OK);
        (await books.As(Scope.Sales).PostAsync("/projects", Project("P1")))
            .ShouldBeRefused(4006, status: HttpStatusCode.Forbidden);
    }

    private static object Project(string number, int status = 1) =>
        new { Number = number, Name = "Sommarens uteservering", StartDate = "2026-05-01", Status = status };
}
