using SpirisSandbox.State;

namespace SpirisSandbox.Demo;

/// <summary>What every sandbox begins with: three companies and two users, all made up.</summary>
/// <remarks>Organisation numbers from 559990 on are used for examples; the passwords are public.</remarks>
internal static class DemoData
{
    private const string Password = "sandbox";

    /// <param name="madeUp">How many restaurants beside the demo companies.</param>
    public static void Seed(SandboxState state, DateTimeOffset now, int madeUp)
    {
        var companies = Companies().Concat(Enumerable.Range(0, madeUp).Select(MadeUp)).Select(company => company.Build(now)).ToArray();
        foreach (var company in companies)
        {
            state.Put(company);
        }

        var all = companies.Select(company => company.Id).ToArray();
        state.Put(new SandboxUser(
            DemoId.Of("user", "anna"), "anna@exempel.se", Password, "Anna", "Exempel", false, false, all));
        state.Put(new SandboxUser(
            DemoId.Of("user", "revisor"), "revisor@exempel.se", Password, "Rut", "Revisor", true, true, all));
    }

    private static DemoCompany MadeUp(int index)
    {
        var digits = FormattableString.Invariant($"559990{index:000}");
        var number = digits + CheckDigit(digits);
        return new($"{number[..6]}-{number[6..]}", FormattableString.Invariant($"Påhittad restaurang {index + 1} AB"), RestaurantChart.PerRate, (2611, 2621, 2631))
        {
            NextCustomerInvoiceNumber = 1,
            Modules = ["api_standard", "sales_standard"],
            UsesCostCenters = false,
        };
    }

    /// <summary>The last digit of an organisation number, by the Luhn algorithm.</summary>
    private static int CheckDigit(string digits)
    {
        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(product => (product / 10) + (product % 10));
        return (10 - (sum % 10)) % 10;
    }

    private static IEnumerable<DemoCompany> Companies() =>
    [
        // The next invoice number 0 is the guide's warning: no invoice can be made before somebody sets it.
        new("559998-1239", "Krogen Exempel AB", RestaurantChart.PerKind, (2610, 2620, 2630))
        {
            NextCustomerInvoiceNumber = 0,
            Modules = ["api_standard", "sales_standard"],
            UsesCostCenters = false,
        },
        new("559999-9991", "Restaurang Exempel AB", RestaurantChart.PerRate, (2611, 2621, 2631))
        {
            NextCustomerInvoiceNumber = 1001,
            Modules = ["api_standard", "sales_standard", "order_standard", "quote_standard"],
            UsesCostCenters = true,
        },

        // Of another organisation number: choosing it by mistake is what a client must notice.
        new("559997-4564", "Bageri Exempel AB", RestaurantChart.PerRate, (2611, 2621, 2631))
        {
            NextCustomerInvoiceNumber = 1,
            Modules = ["api_standard", "sales_standard"],
            UsesCostCenters = false,
        },
    ];
}
