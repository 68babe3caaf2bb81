using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Customers;

public sealed class CustomerTests : SalesTest
{
    [Fact]
    public async Task A_customer_without_a_number_gets_the_next_one_and_the_setting_counts_up()
    {
        var made = await Api.MakeAsync("/customers", Makings.Customer(Company));

        ((string)made["CustomerNumber"]!).ShouldBe("1");
        ((string)made["CurrencyCode"]!).ShouldBe("SEK");
        ((int)(await Api.GetAsync("/companysettings"))["NextCustomerNumber"]!).ShouldBe(2);
        (await Api.GetAsync($"/customers/{made.Id}")).Text.ShouldBe(made.Text);
    }

    [Fact]
    public async Task A_generated_number_passes_over_one_that_somebody_chose()
    {
        await Api.MakeAsync("/customers", Makings.Customer(Company).With("CustomerNumber", "1"));

        ((string)(await Api.MakeAsync("/customers", Makings.Customer(Company)))["CustomerNumber"]!).ShouldBe("2");
    }

    [Fact]
    public async Task A_number_that_is_taken_is_a_conflict_but_not_with_oneself()
    {
        var body = Makings.Customer(Company).With("CustomerNumber", "K7");
        var made = await Api.MakeAsync("/customers", body);

        (await Api.PostAsync("/customers", body)).ShouldBeRefused(4000);
        (await Api.PutAsync($"/customers/{made.Id}", body)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_put_replaces_everything_and_what_is_left_out_becomes_null()
    {
        var made = await Api.MakeAsync("/customers", Makings.Customer(Company)
            .With("EmailAddress", "a@exempel.se").With("InvoiceAddress1", "Gatan 1").With("Telephone", "08").With("Note", "x"));

        var put = (await Api.PutAsync($"/customers/{made.Id}", Makings.Customer(Company, "Nytt namn")))
            .ShouldBe(HttpStatusCode.OK);

        ((string)put["Name"]!).ShouldBe("Nytt namn");
        ((string)put["CustomerNumber"]!).ShouldBe("1");
        foreach (var name in new[] { "EmailAddress", "InvoiceAddress1", "Telephone", "Note" })
        {
            put[name].ShouldBeNull(name);
        }
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("InvoiceCity")]
    [InlineData("InvoicePostalCode")]
    [InlineData("TermsOfPaymentId")]
    [InlineData("IsActive")]
    [InlineData("IsPrivatePerson")]
    public async Task What_is_required_must_be_there(string field)
    {
        var answer = await Api.PostAsync("/customers", Makings.Customer(Company).With(field, null));

        answer.ShouldBeRefused(2000);
        ((string)answer["Errors"]![0]!["Field"]!).ShouldBe(field);
    }

    [Theory]
    [InlineData("CustomerNumber", 16)]
    [InlineData("Name", 50)]
    [InlineData("InvoicePostalCode", 10)]
    [InlineData("EmailAddress", 255)]
    [InlineData("ElectronicReference", 35)]
    [InlineData("Note", 4000)]
    public async Task Texts_are_as_long_as_documented_and_no_longer(string field, int longest)
    {
        (await Api.PostAsync("/customers", Makings.Customer(Company).With(field, new string('x', longest))))
            .ShouldBe(HttpStatusCode.Created);
        (await Api.PostAsync("/customers", Makings.Customer(Company).With(field, new string('y', longest + 1))))
            .ShouldBeRefused(2000);
    }

    [Theory]
    [InlineData("SE559999999101", true)]
    [InlineData("DE12345678", true)]
    [InlineData("559999999101", false)]
    [InlineData("SE1234567", false)]
    [InlineData("SE1234567890123", false)]
    [InlineData("se559999999101", false)]
    public async Task A_vat_number_is_a_country_and_eight_to_twelve_signs(string number, bool isGood)
    {
        var answer = await Api.PostAsync("/customers", Makings.Customer(Company).With("VatNumber", number));

        if (isGood)
        {
            answer.ShouldBe(HttpStatusCode.Created);
        }
        else
        {
            answer.ShouldBeRefused(4025);
        }
    }

    public static TheoryData<string, string, string, int> Refusals => new()
    {
        { "reverse charge without a VAT number", "ReverseChargeOnConstructionServices", "true", 2000 },
        { "a country of nowhere", "InvoiceCountryCode", "\"XX\"", 2000 },
        { "a currency of nowhere", "CurrencyCode", "\"XXX\"", 2000 },
        { "terms of payment of nobody", "TermsOfPaymentId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
        { "a label of nobody", "CustomerLabels", """[{"Name":"none"}]""", 2000 },
        { "copies without an address", "EmailAddresses", """["a@exempel.se"]""", 2000 },
        { "a discount over the whole", "DiscountPercentage", "1.1", 2000 },
        { "a discount with five decimals", "DiscountPercentage", "0.12345", 2000 },
        { "not a customer at all", "Name", "[]", 2000 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_customer_that_breaks_a_rule_is_refused(string story, string field, string value, int code)
    {
        var answer = await Api.PostAsync("/customers", Makings.Customer(Company).With(field, JsonNode.Parse(value)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Code.ShouldBe(code, story);
        Company.Sales.Customers.ShouldBeEmpty(story);
    }

    [Fact]
    public async Task Vat_cannot_be_forced_within_the_union()
    {
        var body = Makings.Customer(Company).With("ForceBookkeepVat", true);

        (await Api.PostAsync("/customers", body.With("InvoiceCountryCode", "FI"))).ShouldBeRefused(4035);
        (await Api.PostAsync("/customers", body.With("InvoiceCountryCode", "NO"))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Only_a_customer_without_transactions_can_be_deleted()
    {
        var (idle, busy) = (await this.CustomerAsync("Vilande AB"), await this.CustomerAsync());
        await Api.MakeAsync("/customerinvoicedrafts", Makings.Invoice(busy));

        (await Api.DeleteAsync($"/customers/{idle}")).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBeEmpty();
        (await Api.GetAsync($"/customers/{idle}")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
        (await Api.DeleteAsync($"/customers/{busy}")).ShouldBeRefused(4001);
    }

    [Fact]
    public async Task Customers_are_filtered_by_name_and_by_when_they_changed()
    {
        await this.CustomerAsync("Gästen AB");
        Time.Advance(TimeSpan.FromHours(1));
        await this.CustomerAsync("Festen AB");

        (await Api.GetAsync("/customers?$filter=contains(Name,'fest')")).Records.Count.ShouldBe(1);
        (await Api.GetAsync("/customers?$filter=ChangedUtc gt 2026-11-20T09:30:00Z")).Records.Count.ShouldBe(1);
        (await Api.GetAsync("/customers?$filter=IsActive eq true&$orderby=Name desc"))
            .Records.Select(customer => (string)customer!["Name"]!).ShouldBe(["Gästen AB", "Festen AB"]);
    }

    [Fact]
    public async Task A_customer_is_in_the_network_of_e_invoices_when_it_has_an_electronic_address()
    {
        var with = await Api.MakeAsync(
            "/customers", Makings.Customer(Company).With("ElectronicAddress", "0007:5599999991"));
        var without = await this.CustomerAsync();

        (await Api.GetAsync($"/customers/{with.Id}/autoinvoicerecipients")).Records.Count.ShouldBe(1);
        (await Api.GetAsync($"/customers/{without}/autoinvoicerecipients")).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_write_customers_is_told_why()
    {
        using var reader = As(Restaurang, Scope.SalesReadonly);
        using var bookkeeper = As(Restaurang, Scope.Accounting);
        using var auditor = As(Restaurang, "revisor@exempel.se", [Scope.Sales]);

        (await reader.GetAsync("/customers")).ShouldBe(HttpStatusCode.OK);
        (await reader.PostAsync("/customers", Makings.Customer(Company))).ShouldBeRefused(4006, HttpStatusCode.Forbidden);
        (await bookkeeper.GetAsync("/customers")).ShouldBeRefused(4006, HttpStatusCode.Forbidden);
        (await auditor.PostAsync("/customers", Makings.Customer(Company))).ShouldBeRefused(4019, HttpStatusCode.Forbidden);
        Set(settings => settings with { ProductVariant = 3 });
        (await Api.GetAsync("/customers")).ShouldBeRefused(4009, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/customerlabels")]
    [InlineData("/articlelabels")]
    public async Task Labels_are_made_changed_and_deleted_but_not_in_the_solo_variant(string path)
    {
        var made = await Api.MakeAsync(path, new JsonObject { ["Name"] = "Stamgäst" });
        var changed = (await Api.PutAsync($"{path}/{made.Id}", new JsonObject { ["Name"] = "Gäst", ["Description"] = "x" }))
            .ShouldBe(HttpStatusCode.OK);

        (await Api.GetAsync($"{path}/{made.Id}")).Text.ShouldBe(changed.Text);
        (await Api.PostAsync(path, new JsonObject { ["Name"] = new string('x', 51) })).ShouldBeRefused(2000);
        (await Api.DeleteAsync($"{path}/{made.Id}")).ShouldBe(HttpStatusCode.OK);
        (await Api.GetAsync(path)).Records.ShouldBeEmpty();
        Set(settings => settings with { ProductVariant = 4 });
        (await Api.GetAsync(path)).ShouldBeRefused(4009, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_customer_keeps_the_labels_it_names()
    {
        var label = await Api.MakeAsync("/customerlabels", new JsonObject { ["Name"] = "Stamgäst" });

        var made = await Api.MakeAsync("/customers", Makings.Customer(Company)
            .With("CustomerLabels", new JsonArray(new JsonObject { ["Name"] = "Stamgäst" })));

        ((Guid)made["CustomerLabels"]![0]!["Id"]!).ShouldBe(label.Id);
    }
}

public sealed class CheckedCustomerTests : SalesTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { Sales = new() { CheckCorporateIdentityNumber = true } } };

    [Theory]
    [InlineData("559999-9991", HttpStatusCode.Created)]
    [InlineData("16559999-9991", HttpStatusCode.Created)]
    [InlineData("559999-9992", HttpStatusCode.BadRequest)]
    [InlineData("559999", HttpStatusCode.BadRequest)]
    public async Task The_check_digit_of_an_organisation_number_can_be_tested(string number, HttpStatusCode status)
    {
        (await Api.PostAsync("/customers", Makings.Customer(Company).With("CorporateIdentityNumber", number)))
            .ShouldBe(status);
    }
}
