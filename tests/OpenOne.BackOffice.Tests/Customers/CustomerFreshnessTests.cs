using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.Customers.CustomerTill;

namespace OpenOne.BackOffice.Tests.Customers;

/// <summary>Nobody has to ask for it: the server reads what changes in Spiris.</summary>
public sealed class CustomerFreshnessTests
{
    [Fact]
    public async Task What_is_created_in_Spiris_comes_to_the_till_by_itself()
    {
        await using var restaurant = await InvoicingRestaurant.StartAsync("--Customers:ReadEvery=00:00:00.2");
        using var till = restaurant.Till();
        await restaurant.CreateInSpirisAsync("Glas");

        Answer page;
        do
        {
            page = await till.ListAsync();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        while (NamesOf(page).Length == 0);

        page.Body["freshness"]!["isFresh"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_company_without_Invoice_nothing_is_read()
    {
        await using var restaurant = await InvoicingRestaurant.StartAsync();
        await restaurant.InvoiceAsync(InvoicingRestaurant.OtherCompany, false);
        await restaurant.InvoiceAsync(InvoicingRestaurant.Company, false);
        restaurant.Both.Sandbox.Journal.Clear();
        using var till = restaurant.Till();

        await till.ListAsync(("search", "glas"));

        restaurant.Both.Sandbox.Journal.Entries.ShouldBeEmpty("the till waits for our own table only");
    }
}
