namespace SpirisSandbox.Api;

/// <summary>Who may call an operation.</summary>
/// <param name="Scopes">Any one of these is enough, always together with <c>ea:api</c>.</param>
/// <remarks>
/// Source: Swagger 2021-10 and 2024-05, which name scopes, product variants and modules of each operation.
/// </remarks>
public sealed record Access(params IReadOnlyList<string> Scopes)
{
    /// <summary>The product variants that have the operation. Default: all.</summary>
    public ProductVariants Variants { get; init; } = ProductVariants.All;

    /// <summary>The module the company must have switched on beside <c>api_standard</c>, if any.</summary>
    public string? Module { get; init; }

    public static readonly Access Anyone = new(Scope.Every);
    public static readonly Access ReadAccounting = new(Scope.Accounting, Scope.AccountingReadonly);
    public static readonly Access WriteAccounting = new(Scope.Accounting);
    public static readonly Access ReadSales = new(Scope.Sales, Scope.SalesReadonly);
    public static readonly Access WriteSales = new(Scope.Sales);
    public static readonly Access ReadBoth =
        new(Scope.Sales, Scope.SalesReadonly, Scope.Accounting, Scope.AccountingReadonly);

    public static readonly Access WriteBoth = new(Scope.Sales, Scope.Accounting);
}

/// <summary>The scopes of the API.</summary>
/// <remarks>Source: portal, "Getting started".</remarks>
public static class Scope
{
    public const string Api = "ea:api";
    public const string OfflineAccess = "offline_access";
    public const string Sales = "ea:sales";
    public const string SalesReadonly = "ea:sales_readonly";
    public const string Accounting = "ea:accounting";
    public const string AccountingReadonly = "ea:accounting_readonly";
    public const string Purchase = "ea:purchase";
    public const string PurchaseReadonly = "ea:purchase_readonly";
    public const string Payroll = "vls:api";

    /// <summary>The six that open some part of the API.</summary>
    public static readonly IReadOnlyList<string> Every =
        [Sales, SalesReadonly, Accounting, AccountingReadonly, Purchase, PurchaseReadonly];
}

/// <summary>
/// Product variants, each a bit at the place of its number in <c>CompanySettingsApi.ProductVariant</c>.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, ProductVariant.</remarks>
[Flags]
public enum ProductVariants
{
    None = 0,
    Standard = 1 << 1,
    Invoicing = 1 << 2,
    Bookkeeping = 1 << 3,
    Solo = 1 << 4,
    Pro = 1 << 5,
    InvoicingCollaboration = 1 << 6,
    All = Standard | Invoicing | Bookkeeping | Solo | Pro | InvoicingCollaboration,
    AllButSolo = All & ~Solo,
    AllButInvoicing = All & ~Invoicing & ~InvoicingCollaboration,
}
