using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Invoicing;

namespace OpenOne.Spiris.Invoicing;

/// <summary>A draft of an invoice or of an order, as it is to go over the wire.</summary>
/// <param name="Kind">What it is to become.</param>
/// <param name="Customer">Spiris' id of the customer.</param>
/// <param name="Date">Its date.</param>
/// <param name="Reference">The customer's reference.</param>
/// <param name="Lines">Its rows, each with Spiris' id of its article; without one on a text row.</param>
public sealed record SalesDraft(
    InvoiceKind Kind, Guid Customer, DateOnly Date, string? Reference,
    ImmutableArray<(PricedRow Row, Guid? Article)> Lines)
{
    // Orders: 1 is a draft (OpenAPI 2026-09, OrderApi.Status).
    private const int OrderDraft = 1;

    // Letters as themselves, so that people can read the bytes that are stored.
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The exact bytes of the request.</summary>
    /// <remarks>Source: OpenAPI 2026-09, <c>CustomerInvoiceDraftApi</c> and <c>OrderApi</c>, with what they call required.</remarks>
    public byte[] Write()
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, _readable))
        {
            json.WriteStartObject();
            json.WriteString("CustomerId", Customer);
            json.WriteBoolean("EuThirdParty", false);
            json.WriteNumber("RotReducedInvoicingType", 0);
            if (Reference is { Length: > 0 })
            {
                json.WriteString("YourReference", Reference);
            }

            WriteHead(json);
            json.WriteStartArray("Rows");
            for (var i = 0; i < Lines.Length; i++)
            {
                WriteRow(json, i, Lines[i].Row, Lines[i].Article);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    /// <summary>What Spiris is to compare before it makes a draft into an invoice; nothing for an order.</summary>
    /// <remarks>Source: OpenAPI 2026-09, <c>CustomerInvoiceDraftValidationApi</c>: negative for a credit invoice, and what is left
    /// out is not looked at.</remarks>
    public static byte[] WriteExpectation(InvoiceKind kind, Money total, Money vat)
    {
        if (kind is InvoiceKind.Order)
        {
            return "{}"u8.ToArray();
        }

        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteNumber("TotalAmountInvoiceCurrency", Kronor(total));
            json.WriteNumber("TotalVatAmountInvoiceCurrency", Kronor(vat));
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    private void WriteHead(Utf8JsonWriter json)
    {
        var date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString("DeliveryDate", date);
        if (Kind is InvoiceKind.Order)
        {
            json.WriteString("OrderDate", date);
            json.WriteString("CurrencyCode", "SEK");
            json.WriteBoolean("ReverseChargeOnConstructionServices", false);
            json.WriteNumber("Status", OrderDraft);
        }
        else
        {
            json.WriteString("InvoiceDate", date);
            json.WriteBoolean("IsCreditInvoice", Kind is InvoiceKind.CreditInvoice);
        }
    }

    private void WriteRow(Utf8JsonWriter json, int line, PricedRow row, Guid? article)
    {
        json.WriteStartObject();
        json.WriteNumber("LineNumber", line);
        json.WriteBoolean("IsTextRow", article is null);
        json.WriteString("Text", row.Text);
        if (Kind is InvoiceKind.Order)
        {
            json.WriteBoolean("IsWorkCost", false);
            json.WriteBoolean("EligibleForReverseChargeOnVat", false);
        }
        else
        {
            json.WriteBoolean("ReversedConstructionServicesVatFree", false);
        }

        if (article is { } id)
        {
            json.WriteString("ArticleId", id);
            json.WriteNumber("Quantity", row.Quantity);
            json.WriteNumber("UnitPrice", Kronor(row.UnitPrice));
            if (Kind is InvoiceKind.Order)
            {
                json.WriteNumber("DeliveredQuantity", row.Quantity);
            }

            WriteUnit(json, "CostCenterItemId1", row.CostCentres.First);
            WriteUnit(json, "CostCenterItemId2", row.CostCentres.Second);
            WriteUnit(json, "CostCenterItemId3", row.CostCentres.Third);
        }

        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, string name, CostCentre? unit)
    {
        if (unit is not null)
        {
            json.WriteString(name, unit.Id);
        }
    }

    private static decimal Kronor(Money amount) => amount.Ore * 0.01m;
}
