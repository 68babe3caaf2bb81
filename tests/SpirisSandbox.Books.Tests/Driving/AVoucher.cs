using System.Text.Json.Nodes;

namespace SpirisSandbox.Books.Tests.Driving;

/// <summary>Bodies of vouchers as a client writes them, in the fewest words.</summary>
public static class AVoucher
{
    /// <summary>A voucher with one row for each amount: debit when positive, credit when negative.</summary>
    public static JsonObject Of(string date, params (long Account, decimal Amount)[] rows) => new()
    {
        ["VoucherDate"] = date,
        ["VoucherText"] = "Dagskassa",
        ["Rows"] = new JsonArray([.. rows.Select(row => Row(row.Account, row.Amount))]),
    };

    public static JsonObject Row(long account, decimal amount) => new()
    {
        ["AccountNumber"] = account,
        ["DebitAmount"] = Math.Max(0, amount),
        ["CreditAmount"] = Math.Max(0, -amount),
    };

    /// <summary>Sales on account 3001 with something more on their row.</summary>
    public static JsonObject SalesWith(string property, JsonNode? value, string date = "2026-11-20")
    {
        var voucher = Of(date, (1910, 100m), (3001, -100m));
        voucher["Rows"]![1]![property] = value;
        return voucher;
    }
}
