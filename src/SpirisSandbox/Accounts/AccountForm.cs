using SpirisSandbox.FiscalYears;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Accounts;

/// <summary>The fields of the account page: read into an account, and judged.</summary>
internal static class AccountForm
{
    /// <summary>What the page of a new account begins with: active, and nothing more.</summary>
    public static AccountApi Blank(FiscalYearApi year) =>
        new() { Name = "", Number = "", FiscalYearId = year.Id, IsActive = true, AllowTransactionText = true };

    public static AccountApi Read(AccountApi account, Company company, IFormCollection form)
    {
        var vatCode = form.Id("vat-code") is { } id ? company.VatCodes.Find(id) : null;
        return account with
        {
            Name = form.Text("name"),
            VatCodeId = vatCode?.Id,
            VatCodeDescription = vatCode?.Description,
            IsActive = form.IsTicked("active"),
            IsCostCenterAllowed = form.IsTicked("cost-centers"),
            IsFirstCostCenterMandatory = form.IsTicked("first-cost-center"),
            IsProjectAllowed = form.IsTicked("projects"),
            IsBlockedForManualBooking = form.IsTicked("blocked"),
        };
    }

    /// <summary>Why the account cannot be kept, in words; null when it can.</summary>
    public static string? WhyNot(AccountApi account, Words words) =>
        account.Name.Length is 0 or > 100 ? words.AccountNameIsWrong : null;
}
