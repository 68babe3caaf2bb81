using SpirisSandbox.Api;

namespace SpirisSandbox.Sales;

/// <summary>Who may call the operations of the sales side.</summary>
/// <remarks>Source: OpenAPI 2026-09 and Swagger 2024-05: scopes, variants and modules of each tag.</remarks>
internal static class SalesAccess
{
    private const ProductVariants ThatInvoice =
        ProductVariants.Pro | ProductVariants.Standard | ProductVariants.Invoicing | ProductVariants.Solo;

    private const ProductVariants ThatTakeOrders = ThatInvoice & ~ProductVariants.Solo;

    public static readonly Access Read = Access.ReadSales with { Variants = ThatInvoice };

    public static readonly Access Write = Access.WriteSales with { Variants = ThatInvoice };

    /// <summary>Writing that the documents open to <c>ea:sales_readonly</c> too, such as POST of an invoice.</summary>
    public static readonly Access WriteWithReadonlyScope = Read;

    public static readonly Access ReadLabels = Access.ReadSales with { Variants = ThatTakeOrders };

    public static readonly Access WriteLabels = Access.WriteSales with { Variants = ThatTakeOrders };

    public static readonly Access ReadTermsOfPayment =
        new(Scope.Sales, Scope.SalesReadonly, Scope.Purchase, Scope.PurchaseReadonly);

    public static Access ReadOrders(SalesAssumptions assumptions) =>
        ReadLabels with { Module = assumptions.OrderModule };

    public static Access WriteOrders(SalesAssumptions assumptions) =>
        WriteLabels with { Module = assumptions.OrderModule };
}
