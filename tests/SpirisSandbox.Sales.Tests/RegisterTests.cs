using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests;

public sealed class RegisterTests : SalesTest
{
    [Theory]
    [InlineData("/units", "Id,Name,Code,Abbreviation,AbbreviationEnglish")]
    [InlineData(
        "/termsofpayments",
        "Id,Name,NameEnglish,NumberOfDays,TermsOfPaymentTypeId,TermsOfPaymentTypeText,AvailableForSales,AvailableForPurchase")]
    [InlineData("/deliverymethods", "Id,Name,NameEnglish,Code")]
    [InlineData("/deliveryterms", "Id,Name,NameEnglish,Code,Editable")]
    [InlineData("/countries", "Name,NameEnglish,Code,IsEuMember")]
    [InlineData("/currencies", "Code")]
    public async Task A_small_register_is_listed_with_exactly_the_documented_properties(string path, string names)
    {
        var first = (await Api.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Records[0]!.AsObject();

        first.Select(property => property.Key).ShouldBe(names.Split(','));
    }

    [Theory]
    [InlineData("/units")]
    [InlineData("/termsofpayments")]
    [InlineData("/deliverymethods")]
    [InlineData("/deliveryterms")]
    [InlineData("/bankaccounts")]
    [InlineData("/articleaccountcodings")]
    public async Task One_record_is_read_by_its_id(string path)
    {
        var first = (await Api.GetAsync(path)).Records[0]!;

        (await Api.GetAsync($"{path}/{first["Id"]}")).Text.ShouldBe(
            (await Api.GetAsync(path + "?$pagesize=1")).Json["Data"]![0]!.ToJsonString(Relaxed.Json));
        (await Api.GetAsync($"{path}/{Guid.Empty}")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_terms_that_the_settings_point_to_are_thirty_days()
    {
        var id = (await Api.GetAsync("/companysettings"))["TermsOfPaymentId"];

        ((int)(await Api.GetAsync($"/termsofpayments/{id}"))["NumberOfDays"]!).ShouldBe(30);
    }

    [Theory]
    [InlineData("/deliverymethods")]
    [InlineData("/deliveryterms")]
    public async Task Delivery_is_posted_and_answered_with_200(string path)
    {
        var made = (await Api.PostAsync(path, new JsonObject { ["Name"] = "Drönare", ["Code"] = "9" })).ShouldBe(HttpStatusCode.OK);

        (await Api.GetAsync($"{path}/{made.Id}")).Text.ShouldBe(made.Text);
        (await Api.PostAsync(path, new JsonObject { ["Code"] = new string('x', 21) })).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_country_is_read_by_its_code()
    {
        var finland = await Api.GetAsync("/countries/fi");

        ((string)finland["NameEnglish"]!).ShouldBe("Finland");
        ((bool)finland["IsEuMember"]!).ShouldBeTrue();
        ((bool)(await Api.GetAsync("/countries/NO"))["IsEuMember"]!).ShouldBeFalse();
        (await Api.GetAsync("/countries/XX")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_exchange_rate_is_told_for_a_pair_and_a_day()
    {
        var rate = await Api.GetAsync("/currencies/exchangerate?sourceCurrencyCode=EUR&targetCurrencyCode=SEK&date=2026-11-02");

        rate.Text.ShouldBe("""{"Date":"2026-11-02","SourceCurrency":"EUR","TargetCurrency":"SEK","Rate":11}""");
        (await Api.GetAsync("/currencies/exchangerate?sourceCurrencyCode=EUR")).ShouldBeRefused(2000);
        (await Api.GetAsync("/currencies/exchangerate?sourceCurrencyCode=EUR&targetCurrencyCode=SEK&date=x"))
            .ShouldBeRefused(6001);
    }

    [Fact]
    public async Task Bank_accounts_belong_to_purchases()
    {
        using var seller = As(Restaurang, Scope.Sales);

        (await seller.GetAsync("/bankaccounts")).ShouldBeRefused(4006, HttpStatusCode.Forbidden);
        (await Api.GetAsync("/bankaccounts")).Records.Count.ShouldBe(2);
    }
}
