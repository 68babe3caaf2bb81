using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenOne.Cli.Tests.CloseDay;

/// <summary>The closing document spelled out once more, from the API's schema and not from the code.</summary>
/// <remarks>An unknown member, a missing required one or a wrong type does not read.</remarks>
internal sealed record ClosingJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    public string? OrganisationNumber { get; init; }
    public required string Register { get; init; }
    public required int ZNumber { get; init; }
    public required DateOnly BusinessDate { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public string Currency { get; init; } = "SEK";
    public required List<SalesJson> Sales { get; init; }
    public required List<VatJson> Vat { get; init; }
    public required List<PaymentJson> Payments { get; init; }
    public decimal Rounding { get; init; }
    public CashJson? Cash { get; init; }
    public List<InvoiceJson> Invoices { get; init; } = [];
    public CountsJson? Counts { get; init; }
    public GrandTotalsJson? GrandTotals { get; init; }

    public static ClosingJson Read(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize<ClosingJson>(document, Strict)!;

    public sealed record SalesJson
    {
        public required string ProductGroup { get; init; }
        public string? Name { get; init; }
        public required int VatRate { get; init; }
        public required decimal Gross { get; init; }
        public decimal? Vat { get; init; }
        public decimal? Quantity { get; init; }
    }

    public sealed record VatJson
    {
        public required int Rate { get; init; }
        public required decimal Gross { get; init; }
        public decimal? Net { get; init; }
        public required decimal Vat { get; init; }
    }

    public sealed record PaymentJson
    {
        public required string Method { get; init; }
        public string? Name { get; init; }
        public required decimal Amount { get; init; }
        public decimal Tip { get; init; }
    }

    public sealed record CashJson
    {
        public decimal OpeningFloat { get; init; }
        public decimal Deposits { get; init; }
        public decimal Withdrawals { get; init; }
        public decimal? Counted { get; init; }
    }

    public sealed record InvoiceJson
    {
        public required string ReceiptNumber { get; init; }
        public DateTimeOffset? SoldAt { get; init; }
        public required Dictionary<string, string> Customer { get; init; }
        public string? YourReference { get; init; }
        public required List<LineJson> Lines { get; init; }
        public decimal Tip { get; init; }
        public required decimal Total { get; init; }
    }

    public sealed record LineJson
    {
        public required string ProductGroup { get; init; }
        public required string Text { get; init; }
        public required decimal Quantity { get; init; }
        public required decimal Gross { get; init; }
        public decimal? Vat { get; init; }
        public required int VatRate { get; init; }
    }

    public sealed record CountsJson
    {
        public int? Receipts { get; init; }
        public int Goods { get; init; }
        public int Services { get; init; }
        public int DrawerOpenings { get; init; }
        public int ReceiptCopies { get; init; }
        public decimal ReceiptCopiesAmount { get; init; }
        public int Training { get; init; }
        public decimal TrainingAmount { get; init; }
        public int Returns { get; init; }
        public decimal ReturnsAmount { get; init; }
        public int Discounts { get; init; }
        public decimal DiscountsAmount { get; init; }
        public int Unfinished { get; init; }
        public decimal UnfinishedAmount { get; init; }
    }

    public sealed record GrandTotalsJson
    {
        public required decimal Sales { get; init; }
        public required decimal Returns { get; init; }
        public required decimal Net { get; init; }
    }
}
