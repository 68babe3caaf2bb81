namespace SpirisSandbox.Pages;

// The texts of the users.
public sealed partial class Words
{
    public string Users => Say("Users", "Användare");

    public string NewPassword => Say("New password", "Nytt lösenord");

    public string ChangePassword(string email) => Say($"Change password of {email}", $"Byt lösenord för {email}");

    public string MakeReadOnly(string email) => Say($"Let {email} only read", $"Ge {email} endast läsbehörighet");

    public string LetWrite(string email) => Say($"Let {email} change", $"Ge {email} behörighet att ändra");

    public string PasswordHelp => Say(
        "A new password ends the access of every app the user has let in.",
        "Ett nytt lösenord avslutar åtkomsten för alla appar som användaren har släppt in.");

    public string PasswordIsMissing => Say("Write a new password.", "Skriv ett nytt lösenord.");
}
