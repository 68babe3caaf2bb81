using System.Net;
using AngleSharp.Html.Dom;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class CompanySettingsPageTests
{
    private const string InvoiceDetails = "/settings/company/invoice-details";
    private const string AccountingInformation = "/settings/company/accounting-information";

    [Fact]
    public async Task The_next_invoice_number_of_zero_is_warned_of_and_can_be_set()
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);
        using var browser = await Browser.SignedInAsync(books);
        var page = await browser.OpenAsync(InvoiceDetails);
        page.Text.ShouldContain("the numbering never starts");

        var saved = await page.SubmitAsync("Save", ("Next invoice number", "5001"));

        saved.Notice.ShouldBe("Saved.");
        saved.Text.ShouldNotContain("the numbering never starts");
        (await books.Api.GetAsync("/companysettings")).Good["NextCustomerInvoiceNumber"]!.GetValue<int>().ShouldBe(5001);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("ett")]
    [InlineData("1000000000")]
    public async Task A_number_that_no_invoice_can_have_is_refused_with_a_sentence(string number)
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);
        using var browser = await Browser.SignedInAsync(books);

        var refused = await (await browser.OpenAsync(InvoiceDetails)).SubmitAsync("Save", ("Next invoice number", number));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error.ShouldBe("The next invoice number must be a whole number from 1 to 999999999.");
        refused.Field("Next invoice number").ShouldBeAssignableTo<IHtmlInputElement>()!.Value.ShouldBe(number);
        books.Company.Settings.NextCustomerInvoiceNumber.ShouldBe(0);
    }

    [Fact]
    public async Task Profit_units_are_switched_on_where_the_guide_says()
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);
        using var browser = await Browser.SignedInAsync(books, "sv");
        var page = await (await browser.OpenAsync("/accounting/profit-units")).FollowAsync("Bokföringsuppgifter");
        page.Heading.ShouldBe("Bokföringsuppgifter");

        await page.SubmitAsync("Spara", ("Använd resultatenheter", "on"));

        (await books.Api.GetAsync("/companysettings")).Good["UsesCostCenter"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task The_books_are_locked_through_the_month_that_was_written()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        await (await browser.OpenAsync(AccountingInformation)).SubmitAsync("Save", ("Accounting locked to", "2026-02"));
        (await PostAsync("2026-02-28")).ShouldBeRefused(4026);
        (await PostAsync("2026-03-01")).Status.ShouldBe(HttpStatusCode.Created);

        await (await browser.OpenAsync(AccountingInformation)).SubmitAsync("Save", ("Accounting locked to", ""));
        (await PostAsync("2026-02-28")).Status.ShouldBe(HttpStatusCode.Created);

        Task<Answer> PostAsync(string date) => books.Api.PostAsync("/vouchers", AVoucher.Of(date, (1910, 1m), (3001, -1m)));
    }

    [Fact]
    public async Task A_new_series_made_the_default_takes_the_vouchers()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var added = await (await browser.OpenAsync(AccountingInformation))
            .SubmitAsync("Add", ("Series", "z"), ("Name", "Kassarapporter"));
        await added.SubmitAsync("Make Z the default");

        var posted = await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)));
        posted.Good["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("Z1");
    }

    [Theory]
    [InlineData("A", "Ny", "The series A exists already.")]
    [InlineData("Å", "Ny", "A series is one to three letters")]
    [InlineData("ABCD", "Ny", "A series is one to three letters")]
    [InlineData("Z", "", "A series is one to three letters")]
    public async Task A_series_that_cannot_be_is_refused_with_a_sentence(string series, string name, string error)
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var refused = await (await browser.OpenAsync(AccountingInformation))
            .SubmitAsync("Add", ("Series", series), ("Name", name));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error!.ShouldStartWith(error);
    }

    [Fact]
    public async Task A_module_that_is_switched_off_closes_the_api()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var saved = await (await browser.OpenAsync("/settings/modules")).SubmitAsync("Save", ("Integration", "off"));

        saved.Notice.ShouldBe("Saved.");
        (await books.Api.GetAsync("/vouchers"))
            .ShouldBeRefused(4002, "No access to module: api_standard", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_product_variant_decides_what_the_company_has()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        await (await browser.OpenAsync("/settings/modules")).SubmitAsync("Save", ("Accounting (product variant)", "2"));

        (await books.Api.GetAsync("/voucherdrafts")).ShouldBeRefused(4009, status: HttpStatusCode.Forbidden);
        books.Company.Settings.ActivatedModules!.ShouldContain("order_standard");
    }

    [Fact]
    public async Task Who_may_only_read_changes_nothing()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books, email: "revisor@exempel.se");

        var refused = await (await browser.OpenAsync("/settings/modules")).SubmitAsync("Save", ("Integration", "off"));

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        books.Company.Settings.ActivatedModules!.ShouldContain("api_standard");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);
        using var browser = await Browser.SignedInAsync(books);
        using var form = new FormUrlEncodedContent([new("number", "5001")]);

        (await browser.PostAsync(InvoiceDetails, form)).Status.ShouldBe(HttpStatusCode.BadRequest);

        books.Company.Settings.NextCustomerInvoiceNumber.ShouldBe(0);
    }
}
