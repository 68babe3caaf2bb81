using System.Net;
using System.Text.RegularExpressions;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Tests.Invoices;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Visitor;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>The owner presses Authorize, and chooses a company at Spiris: through both sides' own pages.</summary>
public sealed partial class WrongCompanyTests : IAsyncLifetime
{
    private const string Page = "/integrations/finance/visma-ecom";

    private GrantedRestaurant _restaurant = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurant = await GrantedRestaurant.StartAsync();
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _restaurant.Server.Address };
        await PostFormAsync("/sign-in", "/sign-in", new()
        {
            ["_handler"] = "sign-in", ["Input.Email"] = DemoOrganisation.Email, ["Input.Password"] = DemoOrganisation.Password,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _restaurant.DisposeAsync();
    }

    [Fact]
    public async Task S50_authorising_another_company_than_before_is_refused_and_nothing_reaches_the_wrong_books()
    {
        _restaurant.Sandbox.State.ChangePassword(_restaurant.Sandbox.State.FindUser("anna@exempel.se")!, "sandbox");
        await _restaurant.HeldForAccessAsync(RealEvenings.Z64);
        var before = await _restaurant.ConnectionAsync();
        _restaurant.Sandbox.Journal.Clear();

        (await AuthoriseAsync(chosenAtSpiris: IntegratedRestaurants.Restaurang)).ShouldContain("authorised=wrong-company");

        var after = await _restaurant.ConnectionAsync();
        (after.State, after.Revision).ShouldBe((ConnectionState.NeedsAuthorisation, before.Revision));
        after.RefreshToken.ShouldBe(before.RefreshToken);
        (await _restaurant.UntilAsync(RealEvenings.Z64, "held", "booked")).State.ShouldBe("held");
        _restaurant.VoucherCalls.ShouldBe(0);
        _restaurant.Restaurants.Books(IntegratedRestaurants.Restaurang).ShouldBeEmpty();
        _restaurant.Sandbox.State.Grants.All.ShouldBeEmpty("what was granted by mistake is handed back");

        (await AuthoriseAsync(chosenAtSpiris: GrantedRestaurant.Company)).ShouldContain("authorised=yes");

        (await _restaurant.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        _restaurant.Books.Count.ShouldBe(1);
        _restaurant.Restaurants.Books(IntegratedRestaurants.Restaurang).ShouldBeEmpty();
    }

    [Fact]
    public async Task S50_a_wrong_choice_does_not_harm_an_access_that_works()
    {
        (await AuthoriseAsync(chosenAtSpiris: IntegratedRestaurants.Restaurang)).ShouldContain("authorised=wrong-company");

        await _restaurant.SubmitAsync(RealEvenings.Z64);

        (await _restaurant.UntilAsync(RealEvenings.Z64, "booked", "held")).State.ShouldBe("booked");
        _restaurant.Restaurants.Books(IntegratedRestaurants.Restaurang).ShouldBeEmpty();
    }

    [Fact]
    public async Task S50_no_receipt_is_invoiced_by_the_company_that_was_chosen_by_mistake()
    {
        await _restaurant.Restaurants.ChooseInvoicingAsync(GrantedRestaurant.Company);
        _restaurant.Sandbox.State.ChangePassword(_restaurant.Sandbox.State.FindUser("anna@exempel.se")!, "sandbox");
        await _restaurant.HeldForAccessAsync(RealEvenings.Z64);
        using var till = _restaurant.Server.Till(GrantedRestaurant.Company);

        (await AuthoriseAsync(chosenAtSpiris: IntegratedRestaurants.Restaurang)).ShouldContain("authorised=wrong-company");
        (await till.InvoiceAsync(InvoiceWire.Lunch("88121", "KASSA1"))).Problem.ShouldBe("/problems/not-authorised");

        var (ours, theirs) = (_restaurant.Restaurants.InSpiris(GrantedRestaurant.Company), _restaurant.Restaurants.InSpiris(IntegratedRestaurants.Restaurang));
        (ours.Sales.CustomerInvoices.Count, theirs.Sales.CustomerInvoices.Count, theirs.Sales.CustomerInvoiceDrafts.Count, theirs.Sales.Customers.Count)
            .ShouldBe((0, 0, 0, 0));
    }

    /// <summary>Presses Authorize for the restaurant, chooses a company at Spiris and grants.</summary>
    /// <returns>Where the browser ends up.</returns>
    private async Task<string> AuthoriseAsync(string chosenAtSpiris)
    {
        var toSpiris = await PostFormAsync(Page, $"{Page}/authorize", new() { ["company"] = GrantedRestaurant.Company });
        using var owner = new SandboxVisitor(_restaurant.Sandbox.Address);
        var back = await owner.AuthoriseAsync(toSpiris, chosenAtSpiris, cancellation: TestContext.Current.CancellationToken);
        using var landed = await _browser.GetAsync(back, TestContext.Current.CancellationToken);
        return landed.Headers.Location!.ToString();
    }

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    /// <returns>Where it leads.</returns>
    private async Task<Uri> PostFormAsync(string page, string address, Dictionary<string, string> fields)
    {
        var html = await _browser.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        fields["__RequestVerificationToken"] = ForgeryToken().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _browser.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return answer.Headers.Location!;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex ForgeryToken();
}
