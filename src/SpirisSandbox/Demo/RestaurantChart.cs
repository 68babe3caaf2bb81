namespace SpirisSandbox.Demo;

/// <summary>An account of the demo charts.</summary>
/// <param name="Vat">Which of the demo's VAT codes it has: the sales rate, or null.</param>
internal sealed record ChartAccount(string Number, string Name, bool IsActive, string? Vat);

/// <summary>A BAS-like chart of accounts for a restaurant, one account per line: number, name, and marks.</summary>
/// <remarks>
/// Marks: <c>|25</c>, <c>|12</c>, <c>|6</c>, <c>|0</c> sales at that rate; <c>|V25</c> and its like output VAT;
/// <c>|IN</c> input VAT; <c>|-</c> an account that is not active. Names follow the BAS chart of 2026.
/// </remarks>
internal static class RestaurantChart
{
    private const string Shared = """
        1010 Utvecklingsutgifter|-
        1110 Byggnader|-
        1210 Maskiner och andra tekniska anläggningar
        1219 Ackumulerade avskrivningar på maskiner
        1220 Inventarier och verktyg
        1229 Ackumulerade avskrivningar på inventarier och verktyg
        1230 Installationer
        1380 Andra långfristiga fordringar|-
        1400 Lager
        1460 Lager av handelsvaror
        1510 Kundfordringar
        1515 Osäkra kundfordringar
        1518 Ej reskontraförda kundfordringar
        1630 Avräkning för skatter och avgifter
        1650 Momsfordran
        1680 Andra kortfristiga fordringar
        1686 Fordringar för kontokort och kuponger
        1710 Förutbetalda hyreskostnader
        1790 Övriga förutbetalda kostnader och upplupna intäkter
        1910 Kassa
        1920 PlusGiro|-
        1930 Företagskonto
        1940 Övriga bankkonton
        2081 Aktiekapital
        2091 Balanserad vinst eller förlust
        2098 Vinst eller förlust från föregående år
        2099 Årets resultat
        2350 Andra långfristiga skulder till kreditinstitut|-
        2420 Förskott från kunder
        2421 Ej inlösta presentkort
        2440 Leverantörsskulder
        2448 Ej reskontraförda leverantörsskulder
        2510 Skatteskulder
        2640 Ingående moms|IN
        2641 Debiterad ingående moms|IN
        2650 Redovisningskonto för moms
        2710 Personalskatt
        2731 Avräkning lagstadgade sociala avgifter
        2820 Kortfristiga skulder till anställda
        2890 Övriga kortfristiga skulder
        2910 Upplupna löner
        2920 Upplupna semesterlöner
        2941 Beräknade upplupna lagstadgade sociala avgifter
        2990 Övriga upplupna kostnader och förutbetalda intäkter
        3004 Försäljning inom Sverige, momsfri|0
        3105 Försäljning varor till land utanför EU
        3106 Försäljning varor till annat EU-land, momspliktig
        3108 Försäljning varor till annat EU-land, momsfri
        3231 Försäljning inom byggsektorn, omvänd betalningsskyldighet
        3305 Försäljning tjänster till land utanför EU
        3308 Försäljning tjänster till annat EU-land
        3540 Faktureringsavgifter
        3740 Öres- och kronutjämning
        3910 Hyres- och arrendeintäkter|-
        3990 Övriga ersättningar och intäkter
        3999 Övriga rörelseintäkter
        4010 Inköp av varor och material
        4011 Inköp av livsmedel
        4012 Inköp av öl och cider
        4013 Inköp av vin och sprit
        4960 Förändring av lager av handelsvaror
        5010 Lokalhyra
        5020 El för belysning
        5060 Städning och renhållning
        5220 Hyra av inventarier och verktyg
        5410 Förbrukningsinventarier
        5420 Programvaror
        5460 Förbrukningsmaterial
        5480 Arbetskläder och skyddsmaterial
        5500 Reparation och underhåll
        5910 Annonsering
        6040 Kontokortsavgifter
        6050 Försäljningsprovisioner
        6071 Representation, avdragsgill
        6110 Kontorsmateriel
        6211 Fast telefoni|-
        6212 Mobiltelefon
        6230 Datakommunikation
        6310 Företagsförsäkringar
        6351 Konstaterade förluster på kundfordringar
        6420 Ersättningar till revisor
        6530 Redovisningstjänster
        6540 IT-tjänster
        6570 Bankkostnader
        6980 Föreningsavgifter
        6992 Övriga externa kostnader, ej avdragsgilla
        7010 Löner till kollektivanställda
        7082 Sjuklöner till kollektivanställda
        7090 Förändring av semesterlöneskuld
        7382 Kostnader för fria måltider
        7510 Lagstadgade sociala avgifter
        7533 Särskild löneskatt för pensionskostnader|-
        7610 Utbildning
        7699 Övriga personalkostnader
        7832 Avskrivningar på inventarier och verktyg
        8310 Ränteintäkter från omsättningstillgångar
        8410 Räntekostnader för långfristiga skulder
        8423 Räntekostnader för skatter och avgifter
        8910 Skatt som belastar årets resultat
        8999 Årets resultat
        """;

    private const string SalesPerKind = """
        1925 Swish
        1932 Kortinlösen
        2610 Utgående moms, 25 %|V25
        2620 Utgående moms, 12 %|V12
        2630 Utgående moms, 6 %|V6
        3210 Försäljning mat|12
        3320 Försäljning läsk|12
        3330 Försäljning cider|25
        3340 Försäljning öl|25
        3350 Försäljning vin|25
        3360 Försäljning sprit|25
        """;

    private const string SalesPerRate = """
        2611 Utgående moms på försäljning inom Sverige, 25 %|V25
        2612 Utgående moms på egna uttag, 25 %|-
        2621 Utgående moms på försäljning inom Sverige, 12 %|V12
        2622 Utgående moms på egna uttag, 12 %|-
        2631 Utgående moms på försäljning inom Sverige, 6 %|V6
        3001 Försäljning inom Sverige, 25 % moms|25
        3002 Försäljning inom Sverige, 12 % moms|12
        3003 Försäljning inom Sverige, 6 % moms|6
        """;

    /// <summary>A chart with an account for each kind of goods and VAT on group accounts.</summary>
    public static IReadOnlyList<ChartAccount> PerKind { get; } = Read(Shared, SalesPerKind);

    /// <summary>A chart with an account for each VAT rate, as BAS has them.</summary>
    public static IReadOnlyList<ChartAccount> PerRate { get; } = Read(Shared, SalesPerRate);

    private static ChartAccount[] Read(params string[] parts) =>
    [
        .. parts
            .SelectMany(part => part.Split('\n'))
            .Select(Read)
            .OrderBy(account => account.Number, StringComparer.Ordinal),
    ];

    private static ChartAccount Read(string line)
    {
        var (text, mark) = line.Split('|') is [var before, var after] ? (before, after) : (line, null);
        return new ChartAccount(text[..4], text[5..].Trim(), mark != "-", mark == "-" ? null : mark);
    }
}
