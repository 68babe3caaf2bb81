using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Vouchers;

public sealed class NumberingTests : SandboxTest
{
    private const string OwnSeries = "?useDefaultVoucherSeries=false";

    private protected override SandboxOptions Options => new() { RateLimit = new() { Enabled = false } };

    [Fact]
    public async Task Numbers_have_no_gaps_when_many_post_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 200).Select(amount => amount % 4 == 0
            ? Api.PostAsync("/vouchers", Voucher.WithRows("""{"AccountNumber":1910,"DebitAmount":1}"""))
            : Api.PostVoucherAsync(amount)));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(150);
        var numbers = Sandbox.State.Company(Restaurang).Vouchers.Select(voucher => voucher.Number);
        numbers.ShouldBe(Enumerable.Range(1, 150));
    }

    [Fact]
    public async Task Each_series_and_each_year_counts_for_itself()
    {
        await Api.PostVoucherAsync();
        await Api.PostVoucherAsync(date: "2021-09-01");
        await PostInSeriesAsync("K", OwnSeries);
        await Api.PostVoucherAsync();

        Sandbox.State.Company(Restaurang).Vouchers.Select(voucher => voucher.NumberAndNumberSeries)
            .ShouldBe(["A1", "A1", "K1", "A2"]);
    }

    [Fact]
    public async Task A_series_counts_only_together_with_its_flag()
    {
        ((string)(await PostInSeriesAsync("K", "")).Json["NumberAndNumberSeries"]!).ShouldBe("A1");
        ((string)(await PostInSeriesAsync("K", OwnSeries)).Json["NumberAndNumberSeries"]!).ShouldBe("K1");
    }

    [Fact]
    public async Task A_series_that_the_company_does_not_have_is_refused()
    {
        (await PostInSeriesAsync("Q", OwnSeries)).Code.ShouldBe(2000);
    }

    private Task<ApiAnswered> PostInSeriesAsync(string series, string query) => Api.PostAsync(
        "/vouchers" + query,
        Voucher.WithRows(
            """{"AccountNumber":1910,"DebitAmount":1},{"AccountNumber":3004,"CreditAmount":1}""",
            $"\"NumberSeries\":\"{series}\","));
}
