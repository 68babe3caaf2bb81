using SpirisSandbox.Api;
using SpirisSandbox.Banks;
using SpirisSandbox.State;

namespace SpirisSandbox.BankAccounts;

/// <summary><c>/v2/bankaccounts</c>.</summary>
/// <remarks>Source: Swagger 2024-05: the scope is that of purchases.</remarks>
public static class BankAccountOperations
{
    private const string Path = "/bankaccounts/{bankAccountId:guid}";

    private static readonly string[] _types =
    [
        "Företagskonto", "Kassa", "Sparkonto", "Valutakonto", "Digital plånbok", "Checkkredit", "Skattekonto",
    ];

    private static readonly Access _read = new(Scope.Purchase, Scope.PurchaseReadonly);
    private static readonly Access _write = new(Scope.Purchase);

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/bankaccounts", _read, call => call.List(Of(call).All));
        v2.Get(Path, _read, call => ApiAnswer.Found(Find(call)));
        v2.Post<BankAccountInput>("/bankaccounts", _write, (call, input) =>
            Keep(call, input, Guid.NewGuid(), made => new ApiAnswer.Created(made)));
        v2.Put<BankAccountInput>(Path, _write, (call, input) => Find(call) is { } account
            ? Keep(call, input, account.Id, replaced => new ApiAnswer.Ok(replaced))
            : ApiAnswer.Found(null));
        v2.Delete(Path, _write, call =>
            Of(call).Remove(call.Id("bankAccountId")) ? new ApiAnswer.Blank() : ApiAnswer.Found(null));
    }

    private static Register<Guid, BankAccountApi> Of(ApiCall call) => call.Company.BankAccounts;

    private static BankAccountApi? Find(ApiCall call) => Of(call).Find(call.Id("bankAccountId"));

    private static ApiAnswer Keep(
        ApiCall call, BankAccountInput input, Guid id, Func<BankAccountApi, ApiAnswer> answer)
    {
        var errors = input.Check();
        if (input.Bank is { } bank && BankApi.All.All(known => known.Id != bank))
        {
            errors.Add(nameof(input.Bank), "Bank is none of /v2/banks.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (call.Company.Accounts.All(account => account.Key.Number != input.LedgerAccountNumber))
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.AccountNotFound, $"The account {input.LedgerAccountNumber} does not exist.");
        }

        var account = new BankAccountApi(
            input.Bank,
            input.BankAccountType!.Value,
            _types[input.BankAccountType.Value - 1],
            input.Bban,
            input.Iban,
            input.Name!,
            id,
            input.IsActive ?? false,
            input.LedgerAccountNumber!.Value,
            input.HasActiveBankAgreement ?? false,
            input.IsDefaultChequeAccount ?? false,
            call.Company.Settings.CurrencyCode,
            call.Now,
            Balance: null,
            input.BankAccountHolderName);
        Of(call).Put(account);
        return answer(account);
    }
}
