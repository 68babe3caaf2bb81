using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports;

/// <summary>A closing leaves by one way only, with a Spiris behind it.</summary>
public sealed class ExportTests : IAsyncLifetime
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
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task What_is_exported_is_left_out_when_the_integration_is_turned_on_and_says_which_export_has_it()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65);
        var export = await MadeAsync();
        (export.ClosingCount, export.VoucherCount).ShouldBe((2, 2));

        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.SubmitAsync(RealEvenings.Z66);
        await _restaurants.UntilAsync(RealEvenings.Z66, "booked");

        _restaurants.Books(Krogen).ShouldHaveSingleItem().Text.ShouldContain("Z 66");
        foreach (var delivery in (await DeliveriesAsync()).Take(2))
        {
            (delivery.State, delivery.ExportedIn).ShouldBe((DeliveryState.Skipped, 1));
            delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.Exported, "1")]);
        }
    }

    [Fact]
    public async Task What_is_in_the_books_is_in_no_export()
    {
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z65);

        var draft = await Exports.DraftAsync(Order(), Cancellation);
        var export = await MadeAsync();

        draft.LeftOut.ShouldHaveSingleItem().ShouldBe(new(RealEvenings.Z64.Report.Key, RealEvenings.Z64.Report.BusinessDate, DeliveryState.Booked, null, "A1"));
        export.ClosingCount.ShouldBe(1);
        (await _restaurants.Server.ReadAsync(db => db.ExportedVouchers.SingleAsync())).Text.ShouldBe("Dagskassa 2021-05-06 Z 65 KASSA1");
    }

    [Fact]
    public async Task Days_that_the_integration_transfers_are_refused_and_those_before_are_not()
    {
        await _restaurants.TurnOnAsync(Krogen, from: new DateOnly(2021, 5, 6));
        await ReceiveAsync(RealEvenings.Z64);

        (await MakeAsync(Order())).ShouldBe(new ExportMaking.IntegrationOn(new DateOnly(2021, 5, 6)));
        (await _restaurants.Server.ReadAsync(db => db.Exports.CountAsync())).ShouldBe(0);
        (await MakeAsync(Order() with { Last = new DateOnly(2021, 5, 5) })).ShouldBeOfType<ExportMaking.Made>();
    }

    [Fact]
    public async Task A_released_export_lets_its_days_go_to_spiris_and_is_remembered_for_good()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        await MadeAsync();

        (await ReleaseAsync(1, "Never sent to the bookkeeper.", notImported: true)).ShouldBe(new ExportReleasing.Released(1));
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");

        _restaurants.Books(Krogen).Count.ShouldBe(1);
        var release = await _restaurants.Server.ReadAsync(db => db.ExportReleases.SingleAsync());
        (release.ExportNumber, release.By, release.Reason).ShouldBe((1, Owner, "Never sent to the bookkeeper."));
        (await _restaurants.Server.ReadAsync(db => db.ExportedClosings.CountAsync())).ShouldBe(1);
        (await ReleaseAsync(1, "Once more.", notImported: true)).ShouldBeOfType<ExportReleasing.ReleasedBefore>().Release.By.ShouldBe(Owner);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("   ", true)]
    [InlineData(null, true)]
    [InlineData("A reason", false)]
    public async Task Nothing_is_released_without_a_reason_and_without_the_word_that_the_file_was_not_imported(string? reason, bool notImported)
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        await MadeAsync();

        var releasing = await ReleaseAsync(1, reason, notImported);

        (releasing is ExportReleasing.ReasonUnusable or ExportReleasing.NotConfirmed).ShouldBeTrue();
        (await DeliveriesAsync()).Single().ExportedIn.ShouldBe(1);
    }

    [Fact]
    public async Task An_export_that_the_company_does_not_have_cannot_be_released()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        await MadeAsync();
        var other = await _restaurants.CompanyIdAsync(IntegratedRestaurants.Restaurang);

        (await Releases.ReleaseAsync(other, 1, "Not ours.", true, Owner, Cancellation)).ShouldBeOfType<ExportReleasing.NoSuchExport>();
        (await DeliveriesAsync()).Single().ExportedIn.ShouldBe(1);
    }

    [Fact]
    public async Task Exports_and_releases_in_a_row_keep_every_file_and_one_way()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        for (var number = 1; number <= 3; number++)
        {
            (await MadeAsync()).Number.ShouldBe(number);
            (await MakeAsync(Order())).ShouldBeOfType<ExportMaking.NothingToExport>()
                .Draft.LeftOut.ShouldHaveSingleItem().ExportedIn.ShouldBe(number);
            await ReleaseAsync(number, "Made by mistake.", notImported: true);
        }

        var files = await _restaurants.Server.ReadAsync(db => db.Exports.OrderBy(export => export.Number).ToListAsync());
        files.Count.ShouldBe(3);
        files.ShouldAllBe(export => System.Security.Cryptography.SHA256.HashData(export.File).SequenceEqual(export.FileHash));
    }

    [Fact]
    public async Task A_closing_without_accounts_stops_the_whole_file_and_is_named()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        using var till = _restaurants.Server.Till(Krogen);
        await till.SubmitAsync(ClosingWire.Of(A.Closing.Of("KASSA1", 63).On(2021, 5, 4).PrintedFor(Krogen).Sold("unheard-of", 12, 112_00).Paid("card", 112_00).Report()));

        var making = (await MakeAsync(Order())).ShouldBeOfType<ExportMaking.Incomplete>();

        making.Draft.Missing.ShouldHaveSingleItem().Reasons.ShouldBe([Reason.Of(ReasonCodes.AccountNotMapped, "sales unheard-of/12")]);
        (await DeliveriesAsync()).ShouldAllBe(delivery => delivery.ExportedIn == null);
    }

    [Theory]
    [InlineData("2021-05-31", "2021-05-01")]
    [InlineData("2019-01-01", "2021-05-31")]
    [InlineData("0001-01-01", "0001-01-02")]
    public async Task A_period_that_nobody_can_mean_is_refused(string first, string last) =>
        (await MakeAsync(Order() with { First = DateOnly.Parse(first, null), Last = DateOnly.Parse(last, null) }))
            .ShouldBeOfType<ExportMaking.PeriodUnusable>();

    [Fact]
    public async Task The_database_refuses_what_no_code_of_ours_does()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        await MadeAsync();

        foreach (var sql in new[]
        {
            "UPDATE deliveries SET state = 'InFlight', attempts = 1",
            "UPDATE deliveries SET state = 'Intent'",
            "UPDATE deliveries SET state = 'Received'",
            "UPDATE deliveries SET exported_in = 2",
            "DELETE FROM exports",
        })
        {
            // A violated constraint, in the words of SQLite or of PostgreSQL (class 23).
            var refused = await Should.ThrowAsync<DbException>(
                () => _restaurants.Server.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)), sql);
            (refused is SqliteException { SqliteErrorCode: 19 } || refused.SqlState is ['2', '3', ..]).ShouldBeTrue($"{sql}: {refused.Message}");
        }
    }

    [Fact]
    public async Task Our_voucher_in_the_books_though_an_export_has_the_closing_is_for_a_person_and_is_said()
    {
        await TurnOffAsync();
        await ReceiveAsync(RealEvenings.Z64);
        await MadeAsync();

        // What a database from before the transfer, put back, would have forgotten.
        var delivery = (await DeliveriesAsync()).Single();
        var key = Domain.Accounting.VoucherKey.For(RealEvenings.Z64.Company, RealEvenings.Z64.Report.Key);
        await _restaurants.PostByHandAsync(Krogen, $"Dagskassa {key.Marker}", delivery.BusinessDate);
        await _restaurants.TurnOnAsync(Krogen);
        await _restaurants.SubmitAsync(RealEvenings.Z65);
        await _restaurants.UntilAsync(RealEvenings.Z65, "booked");

        (await DeliveriesAsync())[0].State.ShouldBe(DeliveryState.NeedsAttention);
        (await DeliveriesAsync())[0].Reasons.ShouldBe([Reason.Of(ReasonCodes.ExportedYetBooked, "1", "A1")]);
    }

    private Exporting Exports => _restaurants.Server.Services.GetRequiredService<Exporting>();

    private ReleaseExport Releases => _restaurants.Server.Services.GetRequiredService<ReleaseExport>();

    private ExportOrder Order() => new(_company, _first, _last, ExportGrouping.EachClosing, null);

    private Task<ExportMaking> MakeAsync(ExportOrder order) => Exports.MakeAsync(order, Owner, null, Cancellation);

    private async Task<SieExport> MadeAsync() => (await MakeAsync(Order())).ShouldBeOfType<ExportMaking.Made>().Export;

    private Task<ExportReleasing> ReleaseAsync(int number, string? reason, bool notImported) =>
        Releases.ReleaseAsync(_company, number, reason, notImported, Owner, Cancellation);

    private Task TurnOffAsync() => _restaurants.TurnOnAsync(Krogen, syncSales: false);

    private async Task ReceiveAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            await _restaurants.SubmitAsync(evening);
            await _restaurants.UntilAsync(evening, "held", "skipped");
        }
    }

    private Task<List<VoucherDelivery>> DeliveriesAsync() => _restaurants.Server.ReadAsync(db => db.Deliveries.AsNoTracking()
        .Where(delivery => delivery.CompanyId == _company).OrderBy(delivery => delivery.ZNumber).ToListAsync());
}
