using System.Globalization;
using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Queries;

public sealed class ListTests : SandboxTest
{
    [Fact]
    public async Task A_list_is_in_its_envelope_with_the_server_time()
    {
        await Api.PostVoucherAsync();

        var list = await Api.GetAsync("/vouchers");

        list.ContentType.ShouldBe("application/json; charset=utf-8");
        list.Text.ShouldStartWith(
            """{"Meta":{"CurrentPage":1,"PageSize":50,"TotalNumberOfPages":1,"TotalNumberOfResults":1,"""
            + "\"ServerTimeUtc\":\"2026-11-20T09:00:00.0000000Z\"},\"Data\":[{\"Id\":");
    }

    [Fact]
    public async Task An_empty_list_has_one_page()
    {
        (await Api.GetAsync("/vouchers")).Meta("TotalNumberOfPages").ShouldBe(1);
    }

    [Theory]
    [InlineData("?$page=2&$pagesize=2", "3 4", 2, 3)]
    [InlineData("?$page=3&$pagesize=2", "5", 3, 3)]
    [InlineData("?$page=4&$pagesize=2", "", 4, 3)]
    [InlineData("?$pagesize=5", "1 2 3 4 5", 1, 1)]
    [InlineData("?$top=2&$skip=3", "4 5", 2, 3)]
    [InlineData("?$top=2", "1 2", 1, 3)]
    [InlineData("", "1 2 3 4 5", 1, 1)]
    public async Task Pages_follow_each_other_without_gap_or_repeat(string query, string amounts, int page, int pages)
    {
        await PostAsync(1, 2, 3, 4, 5);

        var list = await Api.GetAsync("/vouchers" + query);

        AmountsOf(list).ShouldBe(amounts);
        list.Meta("CurrentPage").ShouldBe(page);
        list.Meta("TotalNumberOfPages").ShouldBe(pages);
        list.Meta("TotalNumberOfResults").ShouldBe(5);
    }

    [Theory]
    [InlineData("VoucherDate ge 2026-11-03T00:00:00.00Z", "3 4")]
    [InlineData("VoucherDate ge 2026-11-02 and VoucherDate lt 2026-11-04T00:00:00Z", "2 3")]
    [InlineData("not (VoucherText eq 'Z 2') and VoucherDate le 2026-11-03", "1 3")]
    [InlineData("VoucherText eq 'Z 1' or contains(VoucherText,'4')", "1 4")]
    [InlineData("contains(VoucherText,'z ''3')", "")]
    [InlineData("startswith(VoucherText,'z 3')", "3")]
    [InlineData("Rows/any(r: r/DebitAmount gt 2.5 and r/AccountNumber eq 1910)", "3 4")]
    [InlineData("Rows/any(r: contains(r/TransactionText,'mat') and -r/CreditAmount eq -2)", "2")]
    [InlineData("SourceId eq null and NumberSeries ne 'B' and VoucherType eq 2", "1 2 3 4")]
    [InlineData("Id eq 00000000-0000-0000-0000-000000000000", "")]
    [InlineData("ModifiedUtc gt 2026-11-20T09:00:00Z", "")]
    [InlineData("CreatedUtc ge 2026-11-20T10:00:00+01:00", "1 2 3 4")]
    public async Task A_filter_keeps_what_it_says(string filter, string amounts)
    {
        await PostAsync(1, 2, 3, 4);

        var list = await Api.GetAsync("/vouchers?$filter=" + Uri.EscapeDataString(filter));

        AmountsOf(list).ShouldBe(amounts);
    }

    [Theory]
    [InlineData("$filter=NoSuch eq 1", 6000)]
    [InlineData("$filter=VoucherText eq", 6000)]
    [InlineData("$filter=VoucherText gt 5", 6000)]
    [InlineData("$filter=VoucherText eq 'x", 6000)]
    [InlineData("$filter=FiscalYearId ne null", 6000)]
    [InlineData("$filter=(VoucherType eq 2", 6000)]
    [InlineData("$filter=VoucherType eq 2 VoucherType", 6000)]
    [InlineData("$filter=Rows eq null or Rows", 6000)]
    [InlineData("$filter=shell(VoucherText)", 6000)]
    [InlineData("$filter=VoucherDate ge 2026-13-01", 6001)]
    [InlineData("$orderby=NoSuch", 6000)]
    [InlineData("$orderby=VoucherDate upwards", 6000)]
    [InlineData("$select=NoSuch", 6000)]
    [InlineData("$page=0", 6000)]
    [InlineData("$page=x", 6000)]
    [InlineData("$pagesize=0", 6000)]
    [InlineData("$pagesize=1001", 6000)]
    [InlineData("$skip=-1", 6000)]
    public async Task A_query_without_sense_is_refused(string query, int code)
    {
        await PostAsync(1);

        var answer = await Api.GetAsync("/vouchers?" + query);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_filter_a_thousand_parentheses_deep_is_refused_and_not_a_crash()
    {
        var filter = new string('(', 1000) + "VoucherType eq 2" + new string(')', 1000);

        (await Api.GetAsync("/vouchers?$filter=" + filter)).Code.ShouldBe(6000);
    }

    [Theory]
    [InlineData("VoucherDate desc", "4 3 2 1")]
    [InlineData("VoucherType, VoucherDate desc", "4 3 2 1")]
    [InlineData("NumberSeries asc,VoucherText", "1 2 3 4")]
    public async Task A_list_is_sorted_as_asked(string order, string amounts)
    {
        await PostAsync(1, 2, 3, 4);

        AmountsOf(await Api.GetAsync("/vouchers?$orderby=" + order)).ShouldBe(amounts);
    }

    [Fact]
    public async Task Select_leaves_only_what_it_names()
    {
        await PostAsync(1);

        var list = await Api.GetAsync("/vouchers?$select=NumberAndNumberSeries, VoucherDate");

        list.Records.ToJsonString().ShouldBe("""[{"NumberAndNumberSeries":"A1","VoucherDate":"2026-11-01"}]""");
    }

    private async Task PostAsync(params int[] amounts)
    {
        foreach (var amount in amounts)
        {
            var date = new DateOnly(2026, 11, amount).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            (await Api.PostVoucherAsync(amount, date, $"Z {amount}")).Status.ShouldBe(HttpStatusCode.Created);
        }
    }

    private static string AmountsOf(ApiAnswered list) => string.Join(
        ' ', list.Records.Select(voucher => voucher!["Rows"]![0]!["DebitAmount"]!.ToJsonString()));
}
