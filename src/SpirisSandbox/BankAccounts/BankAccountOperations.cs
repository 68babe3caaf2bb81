using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.BankAccounts;

/// <summary>An account of the company at a bank, or its cash: where payments of invoices arrive.</summary>
/// <param name="BankAccountType">1 cheque account, 2 cash, 3 savings, 4 currency, 5 wallet, 6 credit, 7 tax.</param>
/// <param name="LedgerAccountNumber">The account of the chart it is booked on.</param>
/// <remarks>Source: Swagger 2024-05, BankAccountApi.</remarks>
public sealed record BankAccountApi(
    Guid? Bank,
    int BankAccountType,
    string? BankAccountTypeDescription,
    string? Bban,
    string? Iban,
    string Name,
    Guid Id,
    bool IsActive,
    long LedgerAccountNumber,
    bool HasActiveBankAgreement,
    bool IsDefaultChequeAccount,
    string? CurrencyCode,
    DateTimeOffset ModifiedUtc,
    BalanceAndDateApi? Balance,
    string? BankAccountHolderName);

/// <summary>The balance the bank last told; the sandbox has no bank, so it is null.</summary>
public sealed record BalanceAndDateApi(decimal Balance, DateTimeOffset Date);

/// <summary><c>/v2/bankaccounts</c>: read only here; the real service also makes and changes them.</summary>
/// <remarks>Source: Swagger 2024-05: the scope is that of purchases.</remarks>
public static class BankAccountOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/bankaccounts", SalesAccess.ReadBankAccounts, call => call.List(call.Company.Sales.BankAccounts.All));
        v2.Get("/bankaccounts/{id:guid}", SalesAccess.ReadBankAccounts, call =>
            ApiAnswer.Found(call.Company.Sales.BankAccounts.Find(call.Id("id"))));
    }
}
