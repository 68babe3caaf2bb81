using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.VatCodes;

namespace SpirisSandbox.Vouchers;

/// <summary>The rows of a posted voucher once accounts, cost centres and VAT codes have been looked up.</summary>
internal abstract record VoucherRows
{
    private VoucherRows()
    {
    }

    public sealed record Built(IReadOnlyList<VoucherRowApi> Rows) : VoucherRows;

    public sealed record Refused(ApiAnswer.Refused Refusal) : VoucherRows;

    public static VoucherRows Build(
        ApiCall call, IReadOnlyList<VoucherRowInput?> inputs, Guid year, PostingTerms terms)
    {
        var rows = new List<VoucherRowApi>(inputs.Count);
        foreach (var input in inputs.OfType<VoucherRowInput>())
        {
            var account = call.Company.Accounts.Find(new AccountKey(year, input.AccountNumber!.Value));
            if (VoucherRowRules.WhyNot(call, input, account) is { } refusal)
            {
                return new Refused(refusal);
            }

            var codeId = terms.UseDefaultVatCodes ? account!.VatCodeId : input.VatCodeId;
            var code = codeId is { } id ? call.Company.VatCodes.Find(id) : null;
            var row = Row(input, account!, code);
            rows.AddRange(terms.AddVat ? AutomaticVat.Split(row, code, number => Name(call, year, number)) : [row]);
        }

        return new Built(rows);
    }

    private static VoucherRowApi Row(VoucherRowInput input, AccountApi account, VatCodeApi? code) => new()
    {
        AccountNumber = input.AccountNumber!.Value,
        AccountDescription = account.Name,
        DebitAmount = input.DebitAmount ?? 0,
        CreditAmount = input.CreditAmount ?? 0,
        TransactionText = input.TransactionText,
        CostCenterItemId1 = input.CostCenterItemId1,
        CostCenterItemId2 = input.CostCenterItemId2,
        CostCenterItemId3 = input.CostCenterItemId3,
        VatCodeId = code?.Id,
        VatCodeAndPercent = code?.CodeAndPercent,
        ProjectId = input.ProjectId,
    };

    private static string? Name(ApiCall call, Guid year, long number) =>
        call.Company.Accounts.Find(new AccountKey(year, number))?.Name;
}
