using System.Collections.Immutable;

namespace OpenOne.Sie.Bench;

/// <summary>Evenings of restaurants: thirteen rows each, Swedish texts, amounts from dice that always fall the same.</summary>
internal static class MadeVouchers
{
    private static readonly (string Account, string Text)[] _rows =
    [
        ("1686", "Kortbetalningar"), ("1930", "Swish"), ("1910", "Kontant"), ("2421", "Inlösta presentkort"),
        ("3740", "Öresavrundning"), ("3001", "Försäljning 25 %"), ("2611", "Utgående moms 25 %"), ("3002", "Försäljning 12 %"),
        ("2621", "Utgående moms 12 %"), ("3003", "Försäljning 6 %"), ("2631", "Utgående moms 6 %"), ("2820", "Dricks"),
    ];

    public static ImmutableArray<SieVoucher> Make(int count)
    {
        var dice = new Random(42);
        return [.. Enumerable.Range(1, count).Select(number => Make(dice, number))];
    }

    private static SieVoucher Make(Random dice, int number)
    {
        var rows = _rows.Select((row, i) => new SieRow(row.Account, dice.NextInt64(1, 60_000_00) * (i < 5 ? 1 : -1), row.Text)).ToList();
        rows.Add(new("2099", -rows.Sum(row => row.AmountOre), "Mot"));
        var date = new DateOnly(2020, 1, 1).AddDays(number / 10);
        return new(date, $"Dagskassa {date:yyyy-MM-dd} Z {number} KASSA{number % 10}", [.. rows]) { Series = "A", Number = $"{number}" };
    }
}
