using System.Net;
using Microsoft.Data.Sqlite;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Storage;

public sealed class StateFileTests
{
    [Fact]
    public async Task The_same_books_are_there_after_a_restart_and_the_numbers_go_on()
    {
        using var folder = new StateFolder();
        string before;
        await using (var books = await OpenBooks.OpenAsync(options: folder.Options))
        {
            await PostAsync(books);
            await PostAsync(books);
            await books.Api.PostAsync("/voucherdrafts", AVoucher.Of("2026-11-21", (1910, 5m)));
            await books.Api.PutAsync("/fiscalyears/openingbalances", new[]
            {
                new { AccountNumber = 1930, Balance = 10m }, new { AccountNumber = 2081, Balance = -10m },
            });
            before = await AllAsync(books);
        }

        await using var again = await OpenBooks.OpenAsync(options: folder.Options);

        (await AllAsync(again)).ShouldBe(before);
        (await PostAsync(again)).Good["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("A3");
    }

    [Fact]
    public async Task What_was_deleted_stays_deleted_and_what_was_changed_keeps_its_place()
    {
        using var folder = new StateFolder();
        await using (var books = await OpenBooks.OpenAsync(options: folder.Options))
        {
            var first = (await books.Api.PostAsync("/voucherdrafts", Draft("2026-11-01"))).Id;
            var second = (await books.Api.PostAsync("/voucherdrafts", Draft("2026-11-02"))).Id;
            await books.Api.PostAsync("/voucherdrafts", Draft("2026-11-03"));
            await books.Api.PutAsync($"/voucherdrafts/{first}", Draft("2026-11-30"));
            await books.Api.DeleteAsync($"/voucherdrafts/{second}");
        }

        await using var again = await OpenBooks.OpenAsync(options: folder.Options);

        (await again.Api.GetAsync("/voucherdrafts")).Data.Select(draft => draft!["VoucherDate"]!.GetValue<string>())
            .ShouldBe(["2026-11-30", "2026-11-03"]);

        static object Draft(string date) => new { VoucherDate = date };
    }

    [Fact]
    public async Task A_token_works_on_after_a_restart_unless_it_was_revoked()
    {
        using var folder = new StateFolder();
        string good, revoked;
        await using (var books = await OpenBooks.OpenAsync(options: folder.Options))
        {
            (good, revoked) = (books.NewToken(), books.NewToken());
            var grant = books.Sandbox.State.Grants.FindGood(revoked, OpenBooks.Evening)!.GrantId;
            books.Sandbox.State.Grants.Revoke(grant);
        }

        await using var again = await OpenBooks.OpenAsync(options: folder.Options);

        using var withGood = new ApiClient(again.Sandbox.Address, good);
        using var withRevoked = new ApiClient(again.Sandbox.Address, revoked);
        (await withGood.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
        (await withRevoked.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_and_a_change_on_a_page_survive()
    {
        using var folder = new StateFolder();
        await using (var books = await OpenBooks.OpenAsync(options: folder.Options))
        {
            using var browser = await Browser.SignedInAsync(books);
            await (await browser.OpenAsync("/settings/modules")).SubmitAsync("Save", ("Order & Quote", "off"));
            await (await browser.OpenAsync("/settings/users"))
                .SubmitAsync("Change password of revisor@exempel.se", ("New password", "annat"));
        }

        await using var again = await OpenBooks.OpenAsync(options: folder.Options);

        again.Company.Settings.ActivatedModules!.ShouldNotContain("order_standard");
        again.Sandbox.State.FindUser("revisor@exempel.se")!.Password.ShouldBe("annat");
    }

    [Fact]
    public async Task A_reset_forgets_the_file_too()
    {
        using var folder = new StateFolder();
        await using (var books = await OpenBooks.OpenAsync(options: folder.Options))
        {
            await PostAsync(books);
            books.Sandbox.State.Reset();
        }

        await using var again = await OpenBooks.OpenAsync(options: folder.Options);

        again.Company.Vouchers.ShouldBeEmpty();
        again.Company.Accounts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_belongs_to_one_sandbox_at_a_time()
    {
        using var folder = new StateFolder();
        await using var books = await OpenBooks.OpenAsync(options: folder.Options);

        var second = await Should.ThrowAsync<SqliteException>(() => OpenBooks.OpenAsync(options: folder.Options));

        second.Message.ShouldContain("locked");
    }

    private static Task<Answer> PostAsync(OpenBooks books) =>
        books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 100m), (3001, -100m)));

    // Everything a client can see of the accounting, without the time of the answer.
    private static async Task<string> AllAsync(OpenBooks books)
    {
        string[] paths =
        [
            "/vouchers", "/voucherdrafts", "/fiscalyears", "/fiscalyears/openingbalances", "/accounts?$pagesize=1000",
            "/vatcodes", "/costcenters", "/accountbalances/2026-12-31",
        ];
        var lists = new List<string> { (await books.Api.GetAsync("/companysettings")).Good.Text() };
        foreach (var path in paths)
        {
            lists.Add(((System.Text.Json.Nodes.JsonNode)(await books.Api.GetAsync(path)).Data).Text());
        }

        return string.Join('\n', lists);
    }
}
