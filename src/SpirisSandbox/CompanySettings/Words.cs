using SpirisSandbox.CompanySettings;

namespace SpirisSandbox.Pages;

// The texts of the company settings and of the modules.
public sealed partial class Words
{
    public string InvoiceDetails => Say("Invoice details", "Fakturauppgifter");

    public string NextInvoiceNumber => Say("Next invoice number", "Nästa fakturanummer");

    public string InvoiceNumberHelp => Say(
        "The number your invoices start from.", "Numret som dina fakturor börjar på.");

    public string InvoiceNumberIsZero => Say(
        "The number is 0: the numbering never starts, and no invoice can be made.",
        "Numret är 0: numreringen startar aldrig, och ingen faktura kan skapas.");

    public string InvoiceNumberIsFixed => Say(
        "There are invoices, so the number follows from the last one and cannot be changed.",
        "Det finns fakturor, så numret följer av den senaste och kan inte ändras.");

    public string InvoiceNumberIsWrong => Say(
        "The next invoice number must be a whole number from 1 to 999999999.",
        "Nästa fakturanummer måste vara ett heltal från 1 till 999999999.");

    public string AccountingInformation => Say("Accounting information", "Bokföringsuppgifter");

    public string UseProfitUnits => Say("Use profit units", "Använd resultatenheter");

    public string UseProjects => Say("Use projects", "Använd projekt");

    public string AccountingLockedTo => Say("Accounting locked to", "Bokföring låst t.o.m.");

    public string LockHelp => Say(
        "The last month that nothing can be booked in. Leave it empty to unlock.",
        "Den sista månad som inget kan bokföras i. Lämna tomt för att låsa upp.");

    public string MonthIsWrong => Say("Write the month as 2026-10.", "Skriv månaden som 2026-10.");

    public string VerificationSeries => Say("Verification series", "Verifikationsserier");

    public string Series => Say("Series", "Serie");

    public string Default => Say("Default", "Standard");

    public string MakeDefault(string series) => Say($"Make {series} the default", $"Gör {series} till standard");

    public string AddSeries => Say("Add a series", "Lägg till en serie");

    public string SeriesIsWrong => Say(
        "A series is one to three letters, such as K, and has a name of at most 50 characters.",
        "En serie är en till tre bokstäver, till exempel K, och har ett namn på högst 50 tecken.");

    public string SeriesExists(string series) => Say(
        $"The series {series} exists already.", $"Serien {series} finns redan.");

    public string Modules => Say("Modules", "Moduler");

    public string AccountingByVariant => Say("Accounting (product variant)", "Bokföring (produktvariant)");

    public string ModulesHelp => Say(
        "Accounting comes with the product variant; the other functions are modules of their own.",
        "Bokföring ingår i produktvarianten; övriga funktioner är egna moduler.");

    /// <summary>A product variant in words, by its number in the API.</summary>
    public string Variant(int number) => number switch
    {
        1 => Say("Standard (accounting and invoicing)", "Standard (bokföring och fakturering)"),
        2 => Say("Invoicing (no accounting)", "Fakturering (utan bokföring)"),
        3 => Say("Bookkeeping (no invoicing)", "Bokföring (utan fakturering)"),
        4 => "Solo",
        5 => "Pro",
        _ => Say("Invoicing collaboration", "Fakturering samarbete"),
    };

    /// <summary>A module with the name it has in the guide.</summary>
    public string Module(OrderedModule module) => module.Name switch
    {
        "sales_standard" => Say("Invoicing", "Fakturering"),
        "order_standard" => Say("Order & Quote", "Order & Offert"),
        _ => "Integration",
    };
}
