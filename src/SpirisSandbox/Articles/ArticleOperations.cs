using SpirisSandbox.Api;
using SpirisSandbox.Labels;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Articles;

/// <summary><c>/v2/articles</c>. There is no DELETE: an article is set inactive instead.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09. The query <c>customerId</c> is taken and changes nothing: the sandbox has no price lists.
/// </remarks>
public static class ArticleOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/articles", SalesAccess.Read, call => call.Flag("showPricesWithTwoDecimals", otherwise: false)
            ? call.List(Visible(call).Select(Rounded).ToArray())
            : call.List(Visible(call)));
        v2.Get("/articles/{articleId:guid}", SalesAccess.Read, One);
        v2.Post<ArticleInput>("/articles", SalesAccess.Write, Create);
        v2.Put<ArticleInput>("/articles/{articleId:guid}", SalesAccess.Write, Replace);
    }

    private static IReadOnlyList<ArticleApi> Visible(ApiCall call) =>
        call.Visible(call.Company.Sales.Articles.All, article => article.CreatedUtc);

    private static ApiAnswer One(ApiCall call)
    {
        var article = call.Company.Sales.Articles.Find(call.Id("articleId"));
        return ApiAnswer.Found(article is not null && call.Flag("showPricesWithTwoDecimals", otherwise: false)
            ? Rounded(article)
            : article);
    }

    private static ArticleApi Rounded(ArticleApi article)
    {
        var prices = new ArticlePrices(article.NetPrice, article.GrossPrice).WithTwoDecimals();
        return article with { NetPrice = prices.Net, GrossPrice = prices.Gross };
    }

    private static ApiAnswer Create(ApiCall call, ArticleInput input) => WhyNot(call, input, old: null)
        ?? (ApiAnswer)new ApiAnswer.Created(
            Keep(call, input, new ArticleApi { Id = Guid.NewGuid(), CreatedUtc = call.Now }));

    private static ApiAnswer Replace(ApiCall call, ArticleInput input) =>
        call.Company.Sales.Articles.Find(call.Id("articleId")) is not { } old
            ? ApiAnswer.Found(null)
            : WhyNot(call, input, old) ?? (ApiAnswer)new ApiAnswer.Ok(Keep(call, input, old));

    private static ApiAnswer.Refused? WhyNot(ApiCall call, ArticleInput input, ArticleApi? old)
    {
        var errors = ArticleFields.Check(input);
        LabelOperations.Resolve(
            call.Company.Sales.ArticleLabels, input.ArticleLabels, nameof(input.ArticleLabels), errors);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var coding = Coding(call, input);
        return 0 switch
        {
            _ when coding is not { IsActive: true } => Unknown(call, nameof(input.CodingId)),
            _ when call.Company.Sales.Units.Find(input.UnitId!.Value) is null => Unknown(call, nameof(input.UnitId)),
            _ when call.Company.Sales.Articles.Any(other => other.Number == input.Number && other.Id != old?.Id) =>
                new ApiAnswer.Refused(
                    ErrorCatalogue.Conflict, $"An article with the number {input.Number} exists already."),
            _ => ArticlePrices.Of(input, coding.VatRatePercent)
                .WhyNot(coding.VatRatePercent, call.Assumptions.Sales.ArticlePriceTolerance),
        };
    }

    // What is read-only stays as it was; everything else is what was sent, or nothing.
    private static ArticleApi Keep(ApiCall call, ArticleInput input, ArticleApi old)
    {
        var coding = Coding(call, input)!;
        var unit = call.Company.Sales.Units.Find(input.UnitId!.Value)!;
        var prices = ArticlePrices.Of(input, coding.VatRatePercent);
        var article = old with
        {
            IsActive = input.IsActive!.Value,
            Number = input.Number!,
            Name = input.Name!,
            CodingId = coding.Id,
            UnitId = unit.Id,
            NameEnglish = input.NameEnglish,
            NetPrice = prices.Net,
            NetPriceWithDiscount = input.NetPriceWithDiscount ?? 0,
            GrossPrice = prices.Gross,
            CodingName = coding.Name,
            UnitName = unit.Name,
            UnitAbbreviation = unit.Abbreviation,
            StockBalance = input.StockBalance ?? 0,
            StockBalanceAvailable = input.StockBalance ?? 0,
            HouseWorkType = input.HouseWorkType,
            PurchasePrice = decimal.Round(input.PurchasePrice ?? 0, 2, MidpointRounding.AwayFromZero),
            SendToWebshop = input.SendToWebshop ?? true,
            UsesMoss = input.UsesMoss ?? false,
            ArticleLabels = LabelOperations.Resolve(
                call.Company.Sales.ArticleLabels, input.ArticleLabels, nameof(input.ArticleLabels), new FieldErrors()),
            Note = input.Note,
            ShowStockInformation = coding.Type == ArticleAccountCodingAPI.Goods,
            IsServiceArticle = coding.Type == ArticleAccountCodingAPI.Service,
            StockLocationReference = input.StockLocationReference,
            FreightCosts = input.FreightCosts ?? 0,
            UpdateStockPrices = input.UpdateStockPrices ?? false,
            Barcodes = input.Barcodes?.OfType<ArticleBarcodeApi>().ToArray(),
            GreenTechnologyType = input.GreenTechnologyType,
            DiscountPercentage = input.DiscountPercentage ?? 0,
            CurrencyCode = input.CurrencyCode,
            PurchasePriceWithCurrency = input.PurchasePriceWithCurrency ?? 0,
            FreightCostWithCurrency = input.FreightCostWithCurrency ?? 0,
            OrderingPoint = input.OrderingPoint,
            SupplierId = input.SupplierId == Guid.Empty ? null : input.SupplierId,
            SupplierArticleNumber = input.SupplierArticleNumber,
            ChangedUtc = call.Now,
        };
        call.Company.Sales.Articles.Put(article);
        return article;
    }

    private static ArticleAccountCodingAPI? Coding(ApiCall call, ArticleInput input) =>
        ArticleAccountCodings.Find(call.Company, call.Assumptions.Sales, input.CodingId!.Value);

    private static ApiAnswer.Refused Unknown(ApiCall call, string field)
    {
        var errors = new FieldErrors();
        errors.Add(field, $"{field} names nothing that can be used.");
        return errors.Refusal(call.Assumptions.Sales.UnknownReferenceError);
    }
}
