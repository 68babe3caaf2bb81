namespace OpenOne.Spiris;

/// <summary>What we ask a company to let us do, and nothing beyond it.</summary>
/// <remarks>Source: developer.vismaonline.com, authentication, January 2026.</remarks>
public static class SpirisScopes
{
    /// <summary>Call the API at all.</summary>
    public const string Api = "ea:api";

    /// <summary>Post and read vouchers, accounts and fiscal years.</summary>
    public const string Accounting = "ea:accounting";

    /// <summary>Read the company's settings, which Spiris counts as sales; invoices and orders, too.</summary>
    public const string Sales = "ea:sales";

    /// <summary>Be given a refresh token, so that closings go over while nobody is signed in.</summary>
    public const string OfflineAccess = "offline_access";

    /// <summary>All of the above, as the authorize request carries them.</summary>
    public const string All = $"{Api} {Accounting} {Sales} {OfflineAccess}";
}
