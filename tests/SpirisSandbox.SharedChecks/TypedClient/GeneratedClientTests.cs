using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>The main resources, driven by a client that was generated from the published document of 2021-10.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime
{
    private const string Restaurant = "559999-9991";
    private static readonly DateTimeOffset _day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly QueryHandler _query = new();
    private Sandbox? _sandbox;
    private HttpClient? _http;
    private GeneratedClient? _client;

    public async ValueTask InitializeAsync()
    {
        if (PublishedFile.IsHere)
        {
            _sandbox = await Sandbox.StartAsync(time: new FakeTimeProvider(_day.AddHours(21)));
            _http = new HttpClient(_query) { BaseAddress = _sandbox.Address };
            var token = _sandbox.AccessToken(Restaurant, [Scope.Api, Scope.Sales, Scope.Accounting]);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            _client = await GeneratedClient.ForAsync(_http);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _query.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task Settings_years_and_accounts_are_read()
    {
        var settings = await _client!.Api.CompanySettingsV2_GetAsync();
        var years = await _client.Api.FiscalYearsV2_GetAllAsync();
        var accounts = await _client.Api.AccountsV2_GetAsync();

        ((string)settings.CorporateIdentityNumber).ShouldBe(Restaurant);
        ((int)years.Data.Count).ShouldBe(_sandbox!.State.Company(Restaurant).FiscalYears.Count);
        ((int)accounts.Meta.TotalNumberOfResults).ShouldBe(_sandbox.State.Company(Restaurant).Accounts.Count);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_voucher_is_posted_listed_and_found_by_its_text()
    {
        var posted = await PostVoucherAsync("Dagskassa Z-118");
        await PostVoucherAsync("Dagskassa Z-119");
        var all = await _client!.Api.VouchersV2_GetAsync();
        _query.Query = "$filter=VoucherText eq 'Dagskassa Z-118'";
        var found = await _client.Api.VouchersV2_GetAsync();

        ((int)all.Data.Count).ShouldBe(2);
        var one = Enumerable.Single(found.Data);
        ((Guid)one.Id).ShouldBe((Guid)posted.Id);
        ((DateTimeOffset)one.VoucherDate).Date.ShouldBe(_day.Date);
        ((double)Enumerable.First(one.Rows).DebitAmount).ShouldBe(100);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_customer_and_an_article_are_made_and_read_again()
    {
        var terms = await _client!.Api.TermsOfPaymentsV2_GetAsync();
        dynamic customer = _client.New("CustomerApi");
        customer.Name = "Festsällskapet AB";
        customer.InvoiceCity = "Borås";
        customer.InvoicePostalCode = "503 30";
        customer.IsActive = true;
        customer.TermsOfPaymentId = Enumerable.First(terms.Data).Id;
        var made = await _client.Api.CustomersV2_PostAsync(customer);
        var read = await _client.Api.CustomersV2_GetAsync();

        ((Guid)Enumerable.Single(read.Data).Id).ShouldBe((Guid)made.Id);
        ((string)Enumerable.Single(read.Data).Name).ShouldBe("Festsällskapet AB");
    }

    private async Task<dynamic> PostVoucherAsync(string text)
    {
        dynamic voucher = _client!.New("VoucherApi");
        voucher.VoucherDate = _day;
        voucher.VoucherText = text;
        voucher.Rows.Add(Row(1910, debit: 100, credit: 0));
        voucher.Rows.Add(Row(3001, debit: 0, credit: 100));
        return await _client.Api.VouchersV2_PostAsync(voucher, null, null, null);
    }

    private dynamic Row(int account, double debit, double credit)
    {
        dynamic row = _client!.New("VoucherRowApi");
        row.AccountNumber = account;
        row.DebitAmount = debit;
        row.CreditAmount = credit;
        return row;
    }
}
