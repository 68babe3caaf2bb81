namespace SpirisSandbox.Countries;

/// <summary>
/// The countries the sandbox knows: the Union, its neighbours and those that Swedish companies sell most to.
/// </summary>
/// <remarks>The real list is that of ISO 3166-1; a code that is not here is refused as unknown.</remarks>
internal static class CountryList
{
    private const string Sweden = "SE";

    private const string Lines = """
        AT Österrike|Austria|EU
        AU Australien|Australia
        AX Åland|Åland Islands|EU
        BE Belgien|Belgium|EU
        BG Bulgarien|Bulgaria|EU
        BR Brasilien|Brazil
        CA Kanada|Canada
        CH Schweiz|Switzerland
        CN Kina|China
        CY Cypern|Cyprus|EU
        CZ Tjeckien|Czechia|EU
        DE Tyskland|Germany|EU
        DK Danmark|Denmark|EU
        EE Estland|Estonia|EU
        ES Spanien|Spain|EU
        FI Finland|Finland|EU
        FR Frankrike|France|EU
        GB Storbritannien|United Kingdom
        GR Grekland|Greece|EU
        HR Kroatien|Croatia|EU
        HU Ungern|Hungary|EU
        IE Irland|Ireland|EU
        IN Indien|India
        IS Island|Iceland
        IT Italien|Italy|EU
        JP Japan|Japan
        KR Sydkorea|South Korea
        LT Litauen|Lithuania|EU
        LU Luxemburg|Luxembourg|EU
        LV Lettland|Latvia|EU
        MT Malta|Malta|EU
        NL Nederländerna|Netherlands|EU
        NO Norge|Norway
        NZ Nya Zeeland|New Zealand
        PL Polen|Poland|EU
        PT Portugal|Portugal|EU
        RO Rumänien|Romania|EU
        RS Serbien|Serbia
        SE Sverige|Sweden|EU
        SI Slovenien|Slovenia|EU
        SK Slovakien|Slovakia|EU
        TH Thailand|Thailand
        TR Turkiet|Türkiye
        UA Ukraina|Ukraine
        US USA|United States
        """;

    public static IReadOnlyList<CountryApi> All { get; } = [.. Lines.Split('\n').Select(Read)];

    public static CountryApi? Find(string code) =>
        All.FirstOrDefault(country => country.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for Sweden, and for an address that names no country.</summary>
    public static bool IsDomestic(string? code) =>
        string.IsNullOrEmpty(code) || code.Equals(Sweden, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the other countries of the Union.</summary>
    public static bool IsOtherEu(string? code) => !IsDomestic(code) && Find(code!)?.IsEuMember == true;

    private static CountryApi Read(string line)
    {
        var names = line[3..].Trim().Split('|');
        return new CountryApi(names[0], names[1], line[..2], names.Length == 3);
    }
}
