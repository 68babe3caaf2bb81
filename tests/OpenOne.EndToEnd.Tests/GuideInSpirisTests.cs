using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouldly;
using SpirisSandbox.State;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>
/// The second half of the users' guide, which is done in Spiris, followed in a real browser on the sandbox. Each step is
/// seen to matter: what the API refuses before it, it does after.
/// </summary>
public sealed class GuideInSpirisTests
{
    [Fact]
    public async Task Keep_in_mind_the_invoices_start_from_the_number_that_is_set()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-keep-in-mind");
        using var client = visit.Client();
        var invoice = await InvoiceAsync(client, visit.Spiris.State.Company(SpirisVisit.Company));
        (await client.PostAsync("customerinvoices", invoice)).ShouldBeRefused(4002, "set the next invoice number");

        // Find it under Settings --> Company settings --> Invoice details.
        await visit.MenuAsync("Settings", "Company settings", "Invoice details");
        await Expect(visit.Field("Next invoice number")).ToHaveValueAsync("0");
        await Expect(visit.Page.GetByText("the numbering never starts")).ToBeVisibleAsync();
        await visit.PictureAsync("number-is-0");

        // Set the number you want your invoices to start from.
        await visit.Field("Next invoice number").FillAsync("5001");
        await visit.SaveAsync();
        await visit.PictureAsync("number-is-set");
        await visit.Page.ReloadAsync();
        await Expect(visit.Field("Next invoice number")).ToHaveValueAsync("5001");

        var made = (await client.PostAsync("customerinvoices", invoice)).ShouldBeMade();
        ((int)made.Body["InvoiceNumber"]!).ShouldBe(5001);
        await visit.MenuAsync("Settings", "Company settings", "Invoice details");
        await Expect(visit.Page.GetByText("5002")).ToBeVisibleAsync();
        await visit.PictureAsync("number-follows-the-invoices");
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task Step_2_each_module_can_be_switched_off_and_on_and_the_API_obeys()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-step-2-modules");
        using var client = visit.Client();

        // Accounting, Invoicing, Order & Quote, Integration.
        await visit.MenuAsync("Settings", "Modules");
        await Expect(Accounting()).ToHaveValueAsync("1");
        await Expect(Module("Invoicing")).ToBeCheckedAsync();
        await Expect(Module("Order & Quote")).Not.ToBeCheckedAsync();
        await Expect(Module("Integration")).ToBeCheckedAsync();
        await visit.PictureAsync("modules");

        await SwitchedAsync(() => Module("Integration").UncheckAsync(), "integration-off");
        (await client.GetAsync("vouchers"))
            .ShouldBeRefused(4002, "No access to module: api_standard", HttpStatusCode.Forbidden);
        await SwitchedAsync(() => Module("Integration").CheckAsync(), "integration-on");
        (await client.GetAsync("vouchers")).Status.ShouldBe(HttpStatusCode.OK);

        (await client.GetAsync("orders"))
            .ShouldBeRefused(4002, "No access to module: order_standard", HttpStatusCode.Forbidden);
        await SwitchedAsync(() => Module("Order & Quote").CheckAsync(), "order-and-quote-on");
        (await client.GetAsync("orders")).Status.ShouldBe(HttpStatusCode.OK);

        await SwitchedAsync(() => Accounting().SelectOptionAsync("Invoicing (no accounting)"), "accounting-off");
        (await client.GetAsync("voucherdrafts")).ShouldBeRefused(4009, "product variant", HttpStatusCode.Forbidden);
        await SwitchedAsync(() => Accounting().SelectOptionAsync("Standard (accounting and invoicing)"), "accounting-on");
        (await client.GetAsync("voucherdrafts")).Status.ShouldBe(HttpStatusCode.OK);

        await SwitchedAsync(() => Module("Invoicing").UncheckAsync(), "invoicing-off");
        await Expect(Module("Invoicing")).Not.ToBeCheckedAsync();
        await SwitchedAsync(() => Module("Invoicing").CheckAsync(), "invoicing-on");
        await Expect(Module("Invoicing")).ToBeCheckedAsync();
        visit.ShouldHaveBeenWithoutComplaints();

        ILocator Accounting() => visit.Part(AriaRole.Combobox, "Accounting (product variant)");

        // The name of the box goes on with what the API calls the module.
        ILocator Module(string name) => visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = name });

        async Task SwitchedAsync(Func<Task> change, string picture)
        {
            await change();
            await visit.SaveAsync();
            await visit.PictureAsync(picture);
        }
    }

    [Fact]
    public async Task Steps_3_and_4_profit_units_are_activated_added_and_allowed_on_the_account()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-steps-3-and-4-profit-units");
        using var client = visit.Client();

        // Press Settings - Company Settings - Accounting Information.
        await visit.MenuAsync("Settings", "Company settings", "Accounting information");
        await visit.Field("Use profit units").CheckAsync();
        await visit.PictureAsync("use-profit-units");
        await visit.SaveAsync();
        await Expect(visit.Field("Use profit units")).ToBeCheckedAsync();
        await visit.PictureAsync("profit-units-used");

        // In the main menu under Accounting - Profit Units you can add profit units and cost carriers.
        await visit.MenuAsync("Accounting", "Profit units");
        await visit.PictureAsync("no-units");
        await NameGroupAsync(visit, "Group 1: Resultatenhet 1", "Avdelning");
        await AddAsync(visit, "Avdelning", "BAR", "Baren");
        await NameGroupAsync(visit, "Group 2: Resultatenhet 2", "Kostnadsbärare");
        await AddAsync(visit, "Kostnadsbärare", "LUNCH", "Lunchservering");
        await visit.PictureAsync("units-added");
        var bar = visit.Spiris.State.Company(SpirisVisit.Company).CostCenters
            .SelectMany(group => group.Items).Single(item => item.ShortName == "BAR").Id;

        // Activate Profit Units on the account you want.
        (await client.PostTakingsAsync(3340, bar)).ShouldBeRefused(2000, "The account 3340 does not allow cost centers.");
        await OpenAccountAsync(visit, "3340");
        await visit.Field("Profit units on the account").CheckAsync();
        await visit.PictureAsync("profit-units-on-the-account");
        await visit.SaveAsync();
        await visit.PictureAsync("account-in-the-chart");
        (await client.PostTakingsAsync(3340, bar)).ShouldBeMade().Number.ShouldBe("A1");

        // Make sure that all accounts are created and active in Spiris.
        (await client.PostTakingsAsync(3910)).ShouldBeRefused(2000, "The account 3910 is not active.");
        await OpenAccountAsync(visit, "3910");
        await Expect(visit.Field("Active")).Not.ToBeCheckedAsync();
        await visit.Field("Active").CheckAsync();
        await visit.SaveAsync();
        await visit.PictureAsync("account-is-active");
        (await client.PostTakingsAsync(3910)).ShouldBeMade().Number.ShouldBe("A2");

        (await client.PostTakingsAsync(3341)).ShouldBeRefused(3002, "3341");
        await visit.Part(AriaRole.Link, "Create account").ClickAsync();
        await visit.Field("Number").FillAsync("3341");
        await visit.Field("Name").FillAsync("Försäljning alkoholfri öl");
        await Expect(visit.Field("Active")).ToBeCheckedAsync();
        await visit.PictureAsync("account-to-create");
        await visit.SaveAsync();
        (await client.PostTakingsAsync(3341)).ShouldBeMade().Number.ShouldBe("A3");
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task Step_5_the_verification_series_is_set_and_numbers_the_vouchers()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-step-5-verification-series");
        using var client = visit.Client();
        (await client.PostTakingsAsync(series: "R")).ShouldBeRefused(2000, "The number series R does not exist.");

        // You do this under Settings - Company Settings - Accounting Information.
        await visit.MenuAsync("Settings", "Company settings", "Accounting information");
        var add = visit.Part(AriaRole.Group, "Add a series");
        await visit.Field("Series", add).FillAsync("R");
        await visit.Field("Name", add).FillAsync("Restaurangkassor");
        await visit.PictureAsync("series-to-add");
        await visit.SaveAsync("Add", within: add);
        await visit.PictureAsync("series-added");
        (await client.PostTakingsAsync(series: "R")).ShouldBeMade().Number.ShouldBe("R1");
        (await client.PostTakingsAsync()).ShouldBeMade().Number.ShouldBe("A1");

        await visit.SaveAsync("Make R the default");
        await visit.PictureAsync("series-is-default");
        (await client.PostTakingsAsync()).ShouldBeMade().Number.ShouldBe("R2");

        await visit.MenuAsync("Accounting", "Vouchers");
        await visit.Part(AriaRole.Link, "R2").ClickAsync();
        await Expect(visit.Part(AriaRole.Heading, "Voucher R2")).ToBeVisibleAsync();
        await visit.PictureAsync("voucher-in-the-series");
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task Nothing_is_booked_in_months_that_are_locked_on_the_page_of_step_5()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-locked-to");
        using var client = visit.Client();

        await visit.MenuAsync("Settings", "Company settings", "Accounting information");
        await visit.Field("Accounting locked to").FillAsync("2026-10");
        await visit.SaveAsync();
        await Expect(visit.Field("Accounting locked to")).ToHaveValueAsync("2026-10");
        await visit.PictureAsync("locked");
        (await client.PostTakingsAsync(date: "2026-10-31")).ShouldBeRefused(4026, "2026-10-31");
        (await client.PostTakingsAsync(date: "2026-11-01")).ShouldBeMade();

        await visit.Field("Accounting locked to").FillAsync("");
        await visit.SaveAsync();
        (await client.PostTakingsAsync(date: "2026-10-31")).ShouldBeMade();
        visit.ShouldHaveBeenWithoutComplaints();
    }

    [Fact]
    public async Task Access_that_was_given_is_listed_and_can_be_taken_back()
    {
        await using var visit = await SpirisVisit.BeginAsync("guide-apps-with-access");
        using var client = visit.Client();
        (await client.GetAsync("companysettings")).Status.ShouldBe(HttpStatusCode.OK);

        await visit.MenuAsync("Settings", "Apps with access");
        await Expect(visit.Part(AriaRole.Cell, "OPEN One BackOffice")).ToBeVisibleAsync();
        await visit.PictureAsync("apps");
        await visit.SaveAsync("Revoke access of OPEN One BackOffice");
        await Expect(visit.Page.GetByText("No app has access to the company.")).ToBeVisibleAsync();
        await visit.PictureAsync("revoked");
        (await client.GetAsync("companysettings")).ShouldBeRefused(4005, "denied", HttpStatusCode.Unauthorized);
        visit.ShouldHaveBeenWithoutComplaints();
    }

    private static async Task NameGroupAsync(SpirisVisit visit, string group, string name)
    {
        var part = visit.Part(AriaRole.Region, group);
        await visit.Field("Name of the group", part).FillAsync(name);
        await visit.Field("Active", part).CheckAsync();
        await visit.SaveAsync(within: part);
    }

    private static async Task AddAsync(SpirisVisit visit, string group, string shortName, string name)
    {
        var part = visit.Part(AriaRole.Group, $"Add to {group}");
        await visit.Field("Short name", part).FillAsync(shortName);
        await visit.Field("Name", part).FillAsync(name);
        await visit.SaveAsync("Add", within: part);
        await Expect(visit.Part(AriaRole.Cell, name)).ToBeVisibleAsync();
    }

    private static async Task OpenAccountAsync(SpirisVisit visit, string number)
    {
        await visit.MenuAsync("Settings", "Chart of accounts");
        await visit.Part(AriaRole.Combobox, "Fiscal year").SelectOptionAsync("2026-01-01–2026-12-31");
        await visit.Field("Number or name").FillAsync(number);
        await visit.PressAsync("Search");
        await visit.Part(AriaRole.Link, number).ClickAsync();
        await Expect(visit.Part(AriaRole.Heading, $"Account {number}")).ToBeVisibleAsync();
    }

    private static async Task<JsonObject> InvoiceAsync(SpirisClient client, Company company)
    {
        var customer = await client.PostAsync("customers", new JsonObject
        {
            ["Name"] = "Gästen AB",
            ["InvoiceCity"] = "Stockholm",
            ["InvoicePostalCode"] = "111 22",
            ["TermsOfPaymentId"] = company.Sales.TermsOfPayments.Single(terms => terms.Name == "30 dagar netto").Id,
            ["IsActive"] = true,
            ["IsPrivatePerson"] = false,
        });
        var article = await client.PostAsync("articles", new JsonObject
        {
            ["Number"] = "MAT12",
            ["Name"] = "Mat",
            ["IsActive"] = true,
            ["CodingId"] = company.Sales.AccountCodings.Single(coding => coding.Name == "Varor 12 %").Id,
            ["UnitId"] = company.Sales.Units.First().Id,
        });
        return new JsonObject
        {
            ["CustomerId"] = customer.ShouldBeMade().Id,
            ["EuThirdParty"] = false,
            ["RotReducedInvoicingType"] = 0,
            ["Rows"] = new JsonArray(new JsonObject
            {
                ["ArticleId"] = article.ShouldBeMade().Id,
                ["UnitPrice"] = 1512.50m,
                ["Quantity"] = 1,
                ["DiscountPercentage"] = 0,
            }),
        };
    }
}
