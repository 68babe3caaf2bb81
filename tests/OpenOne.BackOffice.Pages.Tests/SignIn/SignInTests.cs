using System.Net;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task Whoever_has_not_signed_in_is_asked_to_and_then_gets_what_was_asked_for()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = restaurants.Stranger();

        await owner.OpenAsync("/integrations");
        owner.Address.ShouldStartWith("/sign-in");
        owner.Enter("Email", DemoOrganisation.Email);
        owner.Enter("Password", DemoOrganisation.Password);
        await owner.PressAsync("Sign in");

        owner.Address.ShouldBe("/integrations");
        owner.Page.QuerySelector("h1")!.TextContent.ShouldBe("Integrations");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_told_apart_by_nobody()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var visitor = restaurants.Stranger();

        await visitor.SignInAsync("nobody@openone.example", "wrong");
        var unknown = visitor.Notices.Single();
        await visitor.SignInAsync(DemoOrganisation.Email, "wrong");

        visitor.Notices.Single().ShouldBe(unknown);
        visitor.Address.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Guessing_ends_with_the_door_locked_even_for_the_right_password()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var visitor = restaurants.Stranger();

        for (var guess = 0; guess < 5; guess++)
        {
            await visitor.SignInAsync(DemoOrganisation.Email, "wrong");
        }

        await visitor.SignInAsync(DemoOrganisation.Email, DemoOrganisation.Password);

        visitor.Notices.Single().ShouldStartWith("Too many wrong passwords.");
        await visitor.OpenAsync("/closings");
        visitor.Address.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();

        await owner.PressAsync("Sign out");
        await owner.OpenAsync("/closings");

        owner.Address.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task What_another_site_makes_the_browser_post_is_refused()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        string[] addresses =
        [
            "/sign-out", "/organisation", "/language", "/closings/KASSA1/64/try-again?company=559998-1239",
            "/integrations/finance/visma-ecom?company=559998-1239", "/integrations/finance/visma-ecom/authorize",
        ];

        foreach (var address in addresses)
        {
            await owner.PostAsync(
                address, ("_handler", "settings"), ("organisation", Guid.Empty.ToString()), ("language", "sv"),
                ("company", Restaurants.Krogen));

            owner.Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            owner.Said.ShouldContain("Nothing was changed.", customMessage: address);
        }

        await owner.OpenAsync("/closings");
        owner.Address.ShouldBe("/closings");
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("/\t/elsewhere.example/", "/")]
    [InlineData("elsewhere", "/")]
    [InlineData(null, "/")]
    [InlineData("/closings?state=booked", "/closings?state=booked")]
    public void Nobody_is_sent_on_to_another_host(string? asked, string sent) =>
        ReturnAddress.OrHome(asked).ShouldBe(sent);
}
