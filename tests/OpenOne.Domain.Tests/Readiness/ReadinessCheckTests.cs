using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;
using static OpenOne.Domain.Tests.Readiness.ReadyCompany;

namespace OpenOne.Domain.Tests.Readiness;

/// <summary>Each point broken by itself: it is found, and every other point stays as it was.</summary>
public sealed class ReadinessCheckTests
{
    private static readonly DateOnly _december = new(2026, 12, 1);

    private static readonly (string Story, BooksFacts Facts, ReadinessTerms Terms, string[] Found)[] _broken =
    [
        ("sync sales off", Facts, Terms with { SyncSales = false }, ["sync-sales Blocked []"]),
        ("no first day", Facts, Terms with { AccountingFrom = null }, ["accounting-from Blocked []"]),
        ("no series", Facts, Terms with { Series = null }, ["series-chosen Blocked []"]),
        ("no mapping", Facts, Terms with { Accounts = [], CostCentres = [] }, ["account-mapping Blocked []"]),
        ("never authorised", BooksFacts.Nothing, Terms with { Access = new BooksAccess.Never() }, ["authorised Blocked []"]),
        ("access lost", BooksFacts.Nothing, Terms with { Access = new BooksAccess.Lost("invalid_grant") }, ["authorised Blocked [invalid_grant]"]),
        ("another company", With(company => company with { Number = OrganisationNumber.Parse("559998-1239") }), Terms,
            ["right-company Blocked [559999-9991, 559998-1239, Restaurang Exempel AB]"]),
        ("no organisation number", With(company => company with { Number = null }), Terms,
            ["right-company Blocked [559999-9991, , Restaurang Exempel AB]"]),
        ("company asleep", With(company => company with { IsActive = false }), Terms, ["company-active Blocked []"]),
        ("start-up guide not done", Refused(RefusedBecause.CompanyNotActive), Terms, ["company-active Blocked [said]"]),
        ("scope missing", Facts with { MissingScopes = ["ea:sales"] }, Terms, ["scopes Blocked [ea:sales]"]),
        ("scope refused", Refused(RefusedBecause.ScopeMissing), Terms, ["scopes Blocked [said]"]),
        ("user may only read", Facts with { User = new("rut@exempel.se", false) }, Terms, ["user-rights Blocked [rut@exempel.se]"]),
        ("user may not even read", Refused(RefusedBecause.UserMayNot), Terms, ["user-rights Blocked [anna@exempel.se]"]),
        ("no accounting", With(company => company with { Modules = company.Modules with { Accounting = false } }), Terms, ["module-accounting Blocked []"]),
        ("accounting refused", Refused(RefusedBecause.NoAccounting), Terms, ["module-accounting Blocked []"]),
        ("no invoicing", With(company => company with { Modules = company.Modules with { Invoicing = false } }), Terms,
            ["module-invoicing Blocked [] .. invoices"]),
        ("no invoicing, and none wanted", With(company => company with { Modules = company.Modules with { Invoicing = false } }),
            Terms with { Invoices = false }, []),
        ("no orders", With(company => company with { Modules = company.Modules with { Orders = false } }), Terms, ["module-orders Blocked [] .. invoices"]),
        ("no orders, and none wanted", With(company => company with { Modules = company.Modules with { Orders = false } }),
            Terms with { Orders = false }, []),
        ("no integration", With(company => company with { Modules = company.Modules with { Integration = false } }), Terms, ["module-integration Blocked []"]),
        ("integration refused", Refused(RefusedBecause.NoIntegration), Terms, ["module-integration Blocked [said]"]),
        ("refused for another reason", Refused(RefusedBecause.Other), Terms, ["readable Warning [said]"]),
        ("invoice number 0", With(company => company with { NextInvoiceNumber = 0 }), Terms, ["invoice-number Blocked [0] .. invoices"]),
        ("invoice number 0, and no invoices", With(company => company with { NextInvoiceNumber = 0 }), Terms with { Invoices = false }, []),
        ("no year of the first day", WithYears(Year(2026), Year(2027)), Terms with { AccountingFrom = new(2025, 6, 1) },
            ["fiscal-year-from Blocked [2025-06-01] ..2025-12-31"]),
        ("no year of today", WithYears(Year(2025), Year(2027)), Terms with { AccountingFrom = new(2025, 6, 1) },
            ["fiscal-year-today Blocked [2026-11-20] 2026-01-01..2026-12-31"]),
        ("no year of a day that waits", WithYears(Year(2026), Year(2027)), Terms with { HasBooked = true, Waiting = [new(2024, 5, 1)] },
            ["fiscal-year-waiting Blocked [2024-05-01] ..2025-12-31"]),
        ("year locked", WithYears(Year(2025), Year(2026) with { IsLocked = true }, Year(2027)), Terms,
            ["fiscal-year-open Blocked [2026-01-01, 2026-12-31] 2026-01-01..2026-12-31"]),
        ("a year that nobody needs is locked", WithYears(Year(2025) with { IsLocked = true }, Year(2026)), Terms, []),
        ("locked through the first day", With(company => company with { LockedThrough = new(2026, 11, 1) }), Terms,
            ["accounting-lock Blocked [2026-11-01] ..2026-11-01"]),
        ("locked before the first day", With(company => company with { LockedThrough = new(2026, 10, 31) }), Terms, []),
        ("locked behind what is booked", With(company => company with { LockedThrough = new(2026, 11, 1) }), Terms with { HasBooked = true }, []),
        ("locked over a day that waits", With(company => company with { LockedThrough = new(2026, 11, 10) }),
            Terms with { HasBooked = true, Waiting = [new(2026, 11, 9)] }, ["accounting-lock Blocked [2026-11-10] ..2026-11-10"]),
        ("account missing", With(2026, 1910, _ => null), Terms,
            ["accounts-exist Blocked [1910, , 2026-01-01, 2026-12-31, , ] 2026-01-01..2026-12-31 1910"]),
        ("account missing in a year that nobody needs", With(2025, 1910, _ => null), Terms, []),
        ("account asleep", With(2026, 1910, account => account with { IsActive = false }), Terms,
            ["accounts-active Blocked [1910, Kassa, 2026-01-01, 2026-12-31, , ] 2026-01-01..2026-12-31 1910"]),
        ("account blocked", With(2026, 1910, account => account with { IsBlocked = true }), Terms,
            ["accounts-open Blocked [1910, Kassa, 2026-01-01, 2026-12-31, , ] 2026-01-01..2026-12-31 1910"]),
        ("sales without a code", With(2026, 3001, account => account with { VatCode = null }), Terms,
            ["vat-codes-of-sales Warning [3001, Försäljning, 2026-01-01, 2026-12-31, 25 %, ]"]),
        ("sales with a code of another rate", With(2026, 3001, account => account with { VatCode = Code("05", 12) }), Terms,
            ["vat-codes-of-sales Warning [3001, Försäljning, 2026-01-01, 2026-12-31, 25 %, 05 moms]"]),
        ("sales with the code of VAT", With(2026, 3001, account => account with { VatCode = Code("10", 25) }), Terms,
            ["vat-codes-of-sales Warning [3001, Försäljning, 2026-01-01, 2026-12-31, 25 %, 10 moms]"]),
        ("sales without VAT and without a code", With(2026, 3004, account => account with { VatCode = null }), Terms, []),
        ("VAT without a code", With(2026, 2611, account => account with { VatCode = null }), Terms,
            ["vat-codes-of-vat Warning [2611, Utgående moms, 2026-01-01, 2026-12-31, 25 %, ]"]),
        ("VAT with a code of another rate", With(2026, 2611, account => account with { VatCode = Code("11", 12) }), Terms,
            ["vat-codes-of-vat Warning [2611, Utgående moms, 2026-01-01, 2026-12-31, 25 %, 11 moms]"]),
        ("VAT with a code that nobody knows, at its rate", With(2026, 2611, account => account with { VatCode = Code("UTG25", 25) }), Terms, []),
        ("a payment with a code", With(2026, 1910, account => account with { VatCode = Code("05", 25) }), Terms,
            ["vat-codes-of-others Warning [1910, Kassa, 2026-01-01, 2026-12-31, , 05 moms]"]),
        ("profit units off", With(company => company with { UsesCostCentres = false }), Terms, ["profit-units-used Blocked []"]),
        ("profit unit asleep", Facts with { CostCentres = [Facts.CostCentres!.Value[0] with { IsActive = false }] }, Terms, ["profit-units-active Blocked [Baren]"]),
        ("profit unit gone", Facts with { CostCentres = [] }, Terms, ["profit-units-active Blocked [Baren]"]),
        ("profit unit renamed", Facts with { CostCentres = [Facts.CostCentres!.Value[0] with { Name = "Puben" }] }, Terms, ["profit-units-named Warning [Baren, Puben]"]),
        ("profit unit not allowed", With(2026, 3001, account => account with { AllowsCostCentres = false }), Terms,
            ["profit-units-allowed Warning [3001, Försäljning, Baren]"]),
        ("profit unit required", With(2026, 3004, account => account with { RequiresCostCentre = true, AllowsCostCentres = true }), Terms,
            ["profit-units-required Blocked [3004, Momsfritt] 2026-01-01..2026-12-31 3004"]),
        ("series never seen", Facts with { Series = [] }, Terms, ["series-known Warning [K]"]),
        ("series never seen, but verified", Facts with { Series = [] }, Terms with { LastNumber = "K1" }, []),
        ("series used by others", Facts with { Series = [new("K", [new(VoucherOrigin.Ours, 3), new(VoucherOrigin.ByHand, 2), new(VoucherOrigin.Sales, 9)])] }, Terms,
            ["series-own Warning [K, 11, Sales, ByHand]"]),
        ("series not kept", Facts, Terms with { LastNumber = "A7" }, ["series-kept Blocked [K, A7]"]),
        ("a longer series is another one", Facts, Terms with { LastNumber = "KA7" }, ["series-kept Blocked [K, KA7]"]),
        ("booked by hand already", Facts with { Outside = [new("A7", new(2026, 11, 3), VoucherOrigin.ByHand)] }, Terms,
            ["outside-vouchers Warning [1, 2026-11-03, 2026-11-03]"]),
        ("booked by hand before the first day", Facts with { Outside = [new("A7", new(2026, 10, 3), VoucherOrigin.ByHand)] }, Terms, []),
        ("booked by hand on a day that is ours already", Facts with { Outside = [new("A7", new(2026, 11, 3), VoucherOrigin.ByHand)] },
            Terms with { HasBooked = true }, []),
        ("booked by hand on a day that waits", Facts with { Outside = [new("A7", new(2026, 11, 3), VoucherOrigin.SieImport)] },
            Terms with { HasBooked = true, Waiting = [new(2026, 11, 3)] }, ["outside-vouchers Warning [1, 2026-11-03, 2026-11-03]"]),
    ];

    public static TheoryData<string> Stories => [.. _broken.Select(row => row.Story)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_is_broken_is_found_and_nothing_else(string story)
    {
        var (_, facts, terms, found) = _broken.Single(row => row.Story == story);

        NotOk(ReadinessCheck.Of(facts, terms, Today)).ShouldBe(found);
    }

    [Fact]
    public void A_company_where_nothing_is_missing_is_ready_and_says_so_point_by_point()
    {
        var report = ReadinessCheck.Of(Facts, Terms, Today);

        report.IsReady.ShouldBeTrue();
        NotOk(report).ShouldBeEmpty();
        report.Points.Select(point => point.Code).ShouldBe(
            ReadinessCodes.All.Except(["readable", "fiscal-year-next", "fiscal-year-waiting"]));
    }

    [Fact]
    public void Every_point_has_been_broken_here()
    {
        var codes = _broken.SelectMany(row => row.Found).Select(found => found.Split(' ')[0]);

        ReadinessCodes.All.Except(codes).ShouldBe(["fiscal-year-next"], "it has a test of its own, in December");
    }

    [Theory]
    [InlineData("2026-11-30", null)]
    [InlineData("2026-12-01", "fiscal-year-next Warning [2027-01-01]")]
    [InlineData("2026-12-31", "fiscal-year-next Warning [2027-01-01]")]
    public void From_December_on_the_next_year_is_asked_for(string today, string? found)
    {
        var report = ReadinessCheck.Of(WithYears(Year(2026)), Terms, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        NotOk(report).ShouldBe(found is null ? [] : [found]);
    }

    [Fact]
    public void An_account_that_is_missing_in_the_year_to_come_holds_that_year_alone()
    {
        var report = ReadinessCheck.Of(With(2027, 1910, _ => null), Terms, _december);

        NotOk(report).ShouldBe(["accounts-exist Blocked [1910, , 2027-01-01, 2027-12-31, , ] 2027-01-01..2027-12-31 1910"]);
        report.Holding(new(2026, 12, 31), [AccountNumber.From(1910)], hasInvoices: false).ShouldBeEmpty();
        report.Holding(new(2027, 1, 1), [AccountNumber.From(1910)], hasInvoices: false).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_account_that_is_wrong_in_neighbouring_years_is_told_once()
    {
        var facts = WithYears(Year(2024), Year(2025), Year(2026));
        foreach (var year in new[] { 2024, 2025 })
        {
            var wrong = facts.Years!.Value.Single(one => one.First.Year == year);
            facts = facts with
            {
                Years = facts.Years.Value.Replace(wrong, wrong with { Chart = wrong.Chart!.Remove(AccountNumber.From(1910)) }),
            };
        }

        var terms = Terms with { AccountingFrom = new(2024, 2, 1), Waiting = [new(2025, 3, 1)] };

        NotOk(ReadinessCheck.Of(facts, terms, Today)).ShouldBe(
            ["accounts-exist Blocked [1910, , 2024-01-01, 2025-12-31, , ] 2024-01-01..2025-12-31 1910"]);
    }

    [Fact]
    public void What_was_never_read_is_not_judged()
    {
        var report = ReadinessCheck.Of(BooksFacts.Nothing, Terms, Today);

        report.Points.Select(point => point.ToString()).ShouldBe(
        [
            "sync-sales Ok []", "accounting-from Ok [2026-11-01]", "authorised Ok [owner@example.se]", "scopes Ok []",
            "account-mapping Ok [4]", "series-chosen Ok [K]", "series-kept Ok [K, ]",
        ]);
    }

    [Theory]
    [InlineData("2026-11-05", 1910, false, "lock, account")]
    [InlineData("2026-11-05", 3001, false, "lock")]
    [InlineData("2026-11-15", 1910, false, "account")]
    [InlineData("2026-11-15", 3001, false, "")]
    [InlineData("2026-11-15", 3001, true, "invoices")]
    public void Each_blocked_point_holds_what_it_concerns_and_no_more(string date, int account, bool hasInvoices, string held)
    {
        var facts = With(2026, 1910, one => one with { IsActive = false }) with
        {
            Company = Facts.Company! with { LockedThrough = new(2026, 11, 10), NextInvoiceNumber = 0 },
        };
        var names = new Dictionary<string, string>
        {
            [ReadinessCodes.AccountingLock] = "lock", [ReadinessCodes.AccountsActive] = "account", [ReadinessCodes.InvoiceNumber] = "invoices",
        };

        var holding = ReadinessCheck.Of(facts, Terms, Today).Holding(
            DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), [AccountNumber.From(account)], hasInvoices);

        holding.Select(point => names[point.Code]).ShouldBe(held.Split(", ", StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    private static BooksFacts Refused(RefusedBecause because) => Facts with { Refusals = [new BooksRefusal(because, "said")] };

    private static ImmutableArray<string> NotOk(ReadinessReport report) =>
        [.. report.Points.Where(point => point.Status is not ReadinessStatus.Ok).Select(point => point.ToString())];
}
