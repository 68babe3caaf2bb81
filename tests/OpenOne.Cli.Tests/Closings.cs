namespace OpenOne.Cli.Tests;

/// <summary>The smallest closings that there are.</summary>
internal static class Closings
{
    /// <summary>An array of closings, numbered from 1.</summary>
    public static string Many(int count) =>
        $"[{string.Join(",", Enumerable.Range(1, count).Select(zNumber => Of(zNumber)))}]";

    /// <summary>A closing of one beer and one dish.</summary>
    public static string Of(int zNumber, string organisationNumber = "559999-9991") => $$"""
        {
          "organisationNumber": "{{organisationNumber}}", "register": "EXEMPEL1", "zNumber": {{zNumber}},
          "businessDate": "2026-11-21", "closedAt": "2026-11-22T01:00:00+01:00",
          "sales": [{ "productGroup": "beer", "vatRate": 25, "gross": 1100.50 },
                    { "productGroup": "food", "vatRate": 12, "gross": 112 }],
          "vat": [{ "rate": 25, "gross": 1100.50, "vat": 220.10 }, { "rate": 12, "gross": 112, "vat": 12 }],
          "payments": [{ "method": "card", "amount": 1212.50 }]
        }
        """;
}
