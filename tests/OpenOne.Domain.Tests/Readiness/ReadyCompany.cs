using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;

namespace OpenOne.Domain.Tests.Readiness;

/// <summary>A company where nothing is missing, to be broken point by point.</summary>
internal static class ReadyCompany
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly OrganisationNumber _number = OrganisationNumber.Parse("559999-9991");

    private static readonly Guid _bar = new("00000000-0000-0000-0000-00000000000b");

    public static ReadinessTerms Terms { get; } = new(_number)
    {
        SyncSales = true,
        AccountingFrom = new DateOnly(2026, 11, 1),
        Series = VoucherSeries.Parse("K"),
        Invoices = true,
        Orders = true,
        Access = new BooksAccess.Granted("owner@example.se"),
        Accounts =
        [
            new(AccountNumber.From(1910), AccountUse.Other, null),
            new(AccountNumber.From(2611), AccountUse.OutputVat, VatRate.Standard),
            new(AccountNumber.From(3001), AccountUse.Sales, VatRate.Standard),
            new(AccountNumber.From(3004), AccountUse.Sales, VatRate.None),
        ],
        CostCentres = [new(_bar, 1, "Baren", AccountNumber.From(3001))],
    };

    public static BooksFacts Facts { get; } = new()
    {
        Company = new("Restaurang Exempel AB", _number, IsActive: true, new(true, true, true, true), UsesCostCentres: true, null, 1001),
        User = new("anna@exempel.se", MayWrite: true),
        Years = [Year(2025), Year(2026), Year(2027)],
        CostCentres = [new(_bar, 1, "Baren", IsActive: true)],
        Series = [new("K", [new(VoucherOrigin.Ours, 3)]), new("A", [new(VoucherOrigin.ByHand, 40)])],
        Outside = [],
    };

    public static VatCodeFacts Code(string code, int percent) => new(Guid.Empty, code, "moms", percent);

    public static BooksYearFacts Year(int year) => new(
        new Guid(year, 0, 0, new byte[8]), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), IsLocked: false,
        new AccountFacts[]
        {
            new(AccountNumber.From(1910), "Kassa", true),
            new(AccountNumber.From(2611), "Utgående moms", true) { VatCode = Code("10", 25) },
            new(AccountNumber.From(3001), "Försäljning", true) { VatCode = Code("05", 25), AllowsCostCentres = true },
            new(AccountNumber.From(3004), "Momsfritt", true) { VatCode = Code("42", 0) },
        }.ToImmutableDictionary(account => account.Number));

    /// <summary>The facts with an account of one year changed, or taken away.</summary>
    public static BooksFacts With(int year, int number, Func<AccountFacts, AccountFacts?> change)
    {
        var changed = Facts.Years!.Value.Single(one => one.First.Year == year);
        var account = AccountNumber.From(number);
        var chart = change(changed.Chart![account]) is { } made ? changed.Chart.SetItem(account, made) : changed.Chart.Remove(account);
        return Facts with { Years = Facts.Years.Value.Replace(changed, changed with { Chart = chart }) };
    }

    /// <summary>The facts with the company changed.</summary>
    public static BooksFacts With(Func<BooksCompany, BooksCompany> change) => Facts with { Company = change(Facts.Company!) };

    /// <summary>The facts with only some years.</summary>
    public static BooksFacts WithYears(params BooksYearFacts[] years) => Facts with { Years = [.. years] };
}
