using SpirisSandbox.Accounts;
using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>Whether a row may stand on its account: the first reason why not, in order of precedence.</summary>
/// <remarks>
/// Source: portal, "Error codes" and changelog: 3002; 2000 for a cost centre where none is allowed; 5006 for one that is
/// not active; 5005 for a project that has ended. The codes of an inactive and of a blocked account are assumptions.
/// </remarks>
internal static class VoucherRowRules
{
    public static ApiAnswer.Refused? WhyNot(ApiCall call, VoucherRowInput row, AccountApi? account) => 0 switch
    {
        _ when account is null => new ApiAnswer.Refused(
            ErrorCatalogue.AccountNotFound, $"The account {row.AccountNumber} does not exist in the fiscal year."),
        _ when !account.IsActive =>
            Refuse(call.Assumptions.InactiveAccountError, $"The account {account.Number} is not active."),
        _ when account.IsBlockedForManualBooking =>
            Refuse(call.Assumptions.BlockedAccountError, $"The account {account.Number} is blocked for manual booking."),
        _ when !account.IsCostCenterAllowed && row.CostCenterItems.Any() =>
            Refuse(2000, $"The account {account.Number} does not allow cost centers."),
        _ when account.IsFirstCostCenterMandatory && row.CostCenterItemId1 is null =>
            Refuse(2000, $"The account {account.Number} needs a cost center."),
        _ when row.VatCodeId is { } code && call.Company.VatCodes.Find(code) is null =>
            Refuse(2000, "VatCodeId is not a VAT code of the company."),
        _ => CostCenterRules.WhyNot(call, row) ?? ProjectRules.WhyNot(call, row, account),
    };

    private static ApiAnswer.Refused Refuse(int code, string text)
    {
        var errors = new FieldErrors();
        errors.Add(nameof(VoucherApi.Rows), text);
        return errors.Refusal(code);
    }
}
