using SpirisSandbox.Api;
using SpirisSandbox.Labels;

namespace SpirisSandbox.Articles;

/// <summary>
/// The body of POST and PUT of an article. A PUT replaces everything: what is left out becomes null or zero.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, ArticleApi: required are Number, Name, CodingId, UnitId and IsActive.</remarks>
public sealed record ArticleInput : ApiInput<ArticleApi>
{
    public bool? IsActive { get; init; }

    public string? Number { get; init; }

    public string? Name { get; init; }

    public Guid? CodingId { get; init; }

    public Guid? UnitId { get; init; }

    public string? NameEnglish { get; init; }

    public decimal? NetPrice { get; init; }

    public decimal? NetPriceWithDiscount { get; init; }

    public decimal? GrossPrice { get; init; }

    public decimal? StockBalance { get; init; }

    public int? HouseWorkType { get; init; }

    public decimal? PurchasePrice { get; init; }

    public bool? SendToWebshop { get; init; }

    public bool? UsesMoss { get; init; }

    public IReadOnlyList<LabelInput?>? ArticleLabels { get; init; }

    public string? Note { get; init; }

    public bool? IsStock { get; init; }

    public string? StockLocationReference { get; init; }

    public decimal? FreightCosts { get; init; }

    public bool? UpdateStockPrices { get; init; }

    public IReadOnlyList<ArticleBarcodeApi?>? Barcodes { get; init; }

    public int? GreenTechnologyType { get; init; }

    public decimal? DiscountPercentage { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? PurchasePriceWithCurrency { get; init; }

    public decimal? FreightCostWithCurrency { get; init; }

    public decimal? OrderingPoint { get; init; }

    public Guid? SupplierId { get; init; }

    public string? SupplierArticleNumber { get; init; }
}
