using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary>What locks or opens the books up to the end of a month.</summary>
/// <remarks>Source: OpenAPI 2026-09, AccountingLockSettingsApi: an object of year and month, not a date.</remarks>
public sealed record AccountingLockInput : ApiInput<AccountingLockInput>
{
    /// <summary>Null opens the books: "Default: No lock".</summary>
    public AccountingLockDateApi? AccountingLockedAsOf { get; init; }

    public int? AccountingLockInterval { get; init; }

    public TaxDeclarationDateApi? TaxDeclarationDate { get; init; }
}

/// <summary>The month through whose last day the books are locked.</summary>
public sealed record AccountingLockDateApi(int Year, int Month);

internal static class PutAccountingLock
{
    private const int NoInterval = 0;
    private const int TaxDeclaration = 4;

    public static ApiAnswer Answer(ApiCall call, AccountingLockInput input)
    {
        var errors = new FieldErrors();
        if (input.AccountingLockedAsOf is { } month)
        {
            errors.Within("AccountingLockedAsOf.Year", month.Year, 1900, 9999);
            errors.Within("AccountingLockedAsOf.Month", month.Month, 1, 12);
        }

        var interval = input.AccountingLockInterval ?? NoInterval;
        errors.Within(nameof(input.AccountingLockInterval), interval, NoInterval, TaxDeclaration);
        if (input.TaxDeclarationDate is not null && interval != TaxDeclaration)
        {
            errors.Add(nameof(input.TaxDeclarationDate), "TaxDeclarationDate can only be set with interval 4.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        call.Company.Change(Locked(call.Company.Settings, input));
        return new ApiAnswer.Ok(CompanySettingsOperations.Shown(call));
    }

    private static CompanySettingsApi Locked(CompanySettingsApi settings, AccountingLockInput input)
    {
        var through = input.AccountingLockedAsOf is { } month
            ? new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month))
            : (DateOnly?)null;
        return settings.LockedTo(through) with
        {
            AccountingLockInterval = input.AccountingLockInterval ?? NoInterval,
            TaxDeclarationDate = input.TaxDeclarationDate,
        };
    }
}
