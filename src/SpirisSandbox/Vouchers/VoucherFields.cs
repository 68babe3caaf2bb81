using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>
/// What a voucher's body must fulfil by itself, whatever the company: required fields, lengths, ranges.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherApi and VoucherRowApi.</remarks>
internal static class VoucherFields
{
    private const decimal MostKronor = 10_000_000_000m;
    private const long HighestAccount = 9_999_999_999;

    public static FieldErrors Check(VoucherInput input, SandboxAssumptions assumptions)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.VoucherDate), input.VoucherDate);
        errors.Required(nameof(input.VoucherText), input.VoucherText, maximumLength: 1000);
        errors.Required(nameof(input.Rows), input.Rows);
        if (input.Rows?.Count < assumptions.MinimumVoucherRows)
        {
            errors.Add(nameof(input.Rows), $"A voucher must have at least {assumptions.MinimumVoucherRows} rows.");
        }

        for (var position = 0; position < input.Rows?.Count; position++)
        {
            CheckRow(errors, $"Rows[{position}]", input.Rows[position], assumptions);
        }

        return errors;
    }

    private static void CheckRow(FieldErrors errors, string name, VoucherRowInput? row, SandboxAssumptions assumptions)
    {
        errors.Required($"{name}.AccountNumber", row?.AccountNumber);
        errors.Within($"{name}.AccountNumber", row?.AccountNumber ?? 1, 1, HighestAccount);
        errors.AtMost($"{name}.TransactionText", row?.TransactionText, 60);
        foreach (var (side, amount) in new[]
                 {
                     ("DebitAmount", row?.DebitAmount ?? 0), ("CreditAmount", row?.CreditAmount ?? 0),
                 })
        {
            errors.Within($"{name}.{side}", amount, 0, MostKronor);
            errors.Decimals($"{name}.{side}", amount, 2);
        }

        if (!assumptions.RowMayHaveBothSides && row is { DebitAmount: > 0, CreditAmount: > 0 })
        {
            errors.Add(name, "A row has either a debit or a credit amount.");
        }
    }
}
