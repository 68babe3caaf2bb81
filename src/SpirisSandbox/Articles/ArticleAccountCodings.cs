using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.State;

namespace SpirisSandbox.Articles;

/// <summary>
/// What VAT an article carries, and the account its sales go to by where the customer is (artikelkontering).
/// </summary>
/// <param name="Type">Goods or Service.</param>
/// <param name="VatRate">The rate as a text, such as <c>25 %</c>.</param>
/// <param name="VatRatePercent">The rate as a number.</param>
/// <remarks>
/// Source: OpenAPI 2026-09, ArticleAccountCodingApi; its capital API in the name is that of the 2024 document. An
/// account number is null for a case the coding does not have: an invoice that needs it gives 4024.
/// </remarks>
public sealed record ArticleAccountCodingAPI(
    Guid Id,
    string Name,
    string NameEnglish,
    string Type,
    string VatRate,
    bool IsActive,
    decimal VatRatePercent,
    long? DomesticSalesSubjectToReversedConstructionVatAccountNumber,
    long? DomesticSalesSubjectToVatAccountNumber,
    long? DomesticSalesVatExemptAccountNumber,
    long? ForeignSalesSubjectToMossAccountNumber,
    long? ForeignSalesSubjectToThirdPartySalesAccountNumber,
    long? ForeignSalesSubjectToVatWithinEuAccountNumber,
    long? ForeignSalesVatExemptOutsideEuAccountNumber,
    long? ForeignSalesVatExemptWithinEuAccountNumber,
    long? DomesticSalesVatCodeExemptAccountNumber,
    DateTimeOffset ChangedUtc)
{
    public const string Goods = "Goods";

    public const string Service = "Service";

    /// <summary>True for a coding without VAT that books on a liability: tips, gift cards.</summary>
    [NotOnTheWire]
    public bool IsOnLiability { get; init; }
}

/// <summary><c>/v2/articleaccountcodings</c>: read only; they are made in the program.</summary>
/// <remarks>The query <c>vatRateDate</c> is taken and changes nothing: the demo's rates have never changed.</remarks>
public static class ArticleAccountCodings
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/articleaccountcodings", SalesAccess.Read, call => call.List(call.Company.Sales.AccountCodings
            .Where(coding => Offers(call.Assumptions.Sales, coding))
            .Select(coding => Shown(call, coding))
            .ToArray()));
        v2.Get("/articleaccountcodings/{id:guid}", SalesAccess.Read, call => ApiAnswer.Found(
            Find(call.Company, call.Assumptions.Sales, call.Id("id")) is { } coding ? Shown(call, coding) : null));
    }

    internal static ArticleAccountCodingAPI? Find(Company company, SalesAssumptions assumptions, Guid id) =>
        company.Sales.AccountCodings.Find(id) is { } coding && Offers(assumptions, coding) ? coding : null;

    private static bool Offers(SalesAssumptions assumptions, ArticleAccountCodingAPI coding) =>
        assumptions.LiabilityAccountCodings || !coding.IsOnLiability;

    private static ArticleAccountCodingAPI Shown(ApiCall call, ArticleAccountCodingAPI coding) =>
        coding with { VatRatePercent = call.Assumptions.Sales.Shown(coding.VatRatePercent) };
}
