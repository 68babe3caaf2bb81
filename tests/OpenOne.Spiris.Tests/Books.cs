using System.Text.Json.Nodes;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;

namespace OpenOne.Spiris.Tests;

/// <summary>Vouchers as Spiris lists them, and the search among them.</summary>
internal static class Books
{
    public static async Task<Search> SearchAsync(RawServer server)
    {
        using var connection = A.Connection(server.Address);
        return await A.Accounting(connection).SearchAsync(A.Trace, CancellationToken.None);
    }

    public static Search Found(string number) => new Search.Found(new(IdOf(number), number));

    public static string IdOf(string number) =>
        $"00000000-0000-0000-000{(number[0] == 'K' ? 'b' : 'a')}-{number[1..].PadLeft(12, '0')}";

    public static JsonObject Listed(
        string number, string? text, JsonArray? rows = null, string date = "2026-11-20") => new()
    {
        ["Id"] = IdOf(number),
        ["VoucherDate"] = date,
        ["VoucherText"] = text,
        ["NumberAndNumberSeries"] = number,
        ["NumberSeries"] = number[..1],
        ["Rows"] = rows,
        ["CreatedUtc"] = "2026-11-21T02:59:59.1234567Z",
        ["VoucherType"] = 2,
        ["Attachments"] = null,
    };

    public static JsonArray OurRows() => new([.. A.Voucher.Rows.Select(row => (JsonNode)new JsonObject
    {
        ["AccountNumber"] = row.Account.Number,
        ["AccountDescription"] = "Whatever",
        ["DebitAmount"] = row.Debit.ToKronor(),
        ["CreditAmount"] = row.Credit.ToKronor(),
        ["TransactionText"] = null,
    })]);
}
