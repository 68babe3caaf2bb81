using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary><c>/v2/companysettings</c>: the settings and the lock of the books.</summary>
/// <remarks>Source: Swagger 2024-05: the scope is that of sales, not of accounting.</remarks>
public static class CompanySettingsOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/companysettings", Access.ReadSales, Get);
        v2.Put<CompanySettingsInput>("/companysettings", Access.WriteSales, PutCompanySettings.Answer);
        v2.Put<RotRutInput>("/companysettings/rotrut", Access.WriteSales, PutRotRut.Answer);
        v2.Put<AccountingLockInput>(
            "/companysettings/accountinglocksettings", Access.WriteSales, PutAccountingLock.Answer);
    }

    internal static CompanySettingsApi Shown(ApiCall call) => call.Company.Settings is { LockedThrough: null } open
        ? open with { AccountingLockedTo = call.Assumptions.UnlockedAccountingLockedTo }
        : call.Company.Settings;

    private static ApiAnswer.Ok Get(ApiCall call) => new(Shown(call));
}
