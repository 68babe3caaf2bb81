using System.Collections.Immutable;
using System.Text.Json;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Invoicing;

/// <summary>An invoice draft, an invoice or an order, as far as it is read here.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CustomerInvoiceDraftApi</c>, <c>CustomerInvoiceApi</c>, <c>OrderApi</c>: the three name their
/// amounts differently.</remarks>
internal sealed record SalesAnswer
{
    public Guid? Id { get; init; }

    /// <summary>Of an invoice.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>Of an order; none while it is a draft.</summary>
    public int? Number { get; init; }

    /// <summary>Of an order: 1 draft, 2 ongoing, 3 shipped, 4 invoiced.</summary>
    public int? Status { get; init; }

    public bool? IncludesVat { get; init; }

    /// <summary>Of an invoice or a draft of one.</summary>
    public decimal? TotalAmount { get; init; }

    public decimal? TotalVatAmount { get; init; }

    public decimal? TotalRoundings { get; init; }

    /// <summary>Of an order.</summary>
    public decimal? Amount { get; init; }

    public decimal? VatAmount { get; init; }

    public decimal? RoundingsAmount { get; init; }

    public ImmutableArray<SalesAnswerRow?>? Rows { get; init; }

    /// <summary>Reads a body; <see langword="null"/> when it is not the whole JSON object it should be.</summary>
    internal static SalesAnswer? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, SpirisJson.Default.SalesAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A row, of which only the text is read.</summary>
internal sealed record SalesAnswerRow(string? Text);
