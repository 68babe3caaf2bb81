using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Books;
using OpenOne.Domain.Accounting;
using Shouldly;
using SpirisSandbox.Accounts;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Readiness;

public sealed class AccountOpenerTests
{
    private static readonly DateOnly _from = new(2026, 11, 1);

    [Fact]
    public async Task An_account_that_is_asleep_is_activated_from_the_year_on_and_keeps_what_it_was()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        await restaurant.CheckAsync();

        var opened = await OpenAsync(restaurant, new WantedAccount(AccountNumber.From(3910), "Another name", null, _from));

        opened.ShouldBeOfType<AccountOpening.Opened>().Account.ShouldBe(new ChartAccount(
            AccountNumber.From(3910), "Hyres- och arrendeintäkter", IsActive: true, IsBlocked: false, null, null, null,
            AllowsCostCentres: true, RequiresCostCentre: false));
        IsActive(restaurant, 3910).ShouldBe([(2025, false), (2026, true), (2027, true)]);
        (await ChartAsync(restaurant)).Find(AccountNumber.From(3910))!.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_is_missing_is_created_from_the_year_on_with_its_VAT_code()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        await restaurant.CheckAsync();
        var code = restaurant.Books.VatCodes.First(one => one.Code == "05" && one.VatRate == 0.12m).Id;
        var wanted = new WantedAccount(AccountNumber.From(3041), "Lunch 12 %", code, _from);

        var opened = (await OpenAsync(restaurant, wanted)).ShouldBeOfType<AccountOpening.Opened>().Account;

        (opened.Name, opened.VatCode, opened.VatPercent).ShouldBe(("Lunch 12 %", "05", 12));
        IsActive(restaurant, 3041).ShouldBe([(2026, true), (2027, true)]);
        (await OpenAsync(restaurant, wanted)).ShouldBeOfType<AccountOpening.Opened>("the same again changes nothing");
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_made_up_for_by_the_same_again()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        await restaurant.CheckAsync();
        restaurant.Sandbox.Faults.Next("POST", "/v2/accounts", new LoseAnswer());
        var wanted = new WantedAccount(AccountNumber.From(3041), "Lunch", null, _from);

        (await OpenAsync(restaurant, wanted)).ShouldBeOfType<AccountOpening.Unavailable>();
        (await OpenAsync(restaurant, wanted)).ShouldBeOfType<AccountOpening.Opened>();
        IsActive(restaurant, 3041).ShouldBe([(2026, true), (2027, true)]);
    }

    [Fact]
    public async Task What_Spiris_refuses_is_told_and_so_is_a_day_without_a_year()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        await restaurant.CheckAsync();

        (await OpenAsync(restaurant, new WantedAccount(AccountNumber.From(3041), "Lunch", Guid.NewGuid(), _from)))
            .ShouldBeOfType<AccountOpening.Refused>().Said.ShouldContain("VAT code");
        (await OpenAsync(restaurant, new WantedAccount(AccountNumber.From(3041), "Lunch", null, new DateOnly(2030, 1, 1))))
            .ShouldBeOfType<AccountOpening.NoFiscalYear>();
    }

    [Fact]
    public async Task The_chart_is_searched_by_number_and_by_name_and_tells_of_each_account_what_matters()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        await restaurant.CheckAsync();

        var chart = await ChartAsync(restaurant);

        chart.Search("300", 10).Select(account => account.Number.Number).ShouldBe([3001, 3002, 3003, 3004]);
        chart.Search("hyres", 10).Select(account => (account.Number.Number, account.IsActive)).ShouldBe([(1710, true), (3910, false)]);
        var sales = chart.Find(AccountNumber.From(3001))!;
        (sales.VatCode, sales.VatCodeText, sales.VatPercent, sales.AllowsCostCentres).ShouldBe(("05", "Momspliktig försäljning 25 %", 25, true));
        var groups = await restaurant.Restaurants.Server.ReadAsync(async db => await CostCentreGroup.ReadAsync(
            db, await restaurant.Restaurants.CompanyIdAsync(IntegratedRestaurants.Restaurang), CancellationToken.None));
        groups.Select(group => group.Number).ShouldBe([1, 2, 3]);
        groups[0].Items.Select(item => item.Name).ShouldBe(["Baren", "Matsalen", "Uteserveringen"]);
    }

    private static async Task<AccountOpening> OpenAsync(CheckedRestaurant restaurant, WantedAccount wanted)
    {
        var opener = restaurant.Restaurants.Server.Services.GetRequiredService<AccountOpener>();
        return await opener.OpenAsync(
            await restaurant.Restaurants.CompanyIdAsync(IntegratedRestaurants.Restaurang), wanted, CancellationToken.None);
    }

    private static async Task<ChartOfAccounts> ChartAsync(CheckedRestaurant restaurant)
    {
        var companyId = await restaurant.Restaurants.CompanyIdAsync(IntegratedRestaurants.Restaurang);
        return (await restaurant.Restaurants.Server.ReadAsync(
            db => ChartOfAccounts.ReadAsync(db, companyId, _from, CancellationToken.None))).ShouldNotBeNull();
    }

    private static IEnumerable<(int Year, bool IsActive)> IsActive(CheckedRestaurant restaurant, long number) =>
        from year in restaurant.Books.FiscalYears
        where year.StartDate.Year >= 2025
        let account = restaurant.Books.Accounts.Find(new AccountKey(year.Id, number))
        where account is not null
        select (year.StartDate.Year, account.IsActive);
}
