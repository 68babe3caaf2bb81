using SpirisSandbox.Api;
using SpirisSandbox.Attachments;

namespace SpirisSandbox.Vouchers;

/// <summary>POST /vouchers: judges a voucher, rule by rule in a fixed order, and books it.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, POST /vouchers, for the three query flags and their defaults. Runs under the company's
/// lock, which is why two vouchers at the same time get two numbers without a gap.
/// </remarks>
internal static class PostVoucher
{
    public static ApiAnswer Answer(ApiCall call, VoucherInput input) => Answer(call, input, PostingTerms.Of(call));

    /// <summary>Judges and books what another operation has made a voucher of, such as a draft.</summary>
    public static ApiAnswer Answer(ApiCall call, VoucherInput input, PostingTerms terms)
    {
        var errors = VoucherFields.Check(input, call.Assumptions);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var date = input.VoucherDate!.Value;
        if (VoucherPeriod.WhyNot(call.Company, date) is { } closed)
        {
            return closed;
        }

        var year = call.Company.Ledger.YearOf(date)!;
        var rows = VoucherRows.Build(call, input.Rows!, year.Id, terms);
        if (rows is VoucherRows.Refused(var refusal))
        {
            return refusal;
        }

        return SeriesChoice.Of(call, input.NumberSeries, terms) switch
        {
            SeriesChoice.Refused(var why) => why,
            SeriesChoice.Chosen(var series) => Book(call, input, series, ((VoucherRows.Built)rows).Rows),
            _ => throw new System.Diagnostics.UnreachableException("The choices are closed."),
        };
    }

    private static ApiAnswer Book(
        ApiCall call, VoucherInput input, string series, IReadOnlyList<VoucherRowApi> rows)
    {
        var (debit, credit) = (rows.Sum(row => row.DebitAmount), rows.Sum(row => row.CreditAmount));
        if (debit != credit)
        {
            var text = FormattableString.Invariant(
                $"The voucher must have balanced debit and credit amounts: {debit:0.00} is not {credit:0.00}.");
            var error = new FieldErrors();
            error.Add(nameof(VoucherApi.Rows), text);
            return error.Refusal(call.Assumptions.UnbalancedVoucherError);
        }

        var attachments = input.Attachments?.AttachmentIds ?? [];
        if (AttachmentLinks.WhyNot(call.Company, document: null, attachments) is { } refusal)
        {
            return refusal;
        }

        var voucher = call.Company.Ledger.Book(
            new Booking(input.VoucherDate!.Value, input.VoucherText!, series, rows), call.Now);
        if (attachments.Count > 0)
        {
            AttachmentLinks.Link(call.Company, voucher.Id, DocumentType.Voucher, attachments);
            voucher = call.Company.Vouchers.Find(voucher.Id)!;
        }

        return new ApiAnswer.Created(voucher);
    }
}
