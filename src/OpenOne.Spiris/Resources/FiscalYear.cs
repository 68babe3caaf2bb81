using System.Text.Json.Serialization;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>A fiscal year (räkenskapsår) of the company.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>FiscalYearApi</c>.</remarks>
public sealed record FiscalYear
{
    /// <summary>Spiris' id of it, by which its accounts and vouchers are asked for.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its first day.</summary>
    [JsonConverter(typeof(CalendarDate))]
    public required DateOnly StartDate { get; init; }

    /// <summary>Its last day.</summary>
    [JsonConverter(typeof(CalendarDate))]
    public required DateOnly EndDate { get; init; }

    /// <summary>Whether nothing can be booked in it any more.</summary>
    public bool? IsLockedForAccounting { get; init; }

    /// <summary>How the company books its invoices that year.</summary>
    public BookkeepingMethod? BookkeepingMethod { get; init; }

    /// <summary>Whether <paramref name="date"/> lies in it.</summary>
    public bool Holds(DateOnly date) => StartDate <= date && date <= EndDate;
}

/// <summary>How a company books its invoices, with Spiris' own numbers.</summary>
/// <remarks>Source of the names: OpenAPI 2021-10.</remarks>
public enum BookkeepingMethod
{
    /// <summary>When they are sent (faktureringsmetoden).</summary>
    Invoicing = 0,

    /// <summary>When they are paid (kontantmetoden).</summary>
    Cash = 1,

    /// <summary>Not at all.</summary>
    NoBookkeeping = 2,
}
