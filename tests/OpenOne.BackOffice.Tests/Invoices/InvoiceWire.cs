using System.Text.Json.Nodes;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>Receipts as the contract writes them, spelled out so that a renamed member breaks a test and not a point of sale.</summary>
public static class InvoiceWire
{
    /// <summary>Receipt 88121 of the made-up evening: a lunch for fourteen.</summary>
    public static JsonObject Lunch(string receiptNumber = "88121", string register = "EXEMPEL1") => (JsonObject)JsonNode.Parse(
        $$"""
        {
          "register": "{{register}}", "businessDate": "2026-11-20", "receiptNumber": "{{receiptNumber}}",
          "soldAt": "2026-11-20T13:20:05+01:00",
          "customer": {
            "customerNumber": "1001", "name": "Kontorsbolaget AB", "organisationNumber": "559244-0001",
            "address": "Storgatan 1", "postalCode": "111 22", "city": "Stockholm", "countryCode": "SE", "isPrivatePerson": false
          },
          "yourReference": "Kim Lund",
          "lines": [
            { "productGroup": "food", "text": "Lunchbuffé", "quantity": 14, "gross": 1694.00, "vat": 181.50, "vatRate": 12 }
          ],
          "total": 1694.00
        }
        """)!;

    /// <summary>The same with something changed.</summary>
    public static JsonObject With(this JsonObject receipt, Action<JsonObject> change)
    {
        change(receipt);
        return receipt;
    }
}
