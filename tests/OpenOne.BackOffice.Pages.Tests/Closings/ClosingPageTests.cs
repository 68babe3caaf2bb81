using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Closings;

public sealed class ClosingPageTests
{
    private const string Address = $"/closings/EXEMPEL1/1284?company={Restaurants.Restaurang}";

    [Fact]
    public async Task The_register_stands_on_the_left_as_it_printed()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(MadeUpEvening.Z1284);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync(Address);

        var said = Visitor.Plain(owner.Page.QuerySelector(".of-register")!);
        said.ShouldContain("Mat servering food 12 % 31 450,40");
        said.ShouldContain("Total sales 62 350,75");
        said.ShouldContain("25 % 20 445,00 16 356,00 4 089,00");
        said.ShouldContain("Kort 49 812,40 3 180,00 52 992,40");
        said.ShouldContain("Rounding −0,25");
        said.ShouldContain("Cash difference −15,00");
        said.ShouldContain("88121");
        said.ShouldContain("Receipts 143");
    }

    [Fact]
    public async Task While_nothing_is_sent_the_voucher_on_the_right_is_a_preview_of_the_known_journal()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(MadeUpEvening.Z1284);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync(Address);

        var voucher = owner.Page.QuerySelector(".of-voucher")!;
        Visitor.Plain(voucher).ShouldStartWith("Voucher Preview");
        voucher.QuerySelector("tbody")!.QuerySelectorAll("tr").Select(Visitor.Plain).ShouldBe(
        [
            "1686 Kort 52 992,40", "1910 Kontant 2 214,00", "2421 Presentkort inlöst 1 250,00",
            "1510 Faktura 2 594,00",
            "1930 Swish 6 720,10", "3740 Öresavrundning 0,25", "3001 Starköl, Sprit, Vin 16 356,00",
            "3002 Mat servering, Lättöl/folköl servering m.fl. 32 460,16",
            "3003 Avhämtning mat, Avhämtning dryck 3 821,08", "2421 Presentkort 1 500,00",
            "2611 Utgående moms 25 % 4 089,00", "2621 Utgående moms 12 % 3 895,24", "2631 Utgående moms 6 % 229,27",
            "2820 Dricks 3 420,00", "6992 Kassadifferens 15,00", "1910 Kassadifferens 15,00",
        ]);
        Visitor.Plain(voucher.QuerySelector("tfoot")!).ShouldBe("Sum 65 785,75 65 785,75");
    }

    [Fact]
    public async Task Every_reason_stands_there_with_its_remedy()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(MadeUpEvening.Z1284);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync(Address);

        var state = Visitor.Plain(owner.Page.QuerySelector(".of-state")!);
        state.ShouldContain("Not in the books.");
        state.ShouldContain("Sync sales is off. Turn it on under Integrations > Finance > Visma Ecom.");
        state.ShouldContain("The integration has not been authorised for the company. Press Authorize");
    }

    [Fact]
    public async Task Try_again_is_for_those_who_may_change_things()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(MadeUpEvening.Z1284);
        using var owner = await restaurants.OwnerAsync();
        using var reader = await restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);

        await owner.OpenAsync(Address);
        await owner.PressAsync("Try again");
        await reader.OpenAsync(Address);

        owner.Address.ShouldBe(Address);
        reader.Page.QuerySelectorAll(".of-state button").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_is_given_back_byte_for_byte_with_its_digest_beside_it()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        var document = Encoding.UTF8.GetBytes($"  {ClosingWire.Of(RealEvenings.Z64.Report).ToJsonString()}\n");
        using var till = restaurants.Server.Till(Restaurants.Krogen);
        await till.SubmitAsync(document);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync($"/closings/KASSA1/64?company={Restaurants.Krogen}");
        var download = owner.Page.QuerySelector("a[download]")!.GetAttribute("href")!;

        owner.Said.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(document)));
        (await owner.DownloadAsync(download)).ShouldBe(document);
    }

    [Fact]
    public async Task Two_documents_with_one_Z_number_stand_side_by_side()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        var other = ClosingWire.Of(RealEvenings.Z64.Report);
        other["payments"] = new JsonArray(
            new JsonObject { ["method"] = "card", ["name"] = "Kort", ["amount"] = 2000.00m },
            new JsonObject { ["method"] = "swish", ["name"] = "Swish", ["amount"] = 40.00m });
        using var till = restaurants.Server.Till(Restaurants.Krogen);
        await till.SubmitAsync(other);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync($"/closings/KASSA1/64?company={Restaurants.Krogen}");

        owner.Page.QuerySelectorAll(".differs").Select(Visitor.Plain).ShouldBe(
            ["Kort 2 040,00 2 000,00 −40,00", "Swish 0,00 40,00 40,00"]);
        var later = owner.Page.QuerySelectorAll("a[download]").Single(link => Visitor.Plain(link) == "Later document");
        (await owner.DownloadAsync(later.GetAttribute("href")!)).ShouldBe(Encoding.UTF8.GetBytes(other.ToJsonString()));
    }

    [Fact]
    public async Task What_is_in_the_books_says_so_and_cannot_be_tried_again()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        await ClosingListTests.BookAsync(restaurants, zNumber: 64);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync($"/closings/KASSA1/64?company={Restaurants.Krogen}");

        var state = owner.Page.QuerySelector(".of-state")!;
        Visitor.Plain(state).ShouldBe("State Booked In the books as voucher A7.");
        state.QuerySelectorAll("button").ShouldBeEmpty();
    }
}
