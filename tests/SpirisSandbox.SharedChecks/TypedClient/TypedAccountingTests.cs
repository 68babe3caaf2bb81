using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>The main resources, driven by a client whose types are generated from the published document of 2021-10.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime
{
    private const string Restaurant = "559999-9991";
    private static readonly DateTimeOffset _day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private Sandbox? _sandbox;
    private HttpClient? _http;
    private GeneratedClient? _client;

    public async ValueTask InitializeAsync()
    {
        if (PublishedFile.IsHere)
        {
            _sandbox = await Sandbox.StartAsync(time: new FakeTimeProvider(_day.AddHours(21)));
            _http = new HttpClient { BaseAddress = _sandbox.Address };
            var token = _sandbox.AccessToken(Restaurant, [Scope.Api, Scope.Sales, Scope.Accounting]);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            _client = new GeneratedClient(_http);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task Settings_years_and_accounts_are_read()
    {
        var settings = await _client!.GetAsync("CompanySettingsApi", "companysettings");
        var years = await _client.ListAsync("FiscalYearApi", "fiscalyears");
        var accounts = await _client.ListAsync("AccountApi", "accounts");

        ((string)settings.CorporateIdentityNumber).ShouldBe(Restaurant);
        ((int)years.Data.Count).ShouldBe(_sandbox!.State.Company(Restaurant).FiscalYears.Count);
        ((int)accounts.Meta.TotalNumberOfResults).ShouldBe(_sandbox.State.Company(Restaurant).Accounts.Count);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_voucher_is_posted_listed_and_found_by_its_text()
    {
        var posted = await PostVoucherAsync("Dagskassa Z-118");
        await PostVoucherAsync("Dagskassa Z-119");

        var all = await _client!.ListAsync("VoucherApi", "vouchers");
        var found = await _client.ListAsync("VoucherApi", "vouchers?$filter=VoucherText eq 'Dagskassa Z-118'");

        ((int)all.Data.Count).ShouldBe(2);
        ((int)found.Data.Count).ShouldBe(1);
        ((Guid)found.Data[0].Id).ShouldBe((Guid)posted.Id);
        ((DateTimeOffset)found.Data[0].VoucherDate).Date.ShouldBe(_day.Date);
        ((double)found.Data[0].Rows[0].DebitAmount).ShouldBe(100);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_customer_is_made_and_read_again()
    {
        var terms = await _client!.ListAsync("TermsOfPaymentApi", "termsofpayments");
        var customer = GeneratedClient.New("CustomerApi");
        customer.Name = "Festsällskapet AB";
        customer.InvoiceCity = "Borås";
        customer.InvoicePostalCode = "503 30";
        customer.IsPrivatePerson = false;
        customer.IsActive = true;
        customer.TermsOfPaymentId = terms.Data[0].Id;

        var made = await _client.PostAsync("CustomerApi", "customers", customer);
        var read = await _client.GetAsync("CustomerApi", $"customers/{made.Id}");

        ((string)read.Name).ShouldBe("Festsällskapet AB");
        ((Guid)read.TermsOfPaymentId).ShouldBe((Guid)terms.Data[0].Id);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task An_article_is_made_and_read_again()
    {
        var codings = await _client!.ListAsync("ArticleAccountCodingAPI", "articleaccountcodings");
        var units = await _client.ListAsync("UnitApi", "units");
        var article = GeneratedClient.New("ArticleApi");
        article.Number = "K1";
        article.Name = "Trerättersmeny";
        article.IsActive = true;
        article.CodingId = codings.Data[0].Id;
        article.UnitId = units.Data[0].Id;
        article.NetPrice = 100d;

        var made = await _client.PostAsync("ArticleApi", "articles", article);
        var read = await _client.GetAsync("ArticleApi", $"articles/{made.Id}");

        ((double)read.NetPrice).ShouldBe(100);
        ((string)read.UnitName).ShouldBe((string)units.Data[0].Name);
    }

    private async Task<dynamic> PostVoucherAsync(string text)
    {
        var voucher = GeneratedClient.New("VoucherApi");
        voucher.VoucherDate = _day;
        voucher.VoucherText = text;
        voucher.Rows.Add(Row(1910, debit: 100, credit: 0));
        voucher.Rows.Add(Row(3001, debit: 0, credit: 100));
        return await _client!.PostAsync("VoucherApi", "vouchers", voucher);
    }

    private static dynamic Row(long account, double debit, double credit)
    {
        var row = GeneratedClient.New("VoucherRowApi");
        row.AccountNumber = account;
        row.DebitAmount = debit;
        row.CreditAmount = credit;
        return row;
    }
}
