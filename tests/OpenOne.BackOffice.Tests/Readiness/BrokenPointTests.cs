using OpenOne.Domain.Readiness;
using Shouldly;
using SpirisSandbox.Accounts;
using SpirisSandbox.CompanySettings;
using SpirisSandbox.State;
using Xunit;
using static OpenOne.BackOffice.Tests.Readiness.CheckedRestaurant;

namespace OpenOne.BackOffice.Tests.Readiness;

/// <summary>Each point is broken in the sandbox, by itself: the check sees exactly that and what to do about it, and once it is put
/// right in the sandbox the check sees that too.</summary>
public sealed class BrokenPointTests
{
    private static readonly (string Story, Action<CheckedRestaurant> Break, string Found, string Says, string SaysInSwedish)[] _rows =
    [
        ("another organisation number", r => Change(r, s => s with { CorporateIdentityNumber = "559998-1239" }),
            "right-company Blocked", "Integrations > Finance > Visma Ecom: Correct the organisation number", "Rätta organisationsnumret"),
        ("not active", r => Change(r, s => s with { CompanyStatus = 0 }), "company-active Blocked", "ask Spiris to activate", "be Spiris aktivera"),
        ("read-only", r => Change(r, s => s with { CompanyStatus = 2 }), "company-active Blocked", "cannot be written to", "Det går inte att skriva"),
        ("start-up guide not done", r => Change(r, s => s with { StartupGuideIsDone = false }),
            "company-active Blocked", "Finish the start-up guide", "Gör klart startguiden"),
        ("the user may only read", r => ReadOnly(r), "user-rights Blocked", "Spiris: Settings > Users: Give the user full rights",
            "Spiris: Inställningar > Användare: Ge användaren full behörighet"),
        ("no accounting", r => Change(r, s => s with { ProductVariant = 2 }),
            "module-accounting Blocked", "Spiris: Settings > Modules: Order a variant with accounting", "Spiris: Inställningar > Moduler: Beställ en variant med bokföring"),
        ("no invoicing", r => Without(r, "sales_standard"), "module-invoicing Blocked", "Spiris: Settings > Modules: Order the module", "Beställ modulen"),
        ("no integration", r => Without(r, "api_standard"), "module-integration Blocked", "nothing in Spiris can be reached", "inget i Spiris går att nå"),
        ("invoice number 0", r => Change(r, s => s with { NextCustomerInvoiceNumber = 0 }), "invoice-number Blocked",
            "Spiris: Settings > Company settings > Invoice details: Set the number", "Spiris: Inställningar > Företagsinställningar > Fakturauppgifter: Ange vilket nummer"),
        ("no fiscal year for the first day", r => Spans(r, new(2026, 11, 10), new(2026, 12, 31)), "fiscal-year-from Blocked",
            "Spiris: Settings > Fiscal years: Create the fiscal year", "Spiris: Inställningar > Räkenskapsår: Lägg upp räkenskapsåret"),
        ("no fiscal year for today", r => Spans(r, new(2026, 1, 1), new(2026, 11, 10)), "fiscal-year-today Blocked",
            "Spiris has no fiscal year for today, 2026-11-20. Spiris: Settings > Fiscal years: Create the fiscal year", "Lägg upp räkenskapsåret"),
        ("fiscal year locked", r => Write(r, books => books.FiscalYears.Put(books.FiscalYears.Find(Year(books, 2026))! with { IsLockedForAccounting = true })),
            "fiscal-year-open Blocked", "Spiris: Settings > Fiscal years: Unlock the fiscal year", "Lås upp räkenskapsåret"),
        ("accounting locked", r => Change(r, s => s with { LockedThrough = new(2026, 11, 30), AccountingLockedTo = "2026-11-30T00:00:00Z" }), "accounting-lock Blocked",
            "Spiris: Settings > Company settings > Accounting information: Move Accounting locked to back", "Flytta Bokföring låst t.o.m. bakåt"),
        ("account missing", r => Write(r, books => books.Accounts.Remove(new AccountKey(Year(books, 2026), 1686))), "accounts-exist Blocked",
            "Account 1686 is missing in 2026-01-01 to 2026-12-31. Spiris: Settings > Chart of accounts: Create the account", "Konto 1686 saknas"),
        ("account not active", r => Account(r, 1686, account => account with { IsActive = false }), "accounts-active Blocked",
            "Spiris: Settings > Chart of accounts: Tick Active", "Spiris: Inställningar > Kontoplan: Kryssa för Aktiv"),
        ("account blocked", r => Account(r, 1686, account => account with { IsBlockedForManualBooking = true }), "accounts-open Blocked",
            "Untick Blocked for manual booking", "Ta bort krysset Spärrat för manuell bokföring"),
        ("sales with another rate's code", r => Account(r, 3001, account => account with { VatCodeId = Code(r, "05", 0.12m) }), "vat-codes-of-sales Warning",
            "Sales at 25 % are booked on account 3001", "Försäljning med 25 % moms bokförs på konto 3001"),
        ("VAT without its code", r => Account(r, 2611, account => account with { VatCodeId = null }), "vat-codes-of-vat Warning",
            "which has no VAT code", "som har ingen momskod"),
        ("a payment with a code", r => Account(r, 1686, account => account with { VatCodeId = Code(r, "05", 0.25m) }), "vat-codes-of-others Warning",
            "Take the VAT code off the account", "Ta bort momskoden från kontot"),
        ("a profit unit is required", r => Account(r, 3001, account => account with { IsCostCenterAllowed = true, IsFirstCostCenterMandatory = true }),
            "profit-units-required Blocked", "must have a profit unit of the first group", "måste ha en resultatenhet ur första gruppen"),
        ("somebody else in the series", r => Book(r.Books, new DateOnly(2026, 10, 3), "Av misstag", "K"), "series-own Warning",
            "1 other vouchers stand in series K (made by hand or by another program)", "1 andra verifikationer står i serie K"),
        ("a SIE file was imported", r => Book(r.Books, new DateOnly(2026, 11, 4), "Z 3", "A", SpirisSandbox.Vouchers.VoucherType.SieImport), "outside-vouchers Warning",
            "Spiris: Accounting > Vouchers: Compare them with the closings", "Spiris: Bokföring > Verifikationer: Jämför dem"),
    ];

    [Fact]
    public async Task What_is_broken_is_found_with_its_remedy_and_nothing_else_is()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        var whole = await restaurant.CheckAsync();
        NotOk(whole).ShouldBeEmpty();

        foreach (var (story, breakIt, found, says, saysInSwedish) in _rows)
        {
            breakIt(restaurant);

            var report = await restaurant.CheckAsync();

            NotOk(report).ShouldBe([found], customMessage: story);
            report.Points.Where(point => point.Status is ReadinessStatus.Ok).Select(point => point.Code)
                .ShouldBe(whole.Points.Select(point => point.Code).Except([found.Split(' ')[0]]), customMessage: story);
            var point = report.Points.First(point => point.Status is not ReadinessStatus.Ok);
            Said(point, "en").ShouldContain(says, Case.Sensitive, story);
            Said(point, "sv").ShouldContain(saysInSwedish, Case.Sensitive, story);

            restaurant.Mend();
            (await restaurant.CheckAsync()).Points.ShouldBe(whole.Points, customMessage: story);
        }
    }

    [Fact]
    public async Task A_scope_that_was_not_granted_is_found()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        NotOk(await restaurant.CheckAsync()).ShouldBeEmpty();

        await restaurant.Restaurants.AuthoriseAsync(IntegratedRestaurants.Restaurang, scopes: "ea:api ea:sales offline_access");

        var report = await restaurant.CheckAsync();
        NotOk(report).ShouldBe(["scopes Blocked"]);
        Said(report.Points.Single(point => point.Code == ReadinessCodes.Scopes), "en").ShouldContain("ea:accounting. Integrations > Finance > Visma Ecom: Press Authorize again");

        await restaurant.Restaurants.AuthoriseAsync(IntegratedRestaurants.Restaurang);
        NotOk(await restaurant.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_found_when_it_is_the_one_who_authorises()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();

        await restaurant.Restaurants.AuthoriseAsync(IntegratedRestaurants.Restaurang, email: "revisor@exempel.se");

        NotOk(await restaurant.CheckAsync()).ShouldBe(["user-rights Blocked"]);
    }

    [Fact]
    public async Task In_December_a_fiscal_year_that_is_not_there_yet_is_missed()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        NotOk(await restaurant.CheckAsync()).ShouldBeEmpty();
        Write(restaurant, books => books.FiscalYears.Remove(Year(books, 2027)));
        NotOk(await restaurant.CheckAsync()).ShouldBeEmpty("it is November");

        restaurant.Clock.AdjustTime(restaurant.Clock.GetUtcNow().AddDays(11));

        NotOk(await restaurant.CheckAsync()).ShouldBe(["fiscal-year-next Warning"]);
    }

    private static void Write(CheckedRestaurant restaurant, Action<Company> change) => restaurant.Books.Write(() => change(restaurant.Books));

    private static void Change(CheckedRestaurant restaurant, Func<CompanySettingsApi, CompanySettingsApi> change) =>
        Write(restaurant, books => books.Change(change(books.Settings)));

    private static void Without(CheckedRestaurant restaurant, string module) =>
        Change(restaurant, settings => settings with { ActivatedModules = [.. settings.ActivatedModules!.Except([module])] });

    private static void Spans(CheckedRestaurant restaurant, DateOnly first, DateOnly last) => Write(restaurant, books =>
        books.FiscalYears.Put(books.FiscalYears.Find(Year(books, 2026))! with { StartDate = first, EndDate = last }));

    private static void ReadOnly(CheckedRestaurant restaurant)
    {
        var state = restaurant.Sandbox.State;
        state.Put(state.FindUser("anna@exempel.se")! with { IsReadOnly = true });
    }

    private static Guid Year(Company books, int year) => books.FiscalYears.First(one => one.StartDate.Year == year).Id;

    private static Guid Code(CheckedRestaurant restaurant, string code, decimal rate) =>
        restaurant.Books.VatCodes.First(one => one.Code == code && one.VatRate == rate).Id;

    private static void Account(CheckedRestaurant restaurant, long number, Func<AccountApi, AccountApi> change) => Write(restaurant, books =>
        books.Accounts.Put(change(books.Accounts.Find(new AccountKey(Year(books, 2026), number))!)));
}
