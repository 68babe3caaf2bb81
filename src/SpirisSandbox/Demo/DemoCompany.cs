using SpirisSandbox.Accounts;
using SpirisSandbox.CompanySettings;
using SpirisSandbox.CostCenters;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Demo;

/// <summary>What tells one demo company from another.</summary>
internal sealed record DemoCompany(
    string OrganisationNumber, string Name, IReadOnlyList<ChartAccount> Chart, (long V25, long V12, long V6) OutputVat)
{
    private const int FirstYear = 2020;
    private const int LastYear = 2027;

    public required int NextCustomerInvoiceNumber { get; init; }

    public required IReadOnlyList<string> Modules { get; init; }

    public required bool UsesCostCenters { get; init; }

    public Company Build(DateTimeOffset now)
    {
        var company = new Company(Id("company"), Settings());
        company.Write(() =>
        {
            AddSeries(company);
            var vatCodes = DemoVatCodes.For(OutputVat, mark => Id("vatcode", mark));
            foreach (var code in vatCodes.Values)
            {
                company.VatCodes.Put(code);
            }

            for (var year = FirstYear; year <= LastYear; year++)
            {
                AddYear(company, year, mark => mark is null ? null : vatCodes[mark], now);
            }

            DemoSales.Seed(company, Chart, names => Id(names), now);
            AddCostCenters(company, now);
        });
        return company;
    }

    private Guid Id(params string[] names) => DemoId.Of([OrganisationNumber, .. names]);

    private static void AddSeries(Company company)
    {
        company.VoucherSeries.Put(new VoucherSeries("A", "Manuella verifikationer", IsDefault: true));
        company.VoucherSeries.Put(new VoucherSeries("B", "Kundfakturor", IsDefault: false));
        company.VoucherSeries.Put(new VoucherSeries("C", "Inbetalningar", IsDefault: false));
        company.VoucherSeries.Put(new VoucherSeries("D", "Leverantörsfakturor", IsDefault: false));
        company.VoucherSeries.Put(new VoucherSeries("E", "Utbetalningar", IsDefault: false));
        company.VoucherSeries.Put(new VoucherSeries("K", "Dagskassor", IsDefault: false));
    }

    private void AddYear(Company company, int year, Func<string?, VatCodes.VatCodeApi?> vatCode, DateTimeOffset now)
    {
        var fiscalYear = new FiscalYearApi(
            Id("fiscalyear", FormattableString.Invariant($"{year}")),
            new DateOnly(year, 1, 1),
            new DateOnly(year, 12, 31),
            IsLockedForAccounting: false,
            BookkeepingMethod: 0);
        company.FiscalYears.Put(fiscalYear);
        foreach (var account in Chart)
        {
            var type = AccountTypesAPI.Of(account.Number);
            company.Accounts.Put(new AccountApi
            {
                Name = account.Name,
                Number = account.Number,
                VatCodeId = vatCode(account.Vat)?.Id,
                VatCodeDescription = vatCode(account.Vat)?.Description,
                FiscalYearId = fiscalYear.Id,
                Type = type.Type,
                TypeDescription = type.TypeDescription,
                ModifiedUtc = now,
                CreatedUtc = now,
                IsActive = account.IsActive,
                AllowTransactionText = true,
                IsProjectAllowed = true,
                IsCostCenterAllowed = UsesCostCenters && account.Number[0] >= '3',
            });
        }
    }

    private void AddCostCenters(Company company, DateTimeOffset now)
    {
        string[] groups = ["Resultatenhet 1", "Resultatenhet 2", "Resultatenhet 3"];
        for (var number = 1; number <= groups.Length; number++)
        {
            var name = groups[number - 1];
            var id = Id("costcenter", name);
            IReadOnlyList<CostCenterItemApi> items = UsesCostCenters && number == 1
                ? [Item(id, "Matsalen", "MAT", now), Item(id, "Baren", "BAR", now), Item(id, "Uteserveringen", "UTE", now)]
                : [];
            company.CostCenters.Put(new CostCenterApi(name, number, IsActive: items.Count > 0, items, id));
        }
    }

    private CostCenterItemApi Item(Guid center, string name, string shortName, DateTimeOffset now) =>
        new(center, Id("costcenteritem", shortName), name, shortName, IsActive: true, now);

    private CompanySettingsApi Settings() => new()
    {
        Name = Name,
        Email = "kontakt@exempel.se",
        Address1 = "Exempelgatan 1",
        CountryCode = "SE",
        PostalCode = "111 11",
        City = "Stockholm",
        CurrencyCode = "SEK",
        TermsOfPaymentId = Id("termsofpayment", "30"),
        CorporateIdentityNumber = OrganisationNumber,
        VatCode = "SE" + OrganisationNumber.Replace("-", "", StringComparison.Ordinal) + "01",
        BankGiro = "5555-5551",
        AccountNumberDigits = 4,
        ProductVariant = 1,
        TypeOfBusiness = 1,
        VatPeriod = 2,
        ActivatedModules = Modules,
        NextCustomerNumber = 1,
        NextSupplierNumber = 1,
        NextCustomerInvoiceNumber = NextCustomerInvoiceNumber,
        NextQuoteNumber = 1,
        NextOrderNumber = 1,
        NextArticleNumber = 1,
        UsesCostCenter = UsesCostCenters,
        UsesProject = true,
        UsesPaymentReferenceNumber = true,
        DomesticCurrencyRounding = 1,
        CompanyStatus = 1,
        CompanyIdentifier = OrganisationNumber,
        UseAutomaticVatCalculation = false,
        UsesTransactionText = true,
        KeepOriginalDraftDate = false,
    };
}
