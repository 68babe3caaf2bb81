using SpirisSandbox.Api;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.VoucherDrafts;

/// <summary>The rows of a draft: as they were sent, with VAT taken out of them, and as a voucher wants them.</summary>
internal static class VoucherDraftRows
{
    /// <summary>The rows to keep of a body.</summary>
    /// <remarks>
    /// Source: Swagger 2024-05: with <c>amountIncludesVat</c> "the amounts are used as including VAT when draft is
    /// created", and a row's VAT code "is used to calculate the correspondent vat amount". A row without one stays whole.
    /// </remarks>
    public static IReadOnlyList<VoucherDraftRowApi> Of(ApiCall call, VoucherDraftInput input)
    {
        var rows = (input.Rows ?? []).OfType<VoucherDraftRowInput>().Select(Kept);
        return [.. call.Flag("amountIncludesVat", otherwise: false) ? rows.SelectMany(row => WithoutVat(call, row)) : rows];
    }

    /// <summary>What converting the draft posts.</summary>
    public static VoucherRowInput ToVoucherRow(VoucherDraftRowApi row) => new()
    {
        AccountNumber = row.AccountNumber,
        DebitAmount = row.DebitAmount,
        CreditAmount = row.CreditAmount,
        TransactionText = row.TransactionText,
        CostCenterItemId1 = row.CostCenterItemId1,
        CostCenterItemId2 = row.CostCenterItemId2,
        CostCenterItemId3 = row.CostCenterItemId3,
        VatCodeId = row.VatCodeId,
        ProjectId = row.ProjectId,
    };

    private static VoucherDraftRowApi Kept(VoucherDraftRowInput row) => new()
    {
        AccountNumber = row.AccountNumber!.Value,
        DebitAmount = row.DebitAmount ?? 0,
        CreditAmount = row.CreditAmount ?? 0,
        VatCodeId = row.VatCodeId,
        CostCenterItemId1 = row.CostCenterItemId1,
        CostCenterItemId2 = row.CostCenterItemId2,
        CostCenterItemId3 = row.CostCenterItemId3,
        TransactionText = row.TransactionText,
        ProjectId = row.ProjectId,
        Quantity = row.Quantity,
        Weight = row.Weight,
        DeliveryDate = row.DeliveryDate,
        HarvestYear = row.HarvestYear,
    };

    private static IEnumerable<VoucherDraftRowApi> WithoutVat(ApiCall call, VoucherDraftRowApi gross)
    {
        var code = gross.VatCodeId is { } id ? call.Company.VatCodes.Find(id) : null;
        var amounts = new VoucherRowApi
        {
            AccountNumber = gross.AccountNumber,
            DebitAmount = gross.DebitAmount,
            CreditAmount = gross.CreditAmount,
            TransactionText = gross.TransactionText,
        };
        var split = AutomaticVat.Split(amounts, code, _ => null).ToArray();
        yield return gross with { DebitAmount = split[0].DebitAmount, CreditAmount = split[0].CreditAmount };
        foreach (var vat in split.Skip(1))
        {
            yield return new VoucherDraftRowApi
            {
                AccountNumber = vat.AccountNumber,
                DebitAmount = vat.DebitAmount,
                CreditAmount = vat.CreditAmount,
                TransactionText = vat.TransactionText,
            };
        }
    }
}
