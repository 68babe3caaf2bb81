using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Registers;

public sealed class CompanySettingsTests
{
    private const string Path = "/companysettings";

    [Fact]
    public async Task What_was_read_can_be_put_back_and_changes_nothing()
    {
        await using var books = await OpenBooks.OpenAsync();
        var read = (await books.Api.GetAsync(Path)).Good;

        var put = await books.Api.PutAsync(Path, read);

        put.Good.Text().ShouldBe(read.Text());
    }

    [Fact]
    public async Task What_is_left_out_is_emptied_and_what_is_read_only_stays()
    {
        await using var books = await OpenBooks.OpenAsync();
        var full = (await books.Api.GetAsync(Path)).Good.AsObject();
        full["LatePaymentFee"] = 60;
        full["CompanyText"]!["OrderTextDomestic"] = "Tack för din beställning";
        await books.Api.PutAsync(Path, full);

        var put = await books.Api.PutAsync(Path, new
        {
            Name = "Nytt Namn AB",
            Address1 = "Gatan 2",
            CountryCode = "SE",
            PostalCode = "222 22",
            City = "Lund",
            NextCustomerInvoiceNumber = 1,
            UsesCostCenter = false,
        });

        put.Good["Name"]!.GetValue<string>().ShouldBe("Nytt Namn AB");
        put.Good["BankGiro"].ShouldBeNull();
        put.Good["CompanyText"]!["OrderTextDomestic"].ShouldBeNull();
        put.Good["LatePaymentFee"]!.GetValue<int>().ShouldBe(60, "null is documented to skip it");
        put.Good["NextCustomerInvoiceNumber"]!.GetValue<int>().ShouldBe(1001);
        put.Good["UsesCostCenter"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("Name", null)]
    [InlineData("City", "")]
    [InlineData("CountryCode", "SWE")]
    [InlineData("LatePaymentFee", 100_000)]
    public async Task Settings_outside_their_bounds_are_refused(string property, object? value)
    {
        await using var books = await OpenBooks.OpenAsync();
        var body = (await books.Api.GetAsync(Path)).Good.AsObject();
        body[property] = value is null ? null : JsonValue.Create(value);

        (await books.Api.PutAsync(Path, body)).ShouldBeRefused(2000, property);
    }

    [Fact]
    public async Task A_text_of_more_than_400_characters_is_refused()
    {
        await using var books = await OpenBooks.OpenAsync();
        var body = (await books.Api.GetAsync(Path)).Good.AsObject();
        body["CompanyText"]!["OverDueTextForeign"] = new string('x', 401);

        (await books.Api.PutAsync(Path, body)).ShouldBeRefused(2000, "CompanyText.OverDueTextForeign");
    }

    [Fact]
    public async Task Rot_and_rut_are_set_once_the_company_uses_them()
    {
        await using var books = await OpenBooks.OpenAsync();
        var rot = new { RotReducedInvoicingPercent = 0.5, RotReducedInvoicingMaxAmount = 40_000 };
        (await books.Api.PutAsync(Path + "/rotrut", rot)).ShouldBeRefused(4002);
        var body = (await books.Api.GetAsync(Path)).Good.AsObject();
        body["UsesRotReducedInvoicing"] = true;
        await books.Api.PutAsync(Path, body);

        var put = await books.Api.PutAsync(Path + "/rotrut", rot);

        put.Status.ShouldBe(HttpStatusCode.OK);
        put.Good["CompanyRotRutSettings"]!["RotReducedInvoicingPercent"]!.GetValue<decimal>().ShouldBe(0.5m);
        (await books.Api.PutAsync(Path + "/rotrut", new { RutReducedInvoicingPercent = 1.01 })).ShouldBeRefused(2000);
    }
}
