using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Outside;

/// <summary>Duplicates from outside as people see them, with a Spiris behind.</summary>
public sealed class OutsidePagesTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string Page = $"/finance/duplicates?company={Krogen}";

    private IntegratedRestaurants _restaurants = null!;
    private Visitor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        await _restaurants.TurnOnAsync(Krogen, syncSales: false);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "held");
        await _restaurants.PostByHandAsync(Krogen, "Z-rapport 64 KASSA1", new DateOnly(2021, 5, 5));
        _owner = new Visitor(_restaurants.Server.Address);
        await _owner.SignInAsync(DemoOrganisation.Email, DemoOrganisation.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _restaurants.DisposeAsync();
    }

    [Fact]
    public async Task A_look_before_turning_on_shows_the_day_and_turning_on_stops_it_until_it_is_linked()
    {
        await _owner.OpenAsync(Page);
        _owner.Notices.ShouldContain(notice => notice.StartsWith("No day waits here.", StringComparison.Ordinal));
        await _owner.PressAsync("Look in Spiris now");
        _owner.Said.ShouldContain("5 May 2021 Would wait for you");
        _owner.Said.ShouldContain("Voucher A1 names the Z number in its text.");
        _owner.Said.ShouldContain("1910 100,00 No");

        await StopAsync();
        await _owner.OpenAsync(Page);
        _owner.Said.ShouldContain("5 May 2021 Waits for you");
        await _owner.PressAsync("Already booked: it is A1");

        _owner.Notices.ShouldContain("The day is booked by that voucher. Nothing is sent.");
        _restaurants.Books(Krogen).Count.ShouldBe(1);
        await _owner.OpenAsync($"/closings/KASSA1/64?company={Krogen}");
        _owner.Said.ShouldContain("demo@openone.example decided: A1, made outside OPEN One, books this closing");
    }

    [Fact]
    public async Task A_day_that_is_not_booked_is_sent_and_the_question_is_not_asked_again()
    {
        await StopAsync();
        await _owner.OpenAsync(Page);

        await _owner.PressAsync("Not booked: send ours");

        _owner.Notices.ShouldContain("The day is sent.");
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        _restaurants.Books(Krogen).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_sees_the_comparison_and_decides_nothing_and_another_organisation_sees_nothing()
    {
        await StopAsync();
        var people = Restaurants.Of(_restaurants.Server);
        var closing = (await DeliveryAsync()).ClosingId.ToString();
        var voucher = (await DeliveryAsync()).Candidates[0].Id;
        using var reader = await people.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);
        reader.Said.ShouldContain("Only owners and bookkeepers can decide.");
        await PostAsync(reader, "/finance/duplicates/decide", ("choice", "link"), ("voucher", voucher), ("closings", closing));
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var neighbour = await people.NeighbourAsync();
        await neighbour.OpenAsync(Page);
        neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await neighbour.OpenAsync("/finance/duplicates");
        await PostAsync(neighbour, "/finance/duplicates/decide", ("choice", "link"), ("voucher", voucher), ("closings", closing));
        neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // A company of its own opens no door to another's closing.
        await neighbour.OpenAsync("/finance/duplicates");
        var token = Token(neighbour);
        await neighbour.PostAsync(
            "/finance/duplicates/decide?company=559997-0001", ("choice", "link"), ("voucher", voucher), ("closings", closing), ("__RequestVerificationToken", token));
        (await DeliveryAsync()).State.ShouldBe(DeliveryState.NeedsAttention);
    }

    [Theory]
    [InlineData("nonsense", "x")]
    [InlineData("link", "")]
    [InlineData("link", "no-such-voucher")]
    public async Task What_no_button_says_changes_nothing(string choice, string voucher)
    {
        await StopAsync();
        await _owner.OpenAsync(Page);

        await PostAsync(_owner, "/finance/duplicates/decide", ("choice", choice), ("voucher", voucher), ("closings", (await DeliveryAsync()).ClosingId.ToString()));

        ((int)_owner.Answer.StatusCode).ShouldBeLessThan(500);
        (await DeliveryAsync()).State.ShouldBe(DeliveryState.NeedsAttention);
    }

    private async Task StopAsync()
    {
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z64, "rejected");
    }

    private Task<VoucherDelivery> DeliveryAsync() =>
        _restaurants.Server.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync(delivery => delivery.ZNumber == 64));

    private static string Token(Visitor visitor) => visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static Task PostAsync(Visitor visitor, string address, params (string, string)[] fields) =>
        visitor.PostAsync($"{address}?company={Krogen}", [.. fields, ("__RequestVerificationToken", Token(visitor))]);
}
