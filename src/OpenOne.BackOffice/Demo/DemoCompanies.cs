using OpenOne.BackOffice.Mapping;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Demo;

/// <summary>A company of the demo organisation.</summary>
internal sealed record DemoCompany(
    OrganisationNumber Number, string Name, string Register, IReadOnlyList<(MappingKey Key, AccountNumber Account)> Accounts);

/// <summary>The two companies of the demo. Their names and numbers are made up.</summary>
internal static class DemoCompanies
{
    public static IReadOnlyList<DemoCompany> All { get; } =
    [
        // The chart that a real restaurant used for its till in 2021: one sales account per product group.
        Company("559998-1239", "Krogen Exempel AB", "KASSA1",
            ("sales food/12", 3210), ("sales soft-drinks/12", 3320), ("sales cider/25", 3330), ("sales beer/25", 3340),
            ("sales wine/25", 3350), ("sales spirits/25", 3360),
            ("vat 25", 2610), ("vat 12", 2620),
            ("payment cash", 1910), ("payment swish", 1925), ("payment card", 1932)),

        // The BAS 2026 chart: one sales account per rate.
        Company("559999-9991", "Restaurang Exempel AB", "EXEMPEL1",
            ("sales */25", 3001), ("sales */12", 3002), ("sales */6", 3003), ("sales gift-card/0", 2421),
            ("vat 25", 2611), ("vat 12", 2621), ("vat 6", 2631),
            ("payment card", 1686), ("payment swish", 1930), ("payment cash", 1910), ("payment gift-card", 2421),
            ("payment invoice", 1510),
            ("tips", 2820), ("rounding", 3740), ("cash-difference", 6992)),
    ];

    /// <summary>Restaurants that nobody has heard of, for demonstrations of many at once: the sandbox makes the same up.</summary>
    public static IEnumerable<DemoCompany> MadeUp(int count) => Enumerable.Range(0, count).Select(index => All[^1] with
    {
        Number = NumberOf(index),
        Name = FormattableString.Invariant($"Påhittad restaurang {index + 1} AB"),
        Register = $"K-{NumberOf(index)}",
    });

    private static OrganisationNumber NumberOf(int index) => Enumerable.Range(0, 10)
        .Select(digit => OrganisationNumber.Parse(FormattableString.Invariant($"559990-{index:000}{digit}")))
        .Single(number => number.HasValidCheckDigit);

    private static DemoCompany Company(string number, string name, string register, params (string Key, int Account)[] accounts) => new(
        OrganisationNumber.Parse(number),
        name,
        register,
        [.. accounts.Select(row => (
            MappingKeyText.Read(row.Key) ?? throw new FormatException($"'{row.Key}' is not a mapping key."),
            AccountNumber.From(row.Account)))]);
}
