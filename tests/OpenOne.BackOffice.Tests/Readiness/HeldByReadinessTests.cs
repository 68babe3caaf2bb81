using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.Domain.Accounting;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.Accounts;
using SpirisSandbox.State;
using Xunit;

namespace OpenOne.BackOffice.Tests.Readiness;

/// <summary>Closings wait for the check, are held by what it finds to concern them, and go by themselves when that is put right.</summary>
public sealed class HeldByReadinessTests
{
    private static readonly string[] _checked =
    [
        "--Readiness:Enabled=true", "--Readiness:LookEvery=00:00:00.05", "--Readiness:BlockedEvery=00:00:00.3", "--Readiness:RetryEvery=00:00:00.3",
    ];

    [Fact]
    public async Task A_closing_waits_for_the_first_check_and_is_then_booked()
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync(_checked);

        await restaurants.SubmitAsync(RealEvenings.Z64);

        (await restaurants.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        var companyId = await restaurants.CompanyIdAsync(IntegratedRestaurants.Krogen);
        (await restaurants.Server.ReadAsync(db => db.Readiness.SingleAsync(row => row.CompanyId == companyId))).CheckedAt.ShouldNotBeNull();
        (await restaurants.Server.ReadAsync(db => db.BooksAccounts.AnyAsync(account => account.CompanyId == companyId))).ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_is_not_active_holds_only_the_closings_that_use_it_until_it_is_activated()
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync(_checked);
        var books = restaurants.Sandbox.State.Company(IntegratedRestaurants.Krogen);
        Switch(books, 2021, 3350, active: false);
        await restaurants.CheckAsync(IntegratedRestaurants.Krogen);

        await restaurants.SubmitAsync(RealEvenings.Z64);
        await restaurants.SubmitAsync(RealEvenings.Z65);

        (await restaurants.UntilAsync(RealEvenings.Z64, "booked", "held")).State.ShouldBe("booked", "no wine was sold");
        var reason = await HeldBecauseAsync(restaurants, RealEvenings.Z65);
        ((string)reason["code"]!).ShouldBe("accounts-active");
        ((string)reason["message"]!).ShouldContain("Account 3350 Försäljning vin is not active");
        ((string)reason["remedy"]!).ShouldStartWith("Spiris: Settings > Chart of accounts: Tick Active on the account");
        restaurants.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem();

        Switch(books, 2021, 3350, active: true);

        (await restaurants.UntilAsync(RealEvenings.Z65, "booked")).State.ShouldBe("booked");
    }

    [Fact]
    public async Task A_series_that_is_not_kept_stops_the_next_closing_until_somebody_has_added_it()
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync(
            new SandboxAssumptions { UnknownSeries = UnknownSeries.UseDefault }, _checked);
        await restaurants.ChangeAsync(IntegratedRestaurants.Krogen, async (db, companyId) =>
            (await db.Companies.SingleAsync(company => company.Id == companyId))
                .ChooseTransfer(syncSales: true, new DateOnly(2021, 1, 1), VoucherSeries.Parse("Z")));

        await restaurants.SubmitAsync(RealEvenings.Z64);
        await restaurants.UntilAsync(RealEvenings.Z64, "booked");
        restaurants.Books(IntegratedRestaurants.Krogen).Single().NumberAndSeries.ShouldBe("A1");
        await restaurants.SubmitAsync(RealEvenings.Z65);

        var reason = await HeldBecauseAsync(restaurants, RealEvenings.Z65);
        ((string)reason["code"]!).ShouldBe("series-kept");
        ((string)reason["message"]!).ShouldBe("A voucher was sent in series Z and came back as A1.");

        var books = restaurants.Sandbox.State.Company(IntegratedRestaurants.Krogen);
        books.Write(() => books.VoucherSeries.Put(new SpirisSandbox.Vouchers.VoucherSeries("Z", "Kassan", IsDefault: false)));
        await restaurants.Server.ReadAsync(async db =>
        {
            var companyId = await restaurants.CompanyIdAsync(IntegratedRestaurants.Krogen);
            (await db.Readiness.SingleAsync(row => row.CompanyId == companyId)).TrustSeries(DateTimeOffset.MaxValue.AddYears(-1));
            return await db.SaveChangesAsync();
        });

        await restaurants.UntilAsync(RealEvenings.Z65, "booked");
        restaurants.Books(IntegratedRestaurants.Krogen).Select(voucher => voucher.NumberAndSeries).ShouldBe(["A1", "Z1"]);
    }

    /// <summary>The reason that holds a closing, once it is no longer that the company is being checked.</summary>
    private static async Task<JsonNode> HeldBecauseAsync(IntegratedRestaurants restaurants, RealEvening evening)
    {
        using var till = restaurants.Server.Till(evening.Company.ToString());
        var (register, zNumber) = evening.Report.Key;
        var answer = await restaurants.Server.UntilAsync(till, register, zNumber, (Answer answer) =>
            answer.State != "received" && (string?)answer.Body["reasons"]?.AsArray().FirstOrDefault()?["code"] != "being-checked");
        answer.State.ShouldBe("held", answer.Body.ToJsonString());
        return answer.Body["reasons"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private static void Switch(Company books, int year, long number, bool active) => books.Write(() =>
    {
        var key = new AccountKey(books.FiscalYears.First(one => one.StartDate.Year == year).Id, number);
        books.Accounts.Put(books.Accounts.Find(key)! with { IsActive = active });
    });
}
