using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Accounting;

public sealed class VoucherDraftTests
{
    [Fact]
    public async Task A_draft_becomes_a_voucher_and_is_gone()
    {
        await using var books = await OpenBooks.OpenAsync();
        var draft = AVoucher.Of("2026-11-20", (1910, 100m), (3001, -100m));
        draft["NumberSeries"] = "K";
        var id = (await books.Api.PostAsync("/voucherdrafts", draft)).Id;

        var converted = await books.Api.PostAsync($"/voucherdrafts/{id}/convert");

        converted.Status.ShouldBe(HttpStatusCode.Created);
        converted.Good["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("K1");
        converted.Good["VoucherType"]!.GetValue<int>().ShouldBe(2);
        (await books.Api.GetAsync($"/voucherdrafts/{id}")).ShouldBeRefused(3000, status: HttpStatusCode.NotFound);
        (await books.Api.PostAsync($"/voucherdrafts/{id}/convert")).Status.ShouldBe(HttpStatusCode.NotFound);
        books.Company.Vouchers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_does_not_balance_is_kept_but_not_booked()
    {
        await using var books = await OpenBooks.OpenAsync();
        var id = (await books.Api.PostAsync("/voucherdrafts", AVoucher.Of("2026-11-20", (1910, 100m)))).Id;

        (await books.Api.PostAsync($"/voucherdrafts/{id}/convert")).ShouldBeRefused(2000, "balanced");

        (await books.Api.GetAsync($"/voucherdrafts/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        books.Company.Vouchers.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_is_replaced_as_a_whole_and_deleted()
    {
        await using var books = await OpenBooks.OpenAsync();
        var id = (await books.Api.PostAsync("/voucherdrafts", AVoucher.Of("2026-11-20", (1910, 100m)))).Id;
        var kept = (await books.Api.GetAsync($"/voucherdrafts/{id}")).Good["CreatedUtc"]!.GetValue<string>();
        books.Time.Advance(TimeSpan.FromMinutes(1));

        var replaced = await books.Api.PutAsync($"/voucherdrafts/{id}", new { VoucherDate = "2026-11-21" });
        replaced.Good["Rows"]!.AsArray().ShouldBeEmpty();
        replaced.Good["CreatedUtc"]!.GetValue<string>().ShouldBe(kept);
        replaced.Good["ModifiedUtc"]!.GetValue<string>().ShouldNotBe(kept);

        (await books.Api.DeleteAsync($"/voucherdrafts/{id}")).ShouldBe(new Answer(HttpStatusCode.OK, null));
        (await books.Api.DeleteAsync($"/voucherdrafts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await books.Api.GetAsync("/voucherdrafts")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Amounts_that_include_vat_are_split_by_the_vat_code_of_their_row()
    {
        await using var books = await OpenBooks.OpenAsync();
        var draft = AVoucher.Of("2026-11-20", (1910, 125m), (3001, -125m));
        var code = books.Company.VatCodes.Single(code => code is { Code: "05", VatRate: 0.25m });
        draft["Rows"]![1]!["VatCodeId"] = code.Id.ToString();

        var made = await books.Api.PostAsync("/voucherdrafts?amountIncludesVat=true", draft);

        made.Good["Rows"]!.AsArray().Select(row => (
            row!["AccountNumber"]!.GetValue<long>(),
            row["DebitAmount"]!.GetValue<decimal>() - row["CreditAmount"]!.GetValue<decimal>()))
            .ShouldBe([(1910, 125m), (3001, -100m), (2611, -25m)]);
    }

    [Theory]
    [InlineData("TransactionText", "en text som är längre än de femtio tecken som får plats")]
    [InlineData("DebitAmount", 1_000_000_000.01)]
    [InlineData("DebitAmount", 0.001)]
    [InlineData("AccountNumber", 0)]
    public async Task A_row_outside_its_bounds_is_refused_at_once(string property, object value)
    {
        await using var books = await OpenBooks.OpenAsync();
        var draft = AVoucher.Of("2026-11-20", (1910, 100m));
        draft["Rows"]![0]![property] = JsonValue.Create(value);

        var made = await books.Api.PostAsync("/voucherdrafts", draft);

        made.ShouldBeRefused(2000);
        made.Body!["Errors"]![0]!["Field"]!.GetValue<string>().ShouldBe($"Rows[0].{property}");
    }

    [Fact]
    public async Task Whoever_may_only_read_makes_no_draft()
    {
        await using var books = await OpenBooks.OpenAsync();
        var reader = books.As(Scope.AccountingReadonly);

        (await reader.GetAsync("/voucherdrafts")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.PostAsync("/voucherdrafts", AVoucher.Of("2026-11-20")))
            .ShouldBeRefused(4006, status: HttpStatusCode.Forbidden);
    }
}
