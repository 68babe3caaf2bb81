using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Exports;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports;

/// <summary>Export and transfer at the same instant, on two servers with one database.</summary>
public sealed class ExportRaceTests
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const int Days = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_and_transfer_at_the_same_instant_cannot_both_win()
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync();
        var other = await restaurants.StartNodeAsync();
        var company = await restaurants.CompanyIdAsync(Krogen);
        var exports = other.Services.GetRequiredService<Exporting>();
        var from = new DateOnly(2021, 6, 1);
        await restaurants.TurnOnAsync(Krogen, syncSales: false);
        using var till = restaurants.Server.Till(Krogen);
        for (var day = 0; day < Days; day++)
        {
            await till.SubmitAsync(ClosingWire.Of(A.Closing.Of("KASSA1", 100 + day).On(2021, 6, 1 + day).PrintedFor(Krogen)
                .Sold("food", 12, gross: 112_00 + day).Paid("card", 112_00 + day).Report()));
        }

        // The integration is on from here, and the lanes send day after day. What is asked of the export would be refused by the
        // settings, so they are as they were for a company that turns it on just then: each day is taken by whoever is first.
        await restaurants.TurnOnAsync(Krogen, from: from);
        var made = new List<int>();
        for (var day = Days - 1; day >= 0; day--)
        {
            var date = from.AddDays(day);
            await using var db = await other.Services.GetRequiredService<IDbContextFactory<Data.BackOfficeDb>>().CreateDbContextAsync(Cancellation);
            if (await TakeAsync(db, company, date))
            {
                made.Add(100 + day);
            }
        }

        var key = till;
        for (var day = 0; day < Days; day++)
        {
            await restaurants.Server.UntilAsync(key, "KASSA1", 100 + day, state => state is "booked" or "skipped");
        }

        var booked = restaurants.Books(Krogen).Select(voucher => int.Parse(voucher.Text!.Split(' ')[3], null)).ToList();
        booked.Intersect(made).ShouldBeEmpty();
        booked.Concat(made).Order().ShouldBe(Enumerable.Range(100, Days));
        (await exports.MakeAsync(new(company, from, from.AddDays(Days), ExportGrouping.EachClosing, null), "race", null, Cancellation))
            .ShouldBeOfType<ExportMaking.IntegrationOn>();

        // The data is the first server's, to be deleted when that one ends.
        await other.StopAndKeepAsync();
    }

    [Fact]
    public async Task Two_exports_of_the_same_days_at_the_same_instant_take_each_day_once()
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync();
        var other = await restaurants.StartNodeAsync();
        var company = await restaurants.CompanyIdAsync(Krogen);
        await restaurants.TurnOnAsync(Krogen, syncSales: false);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66 })
        {
            await restaurants.SubmitAsync(evening);
            await restaurants.UntilAsync(evening, "held");
        }

        var order = new ExportOrder(company, new(2021, 5, 1), new(2021, 5, 31), ExportGrouping.EachClosing, null);
        var makings = await Task.WhenAll(new[] { restaurants.Server, other }.SelectMany(server => Enumerable.Range(0, 3).Select(_ =>
            Task.Run(() => server.Services.GetRequiredService<Exporting>().MakeAsync(order, "race", null, Cancellation)))));

        makings.OfType<ExportMaking.Made>().ShouldHaveSingleItem().Export.ClosingCount.ShouldBe(3);
        (await restaurants.Server.ReadAsync(db => db.ExportedClosings.CountAsync())).ShouldBe(3);
        await other.StopAndKeepAsync();
    }

    /// <summary>What an export does with one day, without asking the settings first.</summary>
    private static async Task<bool> TakeAsync(Data.BackOfficeDb db, Guid company, DateOnly date)
    {
        var delivery = await db.Deliveries.SingleAsync(row => row.CompanyId == company && row.BusinessDate == date, Cancellation);
        if (!delivery.MayBeExported)
        {
            return false;
        }

        var number = 1 + (await db.Exports.MaxAsync(row => (int?)row.Number, Cancellation) ?? 0);
        db.Exports.Add(new SieExport
        {
            CompanyId = company, Number = number, FirstDate = date, LastDate = date, Grouping = ExportGrouping.EachClosing, MadeBy = "race",
            MadeAt = DateTimeOffset.UnixEpoch, FileName = "race.si", File = [], FileHash = [], ClosingCount = 1, VoucherCount = 1, Total = Domain.Money.Zero,
        });
        delivery.Export(number, DateTimeOffset.UnixEpoch);
        try
        {
            await db.SaveChangesAsync(Cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
