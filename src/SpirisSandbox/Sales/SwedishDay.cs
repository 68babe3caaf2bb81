namespace SpirisSandbox.Sales;

/// <summary>The calendar day in Sweden, where every company of the sandbox is.</summary>
/// <remarks>Source: OpenAPI 2026-09, InvoicePaymentApi: dates are those of the company's time zone.</remarks>
internal static class SwedishDay
{
    private static readonly TimeZoneInfo _sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateOnly Of(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _sweden).DateTime);
}
