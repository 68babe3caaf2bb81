namespace OpenOne.Cli.Demo;

/// <summary>What the fields, buttons and links of the guide are called, in the languages of the pages.</summary>
/// <remarks>
/// The only place to change when a page changes its words. The names that the guide itself uses are the same in both
/// languages.
/// </remarks>
internal static class GuideWords
{
    public static readonly string[] Email = ["Email", "E-mail", "E-post"];
    public static readonly string[] Password = ["Password", "Lösenord"];
    public static readonly string[] SignIn = ["Sign in", "Logga in"];

    public static readonly string[] Integrations = ["Integrations"];
    public static readonly string[] VismaEcom = ["Visma Ecom"];

    public static readonly string[] Company = ["Company", "Företag"];
    public static readonly string[] Show = ["Show", "Visa"];
    public static readonly string[] SyncSales = ["Sync sales"];
    public static readonly string[] AccountingFrom = ["Accounting from"];
    public static readonly string[] VerificationSeries = ["Verification series"];
    public static readonly string[] Save = ["Save", "Spara"];
    public static readonly string[] Authorize = ["Authorize"];

    public static readonly string[] Grant = ["Grant", "Godkänn"];
}
