using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Sweeps;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Sweeps;

/// <summary>What people see of the sweeps, and what they decide, with a Spiris behind it.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string Page = $"/finance/reconciliation?company={Krogen}";

    private IntegratedRestaurants _restaurants = null!;
    private Visitor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        _owner = new Visitor(_restaurants.Server.Address);
        await _owner.SignInAsync(DemoOrganisation.Email, DemoOrganisation.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _restaurants.DisposeAsync();
    }

    [Fact]
    public async Task A_check_that_finds_nothing_says_how_many_vouchers_are_as_they_were_booked()
    {
        await BookAsync(RealEvenings.Z64, RealEvenings.Z65);

        await CheckAsync();

        _owner.Notices.ShouldContain("2 vouchers, all as they were booked.");
        _owner.Said.ShouldContain("1 May 2021 – 31 May 2021 demo@openone.example 2 All as booked");
        await _owner.OpenAsync("/closings");
        _owner.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_period_that_nobody_can_mean_is_refused()
    {
        foreach (var (first, last) in new[] { ("2021-06-01", "2021-05-01"), ("2015-01-01", "2021-01-01"), ("", "2021-05-31"), ("0001-01-01", "0001-01-02") })
        {
            await AskAsync(first, last);

            _owner.Notices.ShouldContain(notice => notice.StartsWith("Nothing was checked", StringComparison.Ordinal), $"{first} to {last}");
        }

        (await _restaurants.Server.ReadAsync(db => db.Sweeps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_duplicate_is_told_on_every_page_where_somebody_looks_until_a_person_has_reversed_it()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new DuplicateWork());
        await BookAsync(RealEvenings.Z64);

        await CheckAsync();
        _owner.Said.ShouldContain("More than once in Spiris");
        foreach (var address in new[] { "/closings", $"/integrations/finance/visma-ecom?company={Krogen}" })
        {
            await _owner.OpenAsync(address);
            _owner.Notices.ShouldContain(notice => notice.StartsWith("Posting is stopped for", StringComparison.Ordinal), address);
        }

        await _owner.PressAsync("See what to do");
        await _owner.PressAsync("Z 64");
        _owner.Said.ShouldContain("Rättelse av A1: Dagskassa 2021-05-05 Z 64 KASSA1", customMessage: "A2 was answered, so A1 is too many");
        await _owner.PressAsync("I have reversed A1");

        _owner.Said.ShouldContain("demo@openone.example has reversed A1");
        _owner.Said.ShouldNotContain("There is one too many");
        await _owner.OpenAsync("/closings");
        _owner.Notices.ShouldBeEmpty();
        await BookAsync(RealEvenings.Z65);
    }

    [Fact]
    public async Task Of_two_that_were_found_a_person_says_which_is_right_and_posting_goes_on()
    {
        await BookAsync(RealEvenings.Z64);
        var key = VoucherKey.For(RealEvenings.Z65.Company, RealEvenings.Z65.Report.Key);
        await _restaurants.PostByHandAsync(Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z65.Report.BusinessDate);
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseAnswer());
        await _restaurants.SubmitAsync(RealEvenings.Z65);
        await _restaurants.UntilAsync(RealEvenings.Z65, "rejected");
        await _restaurants.SubmitAsync(RealEvenings.Z66);
        await _restaurants.UntilAsync(RealEvenings.Z66, "held");

        await _owner.OpenAsync(AddressOf(65));
        _owner.Said.ShouldContain("Which one is right?");
        _owner.Said.ShouldContain("Rättelse av A2: Dagskassa 2021-05-06 Z 65 KASSA1");
        _owner.Said.ShouldContain("Rättelse av A3: Dagskassa 2021-05-06 Z 65 KASSA1");
        _owner.Page.QuerySelectorAll("form[action*='try-again']").ShouldBeEmpty();
        await _owner.PressAsync("A3 is right");

        _owner.Said.ShouldContain("In the books as voucher A3.");
        _owner.Said.ShouldContain("demo@openone.example decided: A3 is right, the others have been reversed");
        (await _restaurants.UntilAsync(RealEvenings.Z66, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A4");
        await CheckAsync();
        _owner.Notices.ShouldContain("3 vouchers, all as they were booked.");
    }

    [Fact]
    public async Task What_looks_like_it_is_recognised_by_a_person()
    {
        await LoseAndEditAsync();

        await _owner.OpenAsync(AddressOf(64));
        await _owner.PressAsync("A1 is this closing");

        _owner.Said.ShouldContain("In the books as voucher A1.");
        _owner.Said.ShouldContain("demo@openone.example decided: A1 is this closing");
        _restaurants.Books(Krogen).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_only_looks_like_it_is_left_and_ours_is_sent()
    {
        await LoseAndEditAsync();

        await _owner.OpenAsync(AddressOf(64));
        await _owner.PressAsync("None of them; send ours");

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A2");
        await _owner.OpenAsync(AddressOf(64));
        _owner.Said.ShouldContain("demo@openone.example decided: not A1; to be sent");
    }

    [Fact]
    public async Task A_voucher_that_was_taken_back_is_marked_as_corrected_with_the_number_of_the_other()
    {
        await BookAsync(RealEvenings.Z64);
        await _owner.OpenAsync(AddressOf(64));

        _owner.Enter("Number of the reversing voucher", "A7");
        await _owner.PressAsync("Mark as corrected");

        _owner.Said.ShouldContain("Was in the books as voucher A1 and has been reversed by another voucher.");
        _owner.Said.ShouldContain("demo@openone.example has reversed the voucher by A7");
        using var till = _restaurants.Server.Till(Krogen);
        (await till.AskAsync("KASSA1", 64)).State.ShouldBe("corrected");
    }

    [Fact]
    public async Task A_reader_sees_and_decides_nothing()
    {
        await BookAsync(RealEvenings.Z64);
        using var reader = await ReaderAsync();
        await reader.OpenAsync(Page);
        reader.Page.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        var token = reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var (address, choice) in new[]
        {
            ($"/finance/reconciliation/check?company={Krogen}", ""),
            ($"/finance/reconciliation/settle?company={Krogen}", ""),
            (AddressOf(64).Replace("?", "/decide?", StringComparison.Ordinal), "corrected"),
        })
        {
            await reader.PostAsync(address, ("__RequestVerificationToken", token), ("choice", choice), ("voucher", "A7"));

            reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }
    }

    [Fact]
    public async Task A_decision_that_another_site_made_the_browser_post_is_refused()
    {
        await BookAsync(RealEvenings.Z64);

        await _owner.PostAsync(AddressOf(64).Replace("?", "/decide?", StringComparison.Ordinal), ("choice", "corrected"), ("voucher", "A7"));

        _owner.Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _restaurants.Server.ReadAsync(db => db.Decisions.CountAsync())).ShouldBe(0);
    }

    /// <summary>Spiris books Z 64, the answer is lost, and somebody there changes the text before we search.</summary>
    private async Task LoseAndEditAsync()
    {
        var books = _restaurants.Sandbox.State.Company(Krogen);
        books.Committed += (_, changes) =>
        {
            if (books.Vouchers.FirstOrDefault() is { } voucher && voucher.VoucherText.Contains("[k:", StringComparison.Ordinal) && voucher.Number == 1)
            {
                books.Vouchers.Put(voucher with { VoucherText = "Dagskassa onsdag" });
            }
        };
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseAnswer());
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "rejected");
    }

    private async Task BookAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            await _restaurants.SubmitAsync(evening);
            (await _restaurants.UntilAsync(evening, "booked", "held", "rejected")).State.ShouldBe("booked");
        }
    }

    private async Task AskAsync(string first, string last)
    {
        await _owner.OpenAsync(Page);
        _owner.Field("From").SetAttribute("type", "text");
        _owner.Field("To").SetAttribute("type", "text");
        _owner.Enter("From", first);
        _owner.Enter("To", last);
        await _owner.PressAsync("Check now");
    }

    /// <summary>Presses Check now for May 2021, and opens the page again when the sweep has ended.</summary>
    private async Task CheckAsync()
    {
        var desk = _restaurants.Server.Services.GetRequiredService<SweepDesk>();
        var feed = _restaurants.Server.Services.GetRequiredService<ClosingFeed>();
        var company = await _restaurants.Server.ReadAsync(db => db.Companies
            .Where(company => company.OrganisationNumber == OrganisationNumber.Parse(Krogen))
            .Select(company => company.Id).SingleAsync());
        using var told = new SemaphoreSlim(0);
        void Tell(Guid changed) => told.Release();
        feed.Changed += Tell;
        await AskAsync("2021-05-01", "2021-05-31");
        while (desk.Of(company) is not null)
        {
            await told.WaitAsync(TestContext.Current.CancellationToken);
        }

        feed.Changed -= Tell;
        await _owner.OpenAsync(Page);
    }

    private Task<Visitor> ReaderAsync() => Restaurants.Of(_restaurants.Server).MemberAsync("reader@openone.example", MemberRole.Reader);

    private static string AddressOf(int zNumber) => $"/closings/KASSA1/{zNumber}?company={Krogen}";
}
