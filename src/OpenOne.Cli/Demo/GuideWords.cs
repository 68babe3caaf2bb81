namespace OpenOne.Cli.Demo;

/// <summary>What the fields, buttons and links of the guide are called, in the languages of the pages.</summary>
/// <remarks>The only place to change when a page changes its words.</remarks>
internal static class GuideWords
{
    public static readonly string[] Email = ["Email", "E-mail", "E-post"];
    public static readonly string[] Password = ["Password", "Lösenord"];
    public static readonly string[] SignIn = ["Sign in", "Logga in"];

    public static readonly string[] Integrations = ["Integrations", "Integrationer"];
    public static readonly string[] Finance = ["Finance", "Ekonomi"];
    public static readonly string[] VismaEcom = ["Visma Ecom"];

    public static readonly string[] Company = ["Company", "Företag", "Bolag"];
    public static readonly string[] ShowCompany = ["Choose", "Show", "Välj", "Visa"];
    public static readonly string[] SyncSales = ["Sync sales", "Bokför försäljning"];
    public static readonly string[] AccountingFrom = ["Accounting from", "Bokför från"];
    public static readonly string[] VerificationSeries = ["Verification series", "Verifikationsserie"];
    public static readonly string[] Save = ["Save", "Spara"];
    public static readonly string[] Authorize = ["Authorize", "Authorise", "Auktorisera"];

    public static readonly string[] Grant = ["Grant", "Allow", "Godkänn", "Tillåt"];
}
