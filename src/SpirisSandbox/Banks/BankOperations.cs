using SpirisSandbox.Api;
using SpirisSandbox.Demo;

namespace SpirisSandbox.Banks;

/// <summary>A bank that a bank account can be at.</summary>
/// <remarks>Source: Swagger 2024-05, BankApi.</remarks>
public sealed record BankApi(Guid Id, string Name)
{
    /// <summary>The banks of the sandbox; which ones the real service lists is not public.</summary>
    public static readonly IReadOnlyList<BankApi> All =
    [
        .. new[] { "Danske Bank", "Handelsbanken", "Länsförsäkringar Bank", "Nordea", "SEB", "Swedbank" }
            .Select(name => new BankApi(DemoId.Of("bank", name), name)),
    ];
}

/// <summary>What a payment abroad is for, as the Swedish statistics want it told.</summary>
/// <remarks>Source: Swagger 2024-05, ForeignPaymentCodesAPI.</remarks>
public sealed record ForeignPaymentCodesAPI(int Code, string Description, Guid Id, string CountryCode)
{
    /// <summary>A few codes to have some; the real list is longer.</summary>
    public static readonly IReadOnlyList<ForeignPaymentCodesAPI> All =
    [
        Of(101, "Import och export av varor"),
        Of(140, "Resor"),
        Of(240, "Licenser och programvara"),
        Of(462, "Övriga tjänster"),
    ];

    private static ForeignPaymentCodesAPI Of(int code, string description) =>
        new(code, description, DemoId.Of("foreignpaymentcode", description), "SE");
}

/// <summary><c>/v2/banks</c> and <c>/v2/foreignpaymentcodes</c>: read only.</summary>
/// <remarks>Source: Swagger 2024-05; one payment code by its id since, OpenAPI 2026-09.</remarks>
public static class BankOperations
{
    private const ProductVariants ThatPayAbroad =
        ProductVariants.Pro | ProductVariants.Standard | ProductVariants.Bookkeeping;

    private static readonly Access _read = new(Scope.Purchase, Scope.PurchaseReadonly);

    public static void Map(ApiRoutes v2)
    {
        var codes = _read with { Variants = ThatPayAbroad };
        v2.Get("/banks", _read, call => call.List(BankApi.All));
        v2.Get("/foreignpaymentcodes", codes, call => call.List(ForeignPaymentCodesAPI.All));
        v2.Get("/foreignpaymentcodes/{id:guid}", codes, call =>
            ApiAnswer.Found(ForeignPaymentCodesAPI.All.FirstOrDefault(code => code.Id == call.Id("id"))));
    }
}
