using Microsoft.Extensions.Localization;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>One amount as two documents for the same Z number state it.</summary>
/// <param name="What">What the amount is, in the reader's language.</param>
/// <param name="First">As the document states it that came first and stands.</param>
/// <param name="Later">As the other one states it.</param>
public sealed record DocumentComparison(string What, Money First, Money Later)
{
    /// <summary>The totals of two documents side by side: sales, each rate's VAT, each means of payment,
    /// rounding.</summary>
    public static IEnumerable<DocumentComparison> Of(
        ZReport first, ZReport later, IStringLocalizer<ClosingTexts> text) =>
    [
        new(text["TotalSales"], first.Total, later.Total),
        .. VatRate.All
            .Where(rate => first.Vat.Concat(later.Vat).Any(line => line.Rate == rate && line.Vat != Money.Zero))
            .Select(rate => new DocumentComparison(text["VatAt", rate], VatAt(first, rate), VatAt(later, rate))),
        .. first.Payments.Concat(later.Payments)
            .DistinctBy(payment => payment.Means)
            .Select(payment => new DocumentComparison(
                payment.Name ?? payment.Means.Code, PaidBy(first, payment.Means), PaidBy(later, payment.Means))),
        new(text["Rounding"], first.Rounding, later.Rounding),
    ];

    private static Money VatAt(ZReport report, VatRate rate) =>
        report.Vat.Where(line => line.Rate == rate).Sum(line => line.Vat);

    private static Money PaidBy(ZReport report, PaymentMeans means) =>
        report.Payments.Where(payment => payment.Means == means).Sum(payment => payment.Amount + payment.Tip);
}
