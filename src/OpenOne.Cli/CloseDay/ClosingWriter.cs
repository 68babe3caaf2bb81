using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenOne.Cli.CloseDay;

/// <summary>Writes an evening as the API's closing document: kronor with two decimals, always the same bytes.</summary>
/// <remarks>Grand totals are left out: they go on from the evening before, which is another order.</remarks>
internal static class ClosingWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document in UTF-8, ending with a line break.</summary>
    public static byte[] Write(Evening evening)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            WriteHead(json, evening);
            WriteList(json, "sales", evening.Sales, row => WriteSales(json, row, evening.Order.Profile.VatPerRow));
            WriteList(json, "vat", evening.Vat, row => WriteVat(json, row));
            WriteList(json, "payments", evening.Payments, payment => WritePayment(json, payment));
            json.WriteNumber("rounding", Ore.ToKronor(evening.RoundingOre));
            WriteDrawer(json, evening.Drawer);
            WriteList(json, "invoices", evening.Invoiced, receipt => WriteInvoice(json, receipt));
            WriteCounts(json, evening);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, Evening evening)
    {
        json.WriteString("organisationNumber", evening.Order.OrganisationNumber);
        json.WriteString("register", evening.Order.Register);
        json.WriteNumber("zNumber", evening.Order.ZNumber);
        json.WriteString("businessDate", evening.Order.BusinessDate.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("openedAt", evening.OpenedAt);
        json.WriteString("closedAt", evening.ClosedAt);
        json.WriteString("currency", "SEK");
    }

    private static void WriteSales(Utf8JsonWriter json, SalesRow row, bool withVat)
    {
        json.WriteString("productGroup", row.Group);
        json.WriteString("name", ProductGroup.Name(row.Group, row.Rate));
        json.WriteNumber("vatRate", row.Rate);
        json.WriteNumber("gross", Ore.ToKronor(row.GrossOre));
        if (withVat)
        {
            json.WriteNumber("vat", Ore.ToKronor(row.VatOre));
        }

        json.WriteNumber("quantity", row.Quantity);
    }

    private static void WriteVat(Utf8JsonWriter json, VatRow row)
    {
        json.WriteNumber("rate", row.Rate);
        json.WriteNumber("gross", Ore.ToKronor(row.GrossOre));
        json.WriteNumber("net", Ore.ToKronor(row.GrossOre - row.VatOre));
        json.WriteNumber("vat", Ore.ToKronor(row.VatOre));
    }

    private static void WritePayment(Utf8JsonWriter json, Tender payment)
    {
        json.WriteString("method", payment.Means);
        json.WriteString("name", PaymentMeans.Name(payment.Means));
        json.WriteNumber("amount", Ore.ToKronor(payment.AmountOre));
        json.WriteNumber("tip", Ore.ToKronor(payment.TipOre));
    }

    private static void WriteDrawer(Utf8JsonWriter json, CashDrawer drawer)
    {
        json.WriteStartObject("cash");
        json.WriteNumber("openingFloat", Ore.ToKronor(drawer.FloatOre));
        json.WriteNumber("deposits", Ore.ToKronor(drawer.DepositsOre));
        json.WriteNumber("withdrawals", Ore.ToKronor(drawer.WithdrawalsOre));
        json.WriteNumber("counted", Ore.ToKronor(drawer.CountedOre));
        json.WriteEndObject();
    }

    private static void WriteInvoice(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteString("receiptNumber", receipt.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("soldAt", receipt.SoldAt);
        json.WriteStartObject("customer");
        json.WriteString("customerNumber", receipt.Customer!.Number);
        json.WriteString("name", receipt.Customer.Name);
        json.WriteString("organisationNumber", receipt.Customer.OrganisationNumber);
        json.WriteString("address", receipt.Customer.Address);
        json.WriteString("postalCode", receipt.Customer.PostalCode);
        json.WriteString("city", receipt.Customer.City);
        json.WriteString("countryCode", "SE");
        json.WriteEndObject();
        WriteList(json, "lines", receipt.Lines, line =>
        {
            json.WriteString("productGroup", line.Group);
            json.WriteString("text", line.Text);
            json.WriteNumber("quantity", line.Quantity);
            json.WriteNumber("gross", Ore.ToKronor(line.GrossOre));
            json.WriteNumber("vat", Ore.ToKronor(line.VatOre));
            json.WriteNumber("vatRate", line.Rate);
        });
        json.WriteNumber("tip", Ore.ToKronor(receipt.Tenders.Sum(tender => tender.TipOre)));
        json.WriteNumber("total", Ore.ToKronor(receipt.TotalOre));
    }

    private static void WriteCounts(Utf8JsonWriter json, Evening evening)
    {
        var returns = evening.Receipts.Where(receipt => receipt.IsReturn).ToList();
        var discounted = evening.Receipts.Where(receipt => receipt.DiscountOre > 0).ToList();
        json.WriteStartObject("counts");
        json.WriteNumber("receipts", evening.Receipts.Count);
        var lines = evening.Receipts.SelectMany(receipt => receipt.Lines);
        json.WriteNumber("goods", lines.Sum(line => Math.Max(line.Quantity, 0)));
        json.WriteNumber("services", 0);
        json.WriteNumber("drawerOpenings", evening.Incidents.DrawerOpenings);
        json.WriteNumber("receiptCopies", evening.Incidents.Copies);
        json.WriteNumber("receiptCopiesAmount", Ore.ToKronor(evening.Incidents.CopiesOre));
        json.WriteNumber("training", evening.Incidents.Training);
        json.WriteNumber("trainingAmount", Ore.ToKronor(evening.Incidents.TrainingOre));
        json.WriteNumber("returns", returns.Count);
        json.WriteNumber("returnsAmount", Ore.ToKronor(-returns.Sum(receipt => receipt.TotalOre)));
        json.WriteNumber("discounts", discounted.Count);
        json.WriteNumber("discountsAmount", Ore.ToKronor(discounted.Sum(receipt => receipt.DiscountOre)));
        json.WriteNumber("unfinished", evening.Incidents.Unfinished);
        json.WriteNumber("unfinishedAmount", Ore.ToKronor(evening.Incidents.UnfinishedOre));
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
