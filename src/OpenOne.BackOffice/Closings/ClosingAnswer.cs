using System.Globalization;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Closings;

/// <summary>A closing's state as the API tells it. Its members are part of the closing contract; more may follow.</summary>
public sealed record ClosingAnswer(
    string Register, int ZNumber, DateOnly BusinessDate, string State,
    IReadOnlyList<ClosingAnswer.ReasonAnswer> Reasons, ClosingAnswer.VoucherAnswer? Voucher)
{
    /// <summary>One reason why the closing is not in the books.</summary>
    public sealed record ReasonAnswer(string Code, string Message, string Remedy);

    /// <summary>The voucher in the books.</summary>
    public sealed record VoucherAnswer(string Id, string Number, DateOnly Date, string Text, IReadOnlyList<RowAnswer> Rows);

    /// <summary>One row of the voucher, amounts in kronor.</summary>
    public sealed record RowAnswer(int Account, decimal Debit, decimal Credit, string Text);
}

/// <summary>Turns what we know of a closing into what the API says of it.</summary>
internal static class ClosingAnswers
{
    /// <summary>The answer in the language of the request.</summary>
    public static ClosingAnswer ToAnswer(this ClosingView closing) => new(
        closing.Key.Register,
        closing.Key.ZNumber,
        closing.BusinessDate,
        Word(closing.State),
        [.. closing.Reasons.Select(Answer)],
        Voucher(closing));

    /// <summary>The word of the closing contract for a state.</summary>
    public static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Received => "received",
        DeliveryState.Held => "held",
        DeliveryState.Skipped => "skipped",
        DeliveryState.Composed or DeliveryState.Intent => "waiting",
        DeliveryState.InFlight => "sending",
        DeliveryState.Uncertain => "uncertain",
        DeliveryState.Booked => "booked",
        DeliveryState.Rejected or DeliveryState.NeedsAttention => "rejected",
        DeliveryState.Corrected => "corrected",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {state}."),
    };

    private static ClosingAnswer.ReasonAnswer Answer(Reason reason)
    {
        var said = ReasonSentences.Of(reason, CultureInfo.CurrentUICulture);
        return new(reason.Code, said.Message, said.Remedy);
    }

    /// <remarks>A voucher that was found in the books without our having sent it, as after a restored backup, is told without
    /// its rows: what we would compose today need not be what stands there.</remarks>
    private static ClosingAnswer.VoucherAnswer? Voucher(ClosingView closing) => closing switch
    {
        { Posted: null } => null,
        { Posted: { } posted, Voucher: null } => new(posted.Id, posted.Number, closing.BusinessDate, "", []),
        { Posted: { } posted, Voucher: { } voucher } => new(
            posted.Id, posted.Number, voucher.Date, voucher.Text,
            [.. voucher.Rows.Select(row => new ClosingAnswer.RowAnswer(
                row.Account.Number, row.Debit.ToKronor(), row.Credit.ToKronor(), row.Text))]),
    };
}
