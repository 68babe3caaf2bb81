using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;
using SpirisSandbox.VatCodes;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// Makes voucher rows on the accounts of a fiscal year, and remembers the first account that will not do.
/// </summary>
/// <remarks>
/// Source: portal, "Error codes": 4024 for a coding without an account for the case, 3002 for an account the year does
/// not have, 2000 for a cost centre where none is allowed. Blocking for manual booking does not stop an invoice.
/// </remarks>
internal sealed class PostingAccounts(SalesWork work, Guid year)
{
    /// <summary>Why the rows made so far may not be booked; null while they may.</summary>
    public ApiAnswer.Refused? Refusal { get; private set; }

    /// <summary>A row that debits an account, or credits it when the amount is negative.</summary>
    public VoucherRowApi Debit(long? number, decimal amount)
    {
        var account = Find(number);
        return new VoucherRowApi
        {
            AccountNumber = number ?? 0,
            AccountDescription = account?.Name,
            DebitAmount = amount > 0 ? amount : 0,
            CreditAmount = amount < 0 ? -amount : 0,
        };
    }

    /// <summary>A row that credits a sales account with a base, its VAT code and its cost centres.</summary>
    public VoucherRowApi Sales(SalesRow row, long? number, decimal net)
    {
        if (number is null)
        {
            Refusal ??= new ApiAnswer.Refused(
                ErrorCatalogue.SalesAccountNumberMissing, "The article's account coding has no account for this sale.");
        }
        else if (Find(number) is { IsCostCenterAllowed: false } && row.CostCenterItems.Any())
        {
            Refusal ??= SalesWork.Refuse(2000, row.Field, $"The account {number} does not allow cost centers.");
        }

        var code = VatCodeOf(number);
        return Debit(number, -net) with
        {
            CostCenterItemId1 = row.CostCenterItemId1,
            CostCenterItemId2 = row.CostCenterItemId2,
            CostCenterItemId3 = row.CostCenterItemId3,
            ProjectId = row.ProjectId,
            VatCodeId = code?.Id,
            VatCodeAndPercent = code?.CodeAndPercent,
        };
    }

    public VatCodeApi? VatCodeOf(long? number) =>
        number is { } account && work.Company.Accounts.Find(new AccountKey(year, account))?.VatCodeId is { } id
            ? work.Company.VatCodes.Find(id)
            : null;

    private AccountApi? Find(long? number)
    {
        var account = number is { } known ? work.Company.Accounts.Find(new AccountKey(year, known)) : null;
        if (account is null)
        {
            Refusal ??= new ApiAnswer.Refused(
                ErrorCatalogue.AccountNotFound, $"The account {number} does not exist in the fiscal year.");
        }
        else if (!account.IsActive)
        {
            Refusal ??= SalesWork.Refuse(
                work.Assumptions.InactiveAccountError,
                nameof(VoucherRowApi.AccountNumber),
                $"The account {number} is not active.");
        }

        return account;
    }
}

/// <summary>The number series of vouchers that documents make.</summary>
internal static class DocumentSeries
{
    public static string Of(SalesWork work, string wanted) =>
        (work.Company.VoucherSeries.Find(wanted) ?? work.Company.VoucherSeries.First(series => series.IsDefault)).Letter;
}
