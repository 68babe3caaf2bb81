using System.Text.Json;

namespace OpenOne.BackOffice.Closings;

/// <summary>A closing as a point of sale posts it: the wire's own names, kronor as decimals.</summary>
/// <remarks>Source: the closing contract (<c>docs/api.md</c>). Only the shape stands here; <see cref="ClosingReader"/> makes a
/// <see cref="Domain.Closings.ZReport"/> of it or says what is wrong.</remarks>
public sealed record ClosingDocument
{
    /// <summary>How the wire is read: unknown and repeated members, wrong types and comments are refused.</summary>
    /// <remarks>The deepest a well-formed closing goes is closing, invoices, invoice, lines, line.</remarks>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 8,
    };

    public string? OrganisationNumber { get; init; }

    public required string Register { get; init; }

    public required int ZNumber { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public string? Currency { get; init; }

    public required List<SalesRow> Sales { get; init; }

    public required List<VatRow> Vat { get; init; }

    public required List<PaymentRow> Payments { get; init; }

    public decimal Rounding { get; init; }

    public CashRow? Cash { get; init; }

    public List<InvoiceRow>? Invoices { get; init; }

    public CountsRow? Counts { get; init; }

    public GrandTotalsRow? GrandTotals { get; init; }

    public sealed record SalesRow
    {
        public required string ProductGroup { get; init; }

        public string? Name { get; init; }

        public required decimal VatRate { get; init; }

        public required decimal Gross { get; init; }

        public decimal? Vat { get; init; }

        public decimal? Quantity { get; init; }
    }

    public sealed record VatRow
    {
        public required decimal Rate { get; init; }

        public required decimal Gross { get; init; }

        public decimal? Net { get; init; }

        public required decimal Vat { get; init; }
    }

    public sealed record PaymentRow
    {
        public required string Method { get; init; }

        public string? Name { get; init; }

        public required decimal Amount { get; init; }

        public decimal Tip { get; init; }
    }

    public sealed record CashRow
    {
        public decimal OpeningFloat { get; init; }

        public decimal Deposits { get; init; }

        public decimal Withdrawals { get; init; }

        public decimal? Counted { get; init; }
    }

    public sealed record InvoiceRow
    {
        public required string ReceiptNumber { get; init; }

        public DateTimeOffset? SoldAt { get; init; }

        public required CustomerRow Customer { get; init; }

        public string? YourReference { get; init; }

        public string? Note { get; init; }

        public required List<InvoiceLineRow> Lines { get; init; }

        public decimal Tip { get; init; }

        public required decimal Total { get; init; }
    }

    public sealed record CustomerRow
    {
        public string? CustomerNumber { get; init; }

        public string? Name { get; init; }

        public string? OrganisationNumber { get; init; }

        public string? Email { get; init; }

        public string? Address { get; init; }

        public string? PostalCode { get; init; }

        public string? City { get; init; }

        public string? CountryCode { get; init; }

        public bool? IsPrivatePerson { get; init; }
    }

    public sealed record InvoiceLineRow
    {
        public required string ProductGroup { get; init; }

        public required string Text { get; init; }

        public required decimal Quantity { get; init; }

        public required decimal Gross { get; init; }

        public decimal? Vat { get; init; }

        public required decimal VatRate { get; init; }
    }

    public sealed record CountsRow
    {
        public int? Receipts { get; init; }

        public int? Goods { get; init; }

        public int? Services { get; init; }

        public int? DrawerOpenings { get; init; }

        public int? ReceiptCopies { get; init; }

        public decimal? ReceiptCopiesAmount { get; init; }

        public int? Training { get; init; }

        public decimal? TrainingAmount { get; init; }

        public int? Returns { get; init; }

        public decimal? ReturnsAmount { get; init; }

        public int? Discounts { get; init; }

        public decimal? DiscountsAmount { get; init; }

        public int? Unfinished { get; init; }

        public decimal? UnfinishedAmount { get; init; }
    }

    public sealed record GrandTotalsRow
    {
        public required decimal Sales { get; init; }

        public required decimal Returns { get; init; }

        public required decimal Net { get; init; }
    }
}
