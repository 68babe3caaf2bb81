namespace OpenOne.Sie.Tests;

/// <summary>The evening of 20 November 2026 at Restaurang Exempel AB, as vouchers for a file of type 4I.</summary>
internal static class WorkedExample
{
    public static SieDocument Document { get; } = new()
    {
        Identification = new()
        {
            Program = "OPEN One BackOffice",
            ProgramVersion = "0.1.0",
            Generated = new(2026, 11, 21),
            Comment = "Z-dagrapport 1284 EXEMPEL1 2026-11-20",
            OrganisationNumber = "559999-9991",
            CompanyName = "Restaurang Exempel AB",
            Years = [new(0, new(2026, 1, 1), new(2026, 12, 31))],
            ChartType = "BAS2026",
            Currency = "SEK",
        },
        Accounts =
        [
            new("1686", "Fordringar för kontokort och kuponger"),
            new("1910", "Kassa"),
            new("1930", "Företagskonto"),
            new("2421", "Ej inlösta presentkort"),
            new("2611", "Utgående moms på försäljning inom Sverige, 25 %"),
            new("2621", "Utgående moms på försäljning inom Sverige, 12 %"),
            new("2631", "Utgående moms på försäljning inom Sverige, 6 %"),
            new("2820", "Kortfristiga skulder till anställda"),
            new("3001", "Försäljning inom Sverige, 25 % moms"),
            new("3002", "Försäljning inom Sverige, 12 % moms"),
            new("3003", "Försäljning inom Sverige, 6 % moms"),
            new("3740", "Öres- och kronutjämning"),
        ],
        Vouchers =
        [
            new(new(2026, 11, 20), "Dagskassa 2026-11-20 Z 1284 EXEMPEL1",
            [
                new("1686", 52_992_40, "Kortbetalningar"),
                new("1930", 6_720_10, "Swish"),
                new("1910", 2_214_00, "Kontant"),
                new("2421", 1_250_00, "Inlösta presentkort"),
                new("3740", 25, "Öresavrundning"),
                new("3001", -15_636_00, "Försäljning 25 %"),
                new("2611", -3_909_00, "Utgående moms 25 %"),
                new("3002", -30_947_66, "Försäljning 12 %"),
                new("2621", -3_713_74, "Utgående moms 12 %"),
                new("3003", -3_821_08, "Försäljning 6 %"),
                new("2631", -229_27, "Utgående moms 6 %"),
                new("2421", -1_500_00, "Sålda presentkort"),
                new("2820", -3_420_00, "Dricks"),
            ])
            {
                Registered = new(2026, 11, 21),
            },
        ],
    };
}
