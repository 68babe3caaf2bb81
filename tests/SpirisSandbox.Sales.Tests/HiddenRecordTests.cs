using SpirisSandbox.Faults;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests;

/// <summary>Lists of sales that lag behind what is there.</summary>
public sealed class HiddenRecordTests : SalesTest
{
    [Theory]
    [InlineData("/customers")]
    [InlineData("/articles")]
    [InlineData("/orders")]
    [InlineData("/customerinvoices")]
    [InlineData("/customerinvoicedrafts")]
    [InlineData("/vouchers")]
    public async Task A_list_shows_nothing_young_and_everything_once_it_is_old_enough(string list)
    {
        Sandbox.Faults.Add(new FaultRule
        {
            Method = "GET", Path = "/v2" + list, Times = null, Fault = new HideRecent(Seconds: 60),
        });
        await MakeOneOfEachAsync();

        (await CountAsync(list)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(60));
        (await CountAsync(list)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await CountAsync(list)).ShouldBe(1);
    }

    [Fact]
    public async Task A_hidden_customer_is_found_by_its_id()
    {
        Sandbox.Faults.Add(new FaultRule { Times = null, Fault = new HideRecent(Seconds: 60) });
        var customer = await this.CustomerAsync();

        (await Api.GetAsync($"/customers/{customer}")).Id.ShouldBe(customer);
        (await CountAsync("/customers")).ShouldBe(0);
    }

    private async Task MakeOneOfEachAsync()
    {
        var customer = await this.CustomerAsync();
        var article = await this.ArticleAsync("1", "Varor 25 %");
        await Api.MakeAsync("/orders", Makings.Order(customer, Makings.Row(article, 100)));
        await Api.MakeAsync("/customerinvoicedrafts", Makings.Invoice(customer, Makings.Row(article, 100)));
        await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer, Makings.Row(article, 100)));
    }

    private async Task<int> CountAsync(string list) => (await Api.GetAsync(list)).Records.Count;
}
