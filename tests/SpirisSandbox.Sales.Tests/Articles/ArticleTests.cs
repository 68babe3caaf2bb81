using System.Net;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Articles;

public sealed class ArticleTests : SalesTest
{
    [Fact]
    public async Task A_price_without_vat_and_one_with_it_must_agree_with_the_rate()
    {
        var body = Makings.Article(Company, "1", "Varor 25 %").With("NetPrice", 100m);

        (await Api.PostAsync("/articles", body.With("GrossPrice", 112m))).ShouldBeRefused(2000);
        (await Api.MakeAsync("/articles", body.With("GrossPrice", 125m))).Kronor("GrossPrice").ShouldBe(125m);
    }

    [Theory]
    [InlineData("Varor 25 %", 125)]
    [InlineData("Varor 12 %", 112)]
    [InlineData("Tjänster 6 %", 106)]
    [InlineData("Varor 0 %", 100)]
    [InlineData("Dricks, utan moms", 100)]
    public async Task The_price_that_is_left_out_follows_from_the_other(string coding, decimal gross)
    {
        var net = await Api.MakeAsync("/articles", Makings.Article(Company, "N", coding).With("NetPrice", 100m));
        var made = await Api.MakeAsync("/articles", Makings.Article(Company, "G", coding).With("GrossPrice", gross));

        net.Kronor("GrossPrice").ShouldBe(gross);
        made.Kronor("NetPrice").ShouldBe(100m);
    }

    [Fact]
    public async Task A_derived_price_has_four_decimals_unless_two_are_asked_for()
    {
        var made = await Api.MakeAsync("/articles", Makings.Article(Company, "1", "Varor 12 %").With("GrossPrice", 100m));

        made.Kronor("NetPrice").ShouldBe(89.2857m);
        (await Api.GetAsync($"/articles/{made.Id}?showPricesWithTwoDecimals=true")).Kronor("NetPrice").ShouldBe(89.29m);
        ((decimal)(await Api.GetAsync("/articles?showPricesWithTwoDecimals=true")).Records[0]!["NetPrice"]!).ShouldBe(89.29m);
    }

    [Fact]
    public async Task Goods_and_services_are_told_apart_by_a_property_that_is_only_filtered_by()
    {
        var goods = await this.ArticleAsync("V", "Varor 25 %");
        await this.ArticleAsync("T", "Tjänster 25 %");

        var answer = await Api.GetAsync("/articles?$filter=CodingType eq 1");

        answer.Records.Select(article => (Guid)article!["Id"]!).ShouldBe([goods]);
        answer.Text.ShouldNotContain("CodingType");
        (await Api.GetAsync("/articles?$select=CodingType")).ShouldBeRefused(6000);
    }

    [Fact]
    public async Task A_number_is_taken_once()
    {
        await this.ArticleAsync("1", "Varor 25 %");

        (await Api.PostAsync("/articles", Makings.Article(Company, "1", "Varor 12 %"))).ShouldBeRefused(4000);
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("Name")]
    [InlineData("CodingId")]
    [InlineData("UnitId")]
    [InlineData("IsActive")]
    public async Task What_is_required_must_be_there(string field)
    {
        (await Api.PostAsync("/articles", Makings.Article(Company, "1", "Varor 25 %").With(field, null)))
            .ShouldBeRefused(2000);
    }

    [Theory]
    [InlineData("CodingId")]
    [InlineData("UnitId")]
    public async Task An_id_that_names_nothing_is_refused(string field)
    {
        (await Api.PostAsync("/articles", Makings.Article(Company, "1", "Varor 25 %").With(field, Guid.NewGuid())))
            .ShouldBeRefused(2000);
    }

    [Fact]
    public async Task An_article_is_never_deleted_but_set_inactive()
    {
        var made = await Api.MakeAsync("/articles", Makings.Article(Company, "1", "Varor 25 %").With("Note", "x"));

        (await Api.DeleteAsync($"/articles/{made.Id}")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        var put = await Api.PutAsync($"/articles/{made.Id}", Makings.Article(Company, "1", "Varor 12 %").With("IsActive", false));
        put.ShouldBe(HttpStatusCode.OK);
        ((string)put["CodingName"]!).ShouldBe("Varor 12 %");
        put["Note"].ShouldBeNull();
    }

    [Fact]
    public async Task The_codings_cover_every_rate_for_goods_and_services_and_two_liabilities_and_rounding()
    {
        var codings = (await Api.GetAsync("/articleaccountcodings")).Records;

        codings.Select(coding => (string)coding!["Name"]!).ShouldBe(
        [
            "Varor 25 %", "Tjänster 25 %", "Varor 12 %", "Tjänster 12 %", "Varor 6 %", "Tjänster 6 %", "Varor 0 %",
            "Tjänster 0 %", "Dricks, utan moms", "Presentkort, utan moms", "Öresutjämning",
        ]);
        ((decimal)codings[2]!["VatRatePercent"]!).ShouldBe(0.12m);
        ((long)codings[2]!["DomesticSalesSubjectToVatAccountNumber"]!).ShouldBe(3002);
        ((long)codings[8]!["DomesticSalesVatExemptAccountNumber"]!).ShouldBe(2820);
    }

    [Fact]
    public async Task A_company_with_an_account_for_each_kind_of_goods_has_a_coding_for_each()
    {
        using var krogen = As(Krogen);

        var names = (await krogen.GetAsync("/articleaccountcodings")).Records.Select(coding => (string)coding!["Name"]!);

        names.ShouldContain("Försäljning öl 25 %");
        names.ShouldContain("Försäljning läsk 12 %");
    }
}

public sealed class RateTests : SalesTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { Sales = new() { RatesAreShares = false, LiabilityAccountCodings = false } } };

    [Fact]
    public async Task Rates_can_be_told_as_whole_numbers_and_the_amounts_stay_the_same()
    {
        var article = await this.ArticleAsync("1", "Varor 12 %");
        var invoice = await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(await this.CustomerAsync(), Makings.Row(article, 100m)));

        ((decimal)(await Api.GetAsync("/articleaccountcodings")).Records[2]!["VatRatePercent"]!).ShouldBe(12m);
        ((decimal)invoice["Rows"]![0]!["VatRate"]!).ShouldBe(12m);
        ((decimal)invoice["VatSpecification"]![0]!["VatPercent"]!).ShouldBe(12m);
        invoice.Kronor("TotalVatAmount").ShouldBe(12m);
    }

    [Fact]
    public async Task Without_liability_codings_no_article_can_have_one()
    {
        (await Api.GetAsync("/articleaccountcodings")).Text.ShouldNotContain("Dricks");
        (await Api.PostAsync("/articles", Makings.Article(Company, "1", "Dricks, utan moms"))).ShouldBeRefused(2000);
    }
}
