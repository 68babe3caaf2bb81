namespace SpirisSandbox.Pages;

// The texts of the apps with access.
public sealed partial class Words
{
    public string AppsWithAccess => Say("Apps with access", "Appar med åtkomst");

    public string NoApps => Say("No app has access to the company.", "Ingen app har åtkomst till företaget.");

    public string App => Say("App", "App");

    public string GivenBy => Say("Given by", "Given av");

    public string GivenAt => Say("Given", "Given");

    public string Access => Say("Access", "Åtkomst");

    public string Revoke(string app) => Say($"Revoke access of {app}", $"Återkalla åtkomst för {app}");

    /// <summary>A moment as it is written in both languages, in UTC.</summary>
    public string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", Culture);
}
