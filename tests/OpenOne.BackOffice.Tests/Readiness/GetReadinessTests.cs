using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Readiness;

public sealed class GetReadinessTests
{
    [Fact]
    public async Task A_company_is_ready_when_nothing_is_blocked_and_nothing_waits_for_a_check()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();

        var before = await AskAsync(restaurant, "en");
        ((bool)before["ready"]!).ShouldBeFalse();
        ((bool)before["beingChecked"]!).ShouldBeTrue();
        before["checkedAt"].ShouldBeNull();

        await restaurant.CheckAsync();
        var after = await AskAsync(restaurant, "en");
        ((bool)after["ready"]!).ShouldBeTrue();
        ((bool)after["beingChecked"]!).ShouldBeFalse();
        ((string)after["checkedAt"]!).ShouldStartWith("2026-11-20T12:00:00");
        after["points"]!.AsArray().Select(point => (string)point!["status"]!).Distinct().ShouldBe(["ok"]);
    }

    [Theory]
    [InlineData("en", "The next invoice number is 0, so the numbering never starts and no invoice can be made.",
        "Set the number your invoices start from.", "Spiris: Settings > Company settings > Invoice details")]
    [InlineData("sv", "Nästa fakturanummer är 0, så numreringen startar aldrig och ingen faktura kan göras.",
        "Ange vilket nummer fakturorna börjar på.", "Spiris: Inställningar > Företagsinställningar > Fakturauppgifter")]
    public async Task What_is_blocked_says_why_what_to_do_and_where_in_the_language_that_is_asked_for(
        string language, string message, string remedy, string path)
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        restaurant.Books.Write(() => restaurant.Books.Change(restaurant.Books.Settings with { NextCustomerInvoiceNumber = 0 }));
        await restaurant.CheckAsync();

        var answer = await AskAsync(restaurant, language);

        ((bool)answer["ready"]!).ShouldBeFalse();
        var point = answer["points"]!.AsArray().Single(point => (string)point!["status"]! == "blocked")!;
        ((string)point["code"]!).ShouldBe("invoice-number");
        ((string)point["message"]!).ShouldBe(message);
        ((string)point["remedy"]!).ShouldBe(remedy);
        ((string)point["path"]!).ShouldBe(path);
        ((bool)point["holds"]!["invoicesOnly"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_key_it_is_refused()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        using var http = new HttpClient { BaseAddress = restaurant.Restaurants.Server.Address };

        using var answer = await http.GetAsync(new Uri("/api/v1/readiness", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static async Task<JsonNode> AskAsync(CheckedRestaurant restaurant, string language)
    {
        var server = restaurant.Restaurants.Server;
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.KeyOf(IntegratedRestaurants.Restaurang));
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/readiness", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }
}
