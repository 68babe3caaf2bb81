using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.TermsOfPayment;

/// <summary>When an invoice is due (betalningsvillkor).</summary>
/// <param name="TermsOfPaymentTypeId">
/// 0 normal, 1 current month, 2 cash, 3 card, 4 digital wallet, 5 payment service.
/// </param>
/// <remarks>Source: OpenAPI 2026-09, TermsOfPaymentApi.</remarks>
public sealed record TermsOfPaymentApi(
    Guid Id,
    string? Name,
    string? NameEnglish,
    int NumberOfDays,
    int TermsOfPaymentTypeId,
    string? TermsOfPaymentTypeText,
    bool AvailableForSales,
    bool AvailableForPurchase)
{
    private const int CurrentMonth = 1;

    /// <summary>The due date of an invoice: for "current month", the days run from the month's last.</summary>
    internal DateOnly DueDate(DateOnly invoiceDate) => TermsOfPaymentTypeId == CurrentMonth
        ? new DateOnly(invoiceDate.Year, invoiceDate.Month, 1).AddMonths(1).AddDays(-1 + NumberOfDays)
        : invoiceDate.AddDays(NumberOfDays);
}

/// <summary><c>/v2/termsofpayments</c>: read only; new ones are made in the program.</summary>
/// <remarks>Source: Swagger 2024-05: every variant, sales and purchase scopes.</remarks>
public static class TermsOfPaymentOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/termsofpayments", SalesAccess.ReadTermsOfPayment, call =>
            call.List(call.Company.Sales.TermsOfPayments.All));
        v2.Get("/termsofpayments/{id:guid}", SalesAccess.ReadTermsOfPayment, call =>
            ApiAnswer.Found(call.Company.Sales.TermsOfPayments.Find(call.Id("id"))));
    }
}
