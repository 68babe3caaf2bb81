using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain.Accounting;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Exports;

/// <summary>SIE export as people see it.</summary>
public sealed class ExportPagesTests : IAsyncLifetime
{
    private const string Krogen = Restaurants.Krogen;
    private const string Page = $"/finance/sie-export?company={Krogen}";
    private const string May = $"{Page}&first=2021-05-01&last=2021-05-31&grouping=EachClosing&series=";

    private Restaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await Restaurants.OpenAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task A_period_is_previewed_made_downloaded_and_stands_in_the_history()
    {
        await _restaurants.ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65);
        using var owner = await _restaurants.OwnerAsync();

        await owner.OpenAsync(Page);
        owner.Enter("From", "2021-05-01");
        owner.Enter("To", "2021-05-31");
        await owner.PressAsync("Preview");
        owner.Said.ShouldContain("2 closings in 2 vouchers, 5 458,00 kr in all.");
        owner.Said.ShouldContain("Dagskassa 2021-05-05 Z 64 KASSA1 2 040,00");
        owner.Said.ShouldContain("2610 282,80");

        await owner.PressAsync("Make the file");
        owner.Address.ShouldStartWith("/finance/sie-export/1?");
        owner.Notices.ShouldContain("The file is made. Download it and import it once.");
        owner.Said.ShouldContain("Z 64 KASSA1 · 5 May 2021 · voucher 1, account mapping version 1 · Skipped");

        var link = owner.Page.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await owner.DownloadAsync(link);
        (await owner.DownloadAsync(link)).ShouldBe(file);
        System.Text.Encoding.ASCII.GetString(file).ShouldStartWith("#FLAGGA 0");
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("Export 1 1 May 2021 – 31 May 2021");
        await owner.OpenAsync(May);
        owner.Said.ShouldContain("There is nothing to export in this period.");
        owner.Said.ShouldContain("exported in export 1");
    }

    [Fact]
    public async Task Days_that_are_exported_are_shown_on_the_integration_page_before_it_is_turned_on()
    {
        await MakeAsync(RealEvenings.Z64);
        using var owner = await _restaurants.OwnerAsync("sv");

        await owner.OpenAsync($"/integrations/finance/visma-ecom?company={Krogen}");
        owner.Said.ShouldContain("Dagar som utelämnas");
        owner.Said.ShouldContain("2021-05-05 – 2021-05-05 Export 1, 1 dagsavslut");

        await _restaurants.ReceiveAsync(RealEvenings.Z65);
        owner.Enter("Sync sales", "on");
        owner.Enter("Accounting from", "2021-05-01");
        owner.Enter("Verification series", "A");
        await owner.PressAsync("Spara");
        owner.Said.ShouldContain("Dagar som utelämnas");
        owner.Said.ShouldContain("1 ");
        await owner.OpenAsync($"/closings/KASSA1/64?company={Krogen}");
        owner.Said.ShouldContain("Det exporterades i SIE-export 1 och överförs därför inte.");
        owner.Said.ShouldContain("Ekonomi > SIE-export > Export 1 > Frisläpp");
    }

    [Fact]
    public async Task A_period_that_the_integration_transfers_is_refused_with_what_would_be_needed()
    {
        await _restaurants.Server.ReadAsync(async db =>
        {
            var company = await db.Companies.SingleAsync(row => row.Name.StartsWith("Krogen"));
            company.ChooseTransfer(true, new DateOnly(2021, 5, 6), VoucherSeries.Parse("A"));
            return await db.SaveChangesAsync();
        });
        await _restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await _restaurants.OwnerAsync();

        await owner.OpenAsync(May);

        owner.Notices.ShouldContain(notice => notice.Contains("What would be needed: a period that ends on 5 May 2021 at the latest", StringComparison.Ordinal));
        owner.Page.QuerySelectorAll("button").ShouldNotContain(button => Visitor.Plain(button) == "Make the file");
        await PostAsync(owner, $"/finance/sie-export/make?company={Krogen}", ("first", "2021-05-01"), ("last", "2021-05-31"), ("grouping", "EachClosing"));
        owner.Notices.ShouldContain(notice => notice.StartsWith("Nothing was exported: the integration transfers days", StringComparison.Ordinal));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_export_is_released_with_a_reason_and_a_confirmation_and_its_file_is_gone()
    {
        await MakeAsync(RealEvenings.Z64);
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync($"/finance/sie-export/1?company={Krogen}");

        await owner.PressAsync("Release the export");
        owner.Notices.ShouldContain(notice => notice.StartsWith("Nothing was released: write why", StringComparison.Ordinal));
        owner.Enter("Why", "Only a trial.");
        await owner.PressAsync("Release the export");
        owner.Notices.ShouldContain(notice => notice.StartsWith("Nothing was released: confirm first", StringComparison.Ordinal));
        owner.Enter("Why", "Only a trial.");
        owner.Enter("I have looked in the accounting program: this file was not imported.", "on");
        await owner.PressAsync("Release the export");

        owner.Notices.ShouldContain("The export is released. Its days are looked at anew.");
        owner.Said.ShouldContain("demo@openone.example Why Only a trial.");
        owner.Page.QuerySelector("a[download]").ShouldBeNull();
        await owner.OpenAsync($"/finance/sie-export/1/file?company={Krogen}");
        owner.Answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("Released");
    }

    [Fact]
    public async Task A_reader_sees_exports_and_can_neither_make_nor_release_one()
    {
        await MakeAsync(RealEvenings.Z64);
        await _restaurants.ReceiveAsync(RealEvenings.Z65);
        using var reader = await _restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);

        await reader.OpenAsync(May);
        reader.Said.ShouldContain("Only owners and bookkeepers can do this.");
        await PostAsync(reader, $"/finance/sie-export/make?company={Krogen}", ("first", "2021-05-01"), ("last", "2021-05-31"), ("grouping", "EachClosing"));
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await reader.OpenAsync(May);
        await PostAsync(reader, $"/finance/sie-export/1/release?company={Krogen}", ("reason", "Mine now."), ("notImported", "true"));
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _restaurants.Server.ReadAsync(db => db.ExportReleases.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_an_export_and_can_do_nothing_with_it()
    {
        await MakeAsync(RealEvenings.Z64);
        using var neighbour = await _restaurants.NeighbourAsync();

        foreach (var address in new[] { Page, May, $"/finance/sie-export/1?company={Krogen}", $"/finance/sie-export/1/file?company={Krogen}" })
        {
            await neighbour.OpenAsync(address);
            neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        foreach (var address in new[] { $"/finance/sie-export/make?company={Krogen}", $"/finance/sie-export/1/release?company={Krogen}" })
        {
            await neighbour.OpenAsync("/finance/sie-export");
            await PostAsync(neighbour, address, ("first", "2021-05-01"), ("last", "2021-05-31"), ("grouping", "EachClosing"), ("reason", "x"), ("notImported", "true"));
            neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Theory]
    [InlineData("first=2021-05-31&last=2021-05-01&grouping=EachClosing&series=")]
    [InlineData("first=2021-05-01&last=2099-05-31&grouping=EachClosing&series=")]
    [InlineData("first=nonsense&last=2021-05-31&grouping=EachClosing&series=")]
    [InlineData("first=2021-05-01&last=2021-05-31&grouping=99&series=")]
    [InlineData("first=2021-05-01&last=2021-05-31&grouping=EachClosing&series=TOOLONG")]
    [InlineData("first=2021-05-01&last=2021-05-31&grouping=EachClosing&series=%00")]
    public async Task What_nobody_can_mean_is_said_so_and_nothing_is_made(string query)
    {
        using var owner = await _restaurants.OwnerAsync();

        await owner.OpenAsync($"{Page}&{query}");

        owner.Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        owner.Page.QuerySelectorAll("main .problem").Select(Visitor.Plain)
            .ShouldContain(problem => problem.StartsWith("Nothing was exported: choose a period", StringComparison.Ordinal));
    }

    private async Task MakeAsync(params RealEvening[] evenings)
    {
        await _restaurants.ReceiveAsync(evenings);
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(May);
        await owner.PressAsync("Make the file");
        (await CountAsync()).ShouldBe(1);
    }

    private Task<int> CountAsync() => _restaurants.Server.ReadAsync(db => db.Exports.CountAsync());

    /// <summary>Posts with the token of the page that is open, as somebody who changes a form would.</summary>
    private static Task PostAsync(Visitor visitor, string address, params (string, string)[] fields)
    {
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return visitor.PostAsync(address, [.. fields, ("__RequestVerificationToken", token)]);
    }
}
