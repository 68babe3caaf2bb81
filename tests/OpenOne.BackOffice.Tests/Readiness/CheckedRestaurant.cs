using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Readiness;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.State;
using SpirisSandbox.Storage;
using SpirisSandbox.Vouchers;

namespace OpenOne.BackOffice.Tests.Readiness;

/// <summary>A restaurant where nothing is missing, on 20 November 2026: authorised, with invoices, and with one voucher of ours in
/// its own series. Whatever a test breaks in the sandbox is mended again by <see cref="Mend"/>.</summary>
public sealed class CheckedRestaurant : IAsyncDisposable
{
    private const string Number = IntegratedRestaurants.Restaurang;

    private static readonly DateTimeOffset _now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly IntegratedRestaurants _restaurants;
    private readonly Snapshot _whole;

    private CheckedRestaurant(IntegratedRestaurants restaurants, FakeTimeProvider clock) =>
        (_restaurants, Clock, _whole) = (restaurants, clock, restaurants.Sandbox.Rewind.Take());

    public FakeTimeProvider Clock { get; }

    public Sandbox Sandbox => _restaurants.Sandbox;

    public IntegratedRestaurants Restaurants => _restaurants;

    /// <summary>The company in the sandbox.</summary>
    public Company Books => Sandbox.State.Company(Number);

    public static async Task<CheckedRestaurant> OpenAsync()
    {
        var clock = new FakeTimeProvider(_now);
        var restaurants = await IntegratedRestaurants.StartAsync(new SandboxAssumptions(), clock);
        await restaurants.ChangeAsync(Number, async (db, companyId) =>
        {
            var company = await db.Companies.SingleAsync(company => company.Id == companyId);
            company.ChooseTransfer(syncSales: true, new DateOnly(2026, 11, 1), OpenOne.Domain.Accounting.VoucherSeries.Parse("K"));
            db.Entry(company).Property(row => row.InvoicesInSpiris).CurrentValue = true;
        });
        var books = restaurants.Sandbox.State.Company(Number);
        Book(books, new DateOnly(2026, 11, 1), $"Dagskassa {VoucherKey.For(OpenOne.Domain.OrganisationNumber.Parse(Number), new ClosingKey("EXEMPEL1", 1)).Marker}", "K");
        return new CheckedRestaurant(restaurants, clock);
    }

    /// <summary>Books 100 kronor of sales, as somebody else would.</summary>
    public static void Book(Company books, DateOnly date, string text, string series, int type = VoucherType.Manual) => books.Write(() =>
        books.Ledger.Book(
            new Booking(
                date, text, series,
                [new VoucherRowApi { AccountNumber = 1910, DebitAmount = 100 }, new VoucherRowApi { AccountNumber = 3001, CreditAmount = 100 }],
                type),
            _now));

    /// <summary>Everything in the sandbox as it was when nothing was missing.</summary>
    public void Mend() => Sandbox.Rewind.To(_whole);

    /// <summary>Asks Spiris, now.</summary>
    public async Task<ReadinessReport> CheckAsync()
    {
        var round = _restaurants.Server.Services.GetRequiredService<ReadinessRound>();
        var companyId = await _restaurants.CompanyIdAsync(Number);
        return (await round.MakeAsync(new ReadinessRequest(companyId, ReadinessTrigger.Person, "test"), CancellationToken.None))
            .ShouldNotBeNull("Spiris told nothing.");
    }

    /// <summary>What is not as it should be: code and status.</summary>
    public static ImmutableArray<string> NotOk(ReadinessReport report) =>
    [
        .. report.Points.Where(point => point.Status is not ReadinessStatus.Ok).Select(point => $"{point.Code} {point.Status}").Distinct(),
    ];

    /// <summary>What a point says in a language, remedy and path and all.</summary>
    public static string Said(ReadinessPoint point, string language)
    {
        var said = ReadinessSentences.Of(point, CultureInfo.GetCultureInfo(language));
        return $"{said.Title}. {said.Message} {said.Path}: {said.Remedy}";
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();
}
