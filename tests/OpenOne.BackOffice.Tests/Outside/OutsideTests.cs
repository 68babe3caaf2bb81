using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Outside;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Outside;
using OpenOne.Domain.Sweeps;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Outside;

/// <summary>What others have booked in Spiris is found before anything of ours is sent.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string Owner = "owner@openone.example";

    private static readonly DateOnly _first = new(2021, 5, 1);
    private static readonly DateOnly _last = new(2021, 5, 31);

    private IntegratedRestaurants _restaurants = null!;
    private Guid _company;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        _company = await _restaurants.CompanyIdAsync(Krogen);
        await _restaurants.TurnOnAsync(Krogen, syncSales: false);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66 })
        {
            await _restaurants.SubmitAsync(evening);
            await _restaurants.UntilAsync(evening, "held");
        }
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Theory]
    [InlineData(ExportGrouping.EachClosing)]
    [InlineData(ExportGrouping.CompanyAndDay)]
    public async Task A_sie_file_imported_by_hand_before_a_backfill_is_found_and_stops_exactly_those_days(ExportGrouping grouping)
    {
        await ImportAsync(await FileAsync(new(2021, 5, 5), new(2021, 5, 6), grouping));
        _restaurants.Books(Krogen).Count.ShouldBe(2);

        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z66, "booked");

        var deliveries = await DeliveriesAsync();
        deliveries.Select(delivery => delivery.State).ShouldBe([DeliveryState.NeedsAttention, DeliveryState.NeedsAttention, DeliveryState.Booked]);
        deliveries[0].Reasons.ShouldBe([Reason.Of(ReasonCodes.BookedOutside, "A1")]);
        deliveries[1].Reasons.ShouldBe([Reason.Of(ReasonCodes.BookedOutside, "A2")]);
        _restaurants.Books(Krogen).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_person_links_one_day_and_sends_another_and_the_next_sweep_finds_what_was_sent_twice()
    {
        await ImportAsync(await FileAsync(new(2021, 5, 5), new(2021, 5, 6), ExportGrouping.EachClosing));
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z66, "booked");
        var (linked, sent) = ((await DeliveriesAsync())[0], (await DeliveriesAsync())[1]);

        (await Decisions.ChooseAsync(new(linked.ClosingId, 0), linked.Candidates[0].Id, Owner, Cancellation)).ShouldBeTrue();
        (await Decisions.SendAsync(new(sent.ClosingId, 0), Owner, Cancellation)).ShouldBeTrue();
        await _restaurants.UntilAsync(RealEvenings.Z65, "booked");

        var now = await DeliveriesAsync();
        (now[0].State, now[0].Posted!.Number, now[0].IsBookedOutside, now[0].Attempts).ShouldBe((DeliveryState.Booked, "A1", true, 0));
        (now[1].State, now[1].IsBookedOutside, now[1].Attempts).ShouldBe((DeliveryState.Booked, false, 1));
        _restaurants.Books(Krogen).Count.ShouldBe(4);
        (await _restaurants.Server.ReadAsync(db => db.Decisions.OrderBy(decision => decision.Id).Select(decision => decision.Kind).ToListAsync()))
            .ShouldBe([DecisionKind.Linked, DecisionKind.SentAnew]);

        // A person has said of Z 65 that it is another's, so the sweep says nothing of it; nor of Z 64, which is booked as it stands.
        (await SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_books_by_hand_after_us_is_found_by_the_sweep_until_one_of_the_two_is_reversed()
    {
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z66, "booked");
        (await SweepAsync()).ShouldBeEmpty();
        await _restaurants.PostByHandAsync(Krogen, "Z-rapport 65 KASSA1", new DateOnly(2021, 5, 6));

        var finding = (await SweepAsync()).ShouldHaveSingleItem();
        (finding.Kind, finding.Date, string.Join(", ", finding.Vouchers.Select(voucher => voucher.Number)))
            .ShouldBe((FindingKind.AlsoOutside, new DateOnly(2021, 5, 6), "A2, A4"));

        (await Decisions.DismissAsync(finding.ClosingId!.Value, finding.Vouchers[1].Id, Owner, Cancellation)).ShouldBeTrue();
        (await SweepAsync()).ShouldBeEmpty();
        (await Decisions.DismissAsync(finding.ClosingId!.Value, finding.Vouchers[1].Id, Owner, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_look_before_the_integration_is_turned_on_names_the_days_and_how_they_were_found()
    {
        await ImportAsync(await FileAsync(new(2021, 5, 5), new(2021, 5, 5), ExportGrouping.EachClosing));
        await _restaurants.PostByHandAsync(Krogen, "Insättning", new DateOnly(2021, 5, 6));

        var looked = (await Look.AtAsync(_company, _first, _last, Cancellation)).ShouldBeOfType<OutsideLooking.Looked>();

        var day = looked.Days.ShouldHaveSingleItem();
        day.Date.ShouldBe(new DateOnly(2021, 5, 5));
        var likeness = day.Likenesses.ShouldHaveSingleItem();
        (likeness.By, likeness.Voucher.Origin, likeness.Voucher.Voucher.Number)
            .ShouldBe((LikenessKind.SameAccountsAndAmounts, OutsideOrigin.SieImport, "A1"));
        (await DeliveriesAsync()).ShouldAllBe(delivery => delivery.State == DeliveryState.Held);
    }

    [Fact]
    public async Task An_export_whose_vouchers_were_seen_in_spiris_cannot_be_released()
    {
        var exports = _restaurants.Server.Services.GetRequiredService<Exporting>();
        var making = await exports.MakeAsync(new(_company, _first, _last, ExportGrouping.EachClosing, null), Owner, null, Cancellation);
        await ImportAsync(((ExportMaking.Made)making).Export.File);
        await Look.AtAsync(_company, _first, _last, Cancellation);

        var releasing = await _restaurants.Server.Services.GetRequiredService<ReleaseExport>()
            .ReleaseAsync(_company, 1, "I think not.", notImported: true, Owner, Cancellation);

        releasing.ShouldBeOfType<ExportReleasing.SeenInBooks>().Vouchers.Select(voucher => voucher.Number).ShouldBe(["A1", "A2", "A3"]);
        (await DeliveriesAsync()).ShouldAllBe(delivery => delivery.ExportedIn == 1);
    }

    private OutsideLook Look => _restaurants.Server.Services.GetRequiredService<OutsideLook>();

    private VoucherDecisions Decisions => _restaurants.Server.Services.GetRequiredService<VoucherDecisions>();

    /// <summary>A file of days that our database does not remember to have exported.</summary>
    private async Task<byte[]> FileAsync(DateOnly first, DateOnly last, ExportGrouping grouping)
    {
        var exports = _restaurants.Server.Services.GetRequiredService<Exporting>();
        var making = (ExportMaking.Made)await exports.MakeAsync(new(_company, first, last, grouping, null), "another program", null, Cancellation);
        await _restaurants.Server.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            UPDATE deliveries SET exported_in = NULL, state = 'Held', due_at = 0, revision = revision + 1 WHERE exported_in IS NOT NULL;
            DELETE FROM exported_closings; DELETE FROM exported_vouchers; DELETE FROM exports
            """));
        return making.Export.File;
    }

    /// <summary>Imports a file in Spiris without BackOffice, as a person there could.</summary>
    private async Task ImportAsync(byte[] file)
    {
        var access = await _restaurants.Server.Services.GetRequiredService<TokenKeeper>().Of(_company)(null, Cancellation);
        using var http = new HttpClient { BaseAddress = _restaurants.Sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ((SpirisAccess.Open)access).AccessToken.Reveal());
        using var answer = await http.PostAsJsonAsync(
            new Uri("/v2/sie4import", UriKind.Relative),
            new
            {
                SieData = Convert.ToBase64String(file), Encoding = 1, MapLedgerAccount = false, ImportOpeningBalance = false,
                EndYearAdjustment = false, ImportAccountNames = false,
            },
            Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<IReadOnlyList<SweepFinding>> SweepAsync()
    {
        var sweep = await _restaurants.Server.Services.GetRequiredService<BooksSweep>()
            .MakeAsync(new(_company, _first, _last, Owner), _ => { }, Cancellation);
        sweep.End.ShouldBe(SweepEnd.CameThrough, sweep.Problem);
        return await _restaurants.Server.ReadAsync(db => db.SweepFindings.Where(finding => finding.SweepId == sweep.Id).ToListAsync());
    }

    private Task<List<VoucherDelivery>> DeliveriesAsync() => _restaurants.Server.ReadAsync(db => db.Deliveries.AsNoTracking()
        .Where(delivery => delivery.CompanyId == _company).OrderBy(delivery => delivery.ZNumber).ToListAsync());
}
