using SpirisSandbox.Api;

namespace SpirisSandbox.Pages;

// The texts of signing in, choosing a company and consenting.
public sealed partial class Words
{
    public string SignIn => Say("Sign in", "Logga in");

    public string Email => Say("E-mail", "E-post");

    public string Password => Say("Password", "Lösenord");

    public string WrongPassword => Say("Wrong e-mail or password.", "Fel e-postadress eller lösenord.");

    public string ChooseCompany => Say("Choose company", "Välj företag");

    public string Grant => Say("Grant", "Godkänn");

    public string Deny => Say("Deny", "Neka");

    public string Consent(string client) => Say($"{client} asks for access", $"{client} ber om åtkomst");

    public string ConsentTo(string company) => Say($"To the books of {company}:", $"Till bokföringen i {company}:");

    /// <summary>A scope in words; an unknown one as it is written.</summary>
    public string ScopeInWords(string scope) => scope switch
    {
        Scope.Api => Say("Use the Bookkeeping & Invoicing API", "Använda Bokföring & Fakturering via API"),
        Scope.OfflineAccess => Say("Keep access while you are away", "Behålla åtkomst när du inte är inloggad"),
        Scope.Sales => Say("Read and change sales", "Läsa och ändra försäljning"),
        Scope.SalesReadonly => Say("Read sales", "Läsa försäljning"),
        Scope.Accounting => Say("Read and change bookkeeping", "Läsa och ändra bokföring"),
        Scope.AccountingReadonly => Say("Read bookkeeping", "Läsa bokföring"),
        Scope.Purchase => Say("Read and change purchases", "Läsa och ändra inköp"),
        Scope.PurchaseReadonly => Say("Read purchases", "Läsa inköp"),
        Scope.Payroll => Say("Use the payroll API", "Använda lön via API"),
        _ => scope,
    };
}
