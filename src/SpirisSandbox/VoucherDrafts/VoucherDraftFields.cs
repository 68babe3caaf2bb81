using SpirisSandbox.Api;

namespace SpirisSandbox.VoucherDrafts;

/// <summary>What a draft's body must fulfil. Accounts, balance and locks are looked at when it is converted.</summary>
/// <remarks>Source: OpenAPI 2026-09, VoucherDraftApi and VoucherDraftRowApi.</remarks>
internal static class VoucherDraftFields
{
    private const decimal MostKronor = 1_000_000_000m;
    private const long HighestAccount = 9_999_999_999;

    public static FieldErrors Check(VoucherDraftInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.VoucherDate), input.VoucherDate);
        errors.AtMost(nameof(input.VoucherText), input.VoucherText, 1000);
        for (var position = 0; position < input.Rows?.Count; position++)
        {
            CheckRow(errors, $"Rows[{position}]", input.Rows[position]);
        }

        return errors;
    }

    private static void CheckRow(FieldErrors errors, string name, VoucherDraftRowInput? row)
    {
        errors.Required($"{name}.AccountNumber", row?.AccountNumber);
        errors.Within($"{name}.AccountNumber", row?.AccountNumber ?? 1, 1, HighestAccount);
        errors.AtMost($"{name}.TransactionText", row?.TransactionText, 50);
        errors.Within($"{name}.DebitAmount", row?.DebitAmount ?? 0, 0, MostKronor);
        errors.Within($"{name}.CreditAmount", row?.CreditAmount ?? 0, 0, MostKronor);
        foreach (var (field, number) in new[]
                 {
                     ("DebitAmount", row?.DebitAmount), ("CreditAmount", row?.CreditAmount),
                     ("Quantity", row?.Quantity), ("Weight", row?.Weight),
                 })
        {
            errors.Decimals($"{name}.{field}", number ?? 0, 2);
        }
    }
}
