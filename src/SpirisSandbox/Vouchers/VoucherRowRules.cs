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
    public static ApiAnswer.Refused? WhyNot(ApiCall call, VoucherRowInput row, AccountApi? account) =>
        account is null
            ? new ApiAnswer.Refused(
                ErrorCatalogue.AccountNotFound, $"The account {row.AccountNumber} does not exist in the fiscal year.")
            : OfAccount(call.Assumptions, row, account) ?? VatCode(call, row)
                ?? CostCenterRules.WhyNot(call, row) ?? ProjectRules.WhyNot(call, row, account);

    private static ApiAnswer.Refused? OfAccount(
        SandboxAssumptions assumptions, VoucherRowInput row, AccountApi account) => account switch
    {
        { IsActive: false } =>
            Refuse(assumptions.InactiveAccountError, $"The account {account.Number} is not active."),
        { IsBlockedForManualBooking: true } =>
            Refuse(assumptions.BlockedAccountError, $"The account {account.Number} is blocked for manual booking."),
        { IsCostCenterAllowed: false } when row.CostCenterItems.Any() =>
            Refuse(2000, $"The account {account.Number} does not allow cost centers."),
        { IsFirstCostCenterMandatory: true } when row.CostCenterItemId1 is null =>
            Refuse(2000, $"The account {account.Number} needs a cost center."),
        _ => null,
    };

    private static ApiAnswer.Refused? VatCode(ApiCall call, VoucherRowInput row) =>
        row.VatCodeId is { } code && call.Company.VatCodes.Find(code) is null
            ? Refuse(2000, "VatCodeId is not a VAT code of the company.")
            : null;

    private static ApiAnswer.Refused Refuse(int code, string text)
    {
        var errors = new FieldErrors();
        errors.Add(nameof(VoucherApi.Rows), text);
        return errors.Refusal(code);
    }
}
