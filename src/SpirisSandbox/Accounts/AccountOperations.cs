using System.Globalization;
using SpirisSandbox.Api;

namespace SpirisSandbox.Accounts;

/// <summary><c>/v2/accounts</c> and <c>/v2/accountTypes</c>: the chart of each fiscal year.</summary>
/// <remarks>Source: Swagger 2024-05. There is no DELETE in any version.</remarks>
public static class AccountOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/accounts", Access.ReadAccounting, call => call.List(call.Company.Accounts.All));
        v2.Get("/accounts/standardaccounts", Access.ReadAccounting, StandardAccounts);
        v2.Get("/accounts/{fiscalyearId:guid}", Access.ReadAccounting, OfYear);
        v2.Get("/accounts/{fiscalyearId:guid}/{accountNumber:long}", Access.ReadAccounting, call =>
            ApiAnswer.Found(call.Company.Accounts.Find(Key(call))));
        v2.Post<AccountInput>("/accounts", Access.WriteAccounting, Create);
        v2.Put<AccountInput>("/accounts/{fiscalyearId:guid}/{accountNumber:long}", Access.WriteAccounting, Update);
        v2.Get("/accountTypes", Access.ReadAccounting with { Variants = ProductVariants.All }, call =>
            call.List(AccountTypesAPI.All));
    }

    private static AccountKey Key(ApiCall call) => new(call.Id("fiscalyearId"), call.Number("accountNumber"));

    // Source: portal: standard accounts exist for Dutch companies only.
    private static ApiAnswer StandardAccounts(ApiCall call) => call.List(Array.Empty<StandardAccountApi>());

    private static ApiAnswer OfYear(ApiCall call)
    {
        var year = call.Id("fiscalyearId");
        return call.Company.FiscalYears.Find(year) is null
            ? NoSuchYear()
            : call.List(call.Company.Accounts.All.Where(account => account.FiscalYearId == year).ToArray());
    }

    private static ApiAnswer Create(ApiCall call, AccountInput input)
    {
        var errors = new FieldErrors();
        input.Check(errors, call.Company.Settings.AccountNumberDigits);
        if (!long.TryParse(input.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
        {
            errors.Add(nameof(input.Number), "Number must be a positive whole number.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        var key = new AccountKey(input.FiscalYearId!.Value, number);
        if (call.Company.FiscalYears.Find(key.FiscalYearId) is null)
        {
            return NoSuchYear();
        }

        if (call.Company.Accounts.Find(key) is not null)
        {
            return new ApiAnswer.Refused(ErrorCatalogue.Conflict, "The account exists already.");
        }

        return UnknownVatCode(call, input)
            ?? new ApiAnswer.Created(Put(call, input, created: call.Now, input.Number!, key)) as ApiAnswer;
    }

    private static ApiAnswer Update(ApiCall call, AccountInput input)
    {
        var errors = new FieldErrors();
        input.Check(errors, call.Company.Settings.AccountNumberDigits);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (call.Company.Accounts.Find(Key(call)) is not { } account)
        {
            return new ApiAnswer.Refused(ErrorCatalogue.AccountNotFound, "The account does not exist in the year.");
        }

        // Source: portal, changelog 2026: on an account of a bank account a new VAT code is silently ignored.
        var change = call.Company.BankAccounts.Any(bank => bank.LedgerAccountNumber == account.Key.Number)
            ? input with { VatCodeId = account.VatCodeId }
            : input;
        return UnknownVatCode(call, change)
            ?? new ApiAnswer.Ok(Put(call, change, account.CreatedUtc, account.Number, account.Key)) as ApiAnswer;
    }

    private static AccountApi Put(
        ApiCall call, AccountInput input, DateTimeOffset created, string number, AccountKey key)
    {
        var type = AccountTypesAPI.Of(number);
        var account = new AccountApi
        {
            Name = input.Name!,
            Number = number,
            VatCodeId = input.VatCodeId,
            VatCodeDescription = input.VatCodeId is { } id ? call.Company.VatCodes.Find(id)?.Description : null,
            FiscalYearId = key.FiscalYearId,
            Type = type.Type,
            TypeDescription = type.TypeDescription,
            ModifiedUtc = call.Now,
            CreatedUtc = created,
            IsActive = input.IsActive ?? false,
            AllowTransactionText = input.AllowTransactionText ?? false,
            IsFirstCostCenterMandatory = input.IsFirstCostCenterMandatory ?? false,
            IsProjectAllowed = input.IsProjectAllowed ?? false,
            IsCostCenterAllowed = input.IsCostCenterAllowed ?? false,
            IsBlockedForManualBooking = input.IsBlockedForManualBooking ?? false,
        };
        call.Company.Accounts.Put(account);
        return account;
    }

    private static ApiAnswer.Refused? UnknownVatCode(ApiCall call, AccountInput input) =>
        input.VatCodeId is { } id && call.Company.VatCodes.Find(id) is null
            ? new ApiAnswer.Refused(
                ErrorCatalogue.DataModelValidationError, "VatCodeId is not a VAT code of the company.")
            : null;

    private static ApiAnswer.Refused NoSuchYear() =>
        new(ErrorCatalogue.FiscalYearDoesNotExist, "The fiscal year does not exist.");
}
