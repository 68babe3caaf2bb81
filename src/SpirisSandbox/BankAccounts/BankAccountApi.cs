using SpirisSandbox.Api;

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

/// <summary>The body of POST and PUT of a bank account.</summary>
/// <remarks>Source: Swagger 2024-05, BankAccountApi. Cash and tax accounts need no bank and no number.</remarks>
public sealed record BankAccountInput : ApiInput<BankAccountApi>
{
    private const int Cash = 2;
    private const int Tax = 7;
    private const long HighestAccount = 9_999_999_999;

    public Guid? Bank { get; init; }

    public int? BankAccountType { get; init; }

    public string? Bban { get; init; }

    public string? Iban { get; init; }

    public string? Name { get; init; }

    public bool? IsActive { get; init; }

    public long? LedgerAccountNumber { get; init; }

    public bool? HasActiveBankAgreement { get; init; }

    public bool? IsDefaultChequeAccount { get; init; }

    public string? BankAccountHolderName { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(BankAccountType), BankAccountType);
        errors.Within(nameof(BankAccountType), BankAccountType ?? 1, 1, Tax);
        errors.Required(nameof(Name), Name, maximumLength: 200);
        errors.Required(nameof(LedgerAccountNumber), LedgerAccountNumber);
        errors.Within(nameof(LedgerAccountNumber), LedgerAccountNumber ?? 1, 1, HighestAccount);
        errors.AtMost(nameof(Iban), Iban, 35);
        errors.AtMost(nameof(Bban), Bban, 35);
        if (BankAccountType is not (Cash or Tax))
        {
            errors.Required(nameof(Bban), Bban, maximumLength: 35);
            errors.Required(nameof(Bank), Bank);
        }

        return errors;
    }
}
