using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Customers;
using OpenOne.Spiris;
using SpirisSandbox.Customers;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Customers;

/// <summary>Two restaurants that invoice through Spiris, the tills of one of them, and somebody who works in Spiris itself.</summary>
public sealed class InvoicingRestaurant : IAsyncDisposable
{
    public const string Company = IntegratedRestaurants.Restaurang;
    public const string OtherCompany = IntegratedRestaurants.Krogen;

    private readonly HttpClient _spiris;

    private InvoicingRestaurant(IntegratedRestaurants both, HttpClient spiris) => (Both, _spiris) = (both, spiris);

    public IntegratedRestaurants Both { get; }

    public WaitingFaults Faults => Both.Sandbox.Faults;

    /// <summary>Its customers are read when a test says so, unless a test says how often.</summary>
    public static async Task<InvoicingRestaurant> StartAsync(params string[] settings)
    {
        var both = await IntegratedRestaurants.StartAsync(
            ["--Customers:ReadEvery=00:59:00", "--Customers:FreshFor=01:00:00", "--Customers:LookEvery=00:00:00.05", .. settings]);
        var spiris = new HttpClient { BaseAddress = new Uri(both.Sandbox.Address, "/v2/") };
        spiris.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", both.Sandbox.AccessToken(Company, "ea:api", "ea:sales"));
        var restaurant = new InvoicingRestaurant(both, spiris);
        foreach (var company in new[] { Company, OtherCompany })
        {
            // Read once before the worker does, so that it reads nothing of its own while a test arranges faults.
            await restaurant.ReadAsync(company);
            await restaurant.InvoiceAsync(company, true);
        }

        return restaurant;
    }

    /// <summary>Turns Invoice on or off.</summary>
    public Task<int> InvoiceAsync(string company, bool on)
    {
        var number = Domain.OrganisationNumber.Parse(company);
        return Both.Server.ReadAsync(db => db.Companies.Where(row => row.OrganisationNumber == number)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.InvoicesInSpiris, on)));
    }

    /// <summary>Reads what has changed in Spiris.</summary>
    internal async Task<CustomerLook> ReadAsync(string company = Company) =>
        await Both.Server.Services.GetRequiredService<CustomerReading>().ReadAsync(
            await Both.CompanyIdAsync(company), null, QuotaUse.Work, TestContext.Current.CancellationToken);

    /// <summary>Makes the next reading a whole one that is years later than anything, so that it shows what was deleted.</summary>
    public Task<int> ForgetReadingsAsync() => Both.Server.ReadAsync(async db =>
    {
        await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(row => row.ChangedInSpirisAt, DateTimeOffset.UnixEpoch));
        return await db.CustomerBooks.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadUntil, (DateTimeOffset?)null));
    });

    public CustomerTill Till(string company = Company) => new(Both.Server.Address, Both.Server.KeyOf(company));

    /// <summary>The company's customers as they stand in Spiris.</summary>
    public IReadOnlyList<CustomerApi> InSpiris() => [.. Both.Sandbox.State.Companies
        .Single(company => company.Settings.CorporateIdentityNumber == Company).Sales.Customers.All];

    /// <summary>Somebody creates a customer in Spiris.</summary>
    public async Task<JsonObject> CreateInSpirisAsync(
        string name, string? organisationNumber = null, string? customerNumber = null, bool isActive = true, bool isPrivatePerson = false)
    {
        var terms = (JsonObject)(await _spiris.GetFromJsonAsync<JsonNode>("termsofpayments"))!;
        var body = new JsonObject
        {
            ["Name"] = name,
            ["CorporateIdentityNumber"] = organisationNumber,
            ["CustomerNumber"] = customerNumber,
            ["IsPrivatePerson"] = isPrivatePerson,
            ["IsActive"] = isActive,
            ["InvoiceCity"] = "Göteborg",
            ["InvoicePostalCode"] = "411 01",
            ["TermsOfPaymentId"] = terms["Data"]![0]!["Id"]!.DeepClone(),
        };
        using var answer = await _spiris.PostAsJsonAsync("customers", body);
        answer.StatusCode.ShouldBeCreated();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Somebody changes a customer in Spiris.</summary>
    public async Task ChangeInSpirisAsync(JsonObject customer, string member, JsonNode? value)
    {
        customer[member] = value;
        using var answer = await _spiris.PutAsJsonAsync($"customers/{customer["Id"]}", customer);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Somebody deletes a customer in Spiris.</summary>
    public async Task DeleteInSpirisAsync(string id)
    {
        using var answer = await _spiris.DeleteAsync($"customers/{id}");
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _spiris.Dispose();
        await Both.DisposeAsync();
    }
}

/// <summary>A till at the moment when a guest wants an invoice.</summary>
public sealed class CustomerTill : IDisposable
{
    private readonly HttpClient _http;

    public CustomerTill(Uri server, string? key)
    {
        _http = new HttpClient { BaseAddress = server };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>The customer of most tests, as a till posts it.</summary>
    public static JsonObject Glasbruket() => new()
    {
        ["name"] = "Glasbruket AB",
        ["organisationNumber"] = "556016-0680",
        ["email"] = "faktura@glasbruket.example",
        ["address"] = "Storgatan 1",
        ["postalCode"] = "411 01",
        ["city"] = "Göteborg",
    };

    public CustomerTill InSwedish()
    {
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");
        return this;
    }

    public Task<Answer> CreateAsync(JsonObject customer) => CreateAsync(customer.ToJsonString());

    public async Task<Answer> CreateAsync(string document)
    {
        using var content = new StringContent(document, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("/api/v1/customers", UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> ListAsync(params (string Name, string Value)[] query) => FollowAsync(
        "/api/v1/customers?" + string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")));

    public async Task<Answer> FollowAsync(string address)
    {
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    /// <summary>The names that a search finds.</summary>
    public async Task<string[]> NamesAsync(string search) => NamesOf(await ListAsync(("search", search)));

    public static string[] NamesOf(Answer page) =>
        [.. page.Body["customers"]!.AsArray().Select(customer => (string)customer!["name"]!)];

    public void Dispose() => _http.Dispose();
}

internal static class Statuses
{
    public static void ShouldBeCreated(this HttpStatusCode status) => Assert.Equal(HttpStatusCode.Created, status);
}
