using SpirisSandbox.Api;
using SpirisSandbox.Labels;

namespace SpirisSandbox.Articles;

/// <summary>
/// Something that is sold. Its account coding says what VAT it carries and which accounts its sales are booked on.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, ArticleApi: names, order and nullability. Prices are kronor.</remarks>
public sealed record ArticleApi
{
    public Guid Id { get; init; }

    public bool IsActive { get; init; }

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public Guid CodingId { get; init; }

    public Guid UnitId { get; init; }

    public string? NameEnglish { get; init; }

    public decimal NetPrice { get; init; }

    public decimal NetPriceWithDiscount { get; init; }

    public decimal GrossPrice { get; init; }

    public string? CodingName { get; init; }

    public string? UnitName { get; init; }

    public string? UnitAbbreviation { get; init; }

    public decimal StockBalance { get; init; }

    public DateTimeOffset? StockBalanceManuallyChangedUtc { get; init; }

    public decimal StockBalanceReserved { get; init; }

    public decimal StockBalanceAvailable { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    public DateTimeOffset ChangedUtc { get; init; }

    public int? HouseWorkType { get; init; }

    public decimal PurchasePrice { get; init; }

    public DateTimeOffset? PurchasePriceManuallyChangedUtc { get; init; }

    public bool SendToWebshop { get; init; }

    public bool UsesMoss { get; init; }

    public IReadOnlyList<LabelApi>? ArticleLabels { get; init; }

    public IReadOnlyList<Guid>? MessageThreads { get; init; }

    public IReadOnlyList<Guid>? Notes { get; init; }

    public string? Note { get; init; }

    public bool IsStock { get; init; }

    public bool ShowStockInformation { get; init; }

    public bool IsServiceArticle { get; init; }

    public string? StockLocationReference { get; init; }

    public decimal FreightCosts { get; init; }

    public DateTimeOffset? FreightCostsManuallyChangedUtc { get; init; }

    public bool UpdateStockPrices { get; init; }

    public IReadOnlyList<ArticleBarcodeApi>? Barcodes { get; init; }

    public decimal StockValue { get; init; }

    public int? GreenTechnologyType { get; init; }

    public decimal DiscountPercentage { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal PurchasePriceWithCurrency { get; init; }

    public decimal FreightCostWithCurrency { get; init; }

    public decimal? OrderingPoint { get; init; }

    public Guid? SupplierId { get; init; }

    public string? SupplierArticleNumber { get; init; }

    /// <summary>1 goods, 2 services: a property that can be filtered by and is never answered.</summary>
    /// <remarks>Source: portal, changelog 2022: <c>CodingType eq 1</c>.</remarks>
    [NotOnTheWire(MayBeFilteredBy = true)]
    public int CodingType => IsServiceArticle ? 2 : 1;
}

/// <summary>A bar code; the only type there is is 0.</summary>
/// <remarks>Source: OpenAPI 2026-09, ArticleBarcodeApi.</remarks>
public sealed record ArticleBarcodeApi(string? Barcode, int BarcodeType);
