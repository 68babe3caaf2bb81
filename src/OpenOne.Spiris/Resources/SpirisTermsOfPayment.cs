namespace OpenOne.Spiris.Resources;

/// <summary>When an invoice is to be paid (betalningsvillkor).</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>TermsOfPaymentApi</c>.</remarks>
public sealed record SpirisTermsOfPayment
{
    /// <summary>Spiris' id.</summary>
    public required Guid Id { get; init; }

    /// <summary>After how many days.</summary>
    public int? NumberOfDays { get; init; }

    /// <summary>0 is so many days net; others count from the end of the month, or are not invoiced at all.</summary>
    public int? TermsOfPaymentTypeId { get; init; }

    /// <summary>Whether customers can have them.</summary>
    public bool? AvailableForSales { get; init; }
}
