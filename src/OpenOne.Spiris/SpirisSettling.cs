using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using OpenOne.Domain;
using OpenOne.Domain.Settling;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris;

/// <summary>What has become of one company's invoices and orders in Spiris.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>GET /v2/customerinvoices</c> with its own <c>modifiedSinceUtc</c>, and <c>GET
/// /v2/orders</c>. That orders can be picked by date is what is known of other lists, and not documented: where Spiris refuses
/// it, all are read.</remarks>
public sealed class SpirisSettling(SpirisConnection connection, SpirisAccessSource access)
{
    private const int QueryParameterError = 6000;

    private readonly ResourceReader _reader = new(new(connection, access));

    /// <summary>Every invoice that was made or changed on a day or later.</summary>
    public async Task<SpirisAnswer<SpirisList<InvoiceSight>>> ReadInvoicesAsync(DateOnly since, CancellationToken cancellation)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"&modifiedSinceUtc={since:yyyy-MM-dd}T00:00:00Z");
        var answer = await _reader.ReadListAsync(
            "customerinvoices", query, SpirisJson.Default.PageSettledInvoice, invoice => invoice.Id, QuotaUse.Work, cancellation);
        return answer.Map(list => new SpirisList<InvoiceSight>(
            [.. list.Items.Where(invoice => invoice.IsWhole).Select(invoice => invoice.ToSight())], list.AsOf));
    }

    /// <summary>Every order of a day or later.</summary>
    public async Task<SpirisAnswer<SpirisList<OrderSight>>> ReadOrdersAsync(DateOnly since, CancellationToken cancellation)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"OrderDate ge {since:yyyy-MM-dd}T00:00:00Z");
        var answer = await ReadOrdersAsync($"&$filter={Uri.EscapeDataString(filter)}", cancellation);
        return answer is SpirisAnswer<SpirisList<OrderSight>>.Refused { Code: QueryParameterError }
            ? await ReadOrdersAsync("", cancellation)
            : answer;
    }

    private async Task<SpirisAnswer<SpirisList<OrderSight>>> ReadOrdersAsync(string query, CancellationToken cancellation)
    {
        var answer = await _reader.ReadListAsync(
            "orders", query, SpirisJson.Default.PageSettledOrder, order => order.Id, QuotaUse.Work, cancellation);
        return answer.Map(list => new SpirisList<OrderSight>(
            [.. list.Items.Select(order => new OrderSight(order.Id.ToString(), order.Status is SettledOrder.Invoiced))], list.AsOf));
    }
}

/// <summary>An invoice in a list, as far as its settling goes.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CustomerInvoiceApi</c>. Amounts are those of the company's own currency.</remarks>
internal sealed record SettledInvoice
{
    public required Guid Id { get; init; }

    public int? InvoiceNumber { get; init; }

    [JsonConverter(typeof(CalendarDate))]
    public DateOnly? InvoiceDate { get; init; }

    [JsonConverter(typeof(CalendarDate))]
    public DateOnly? DueDate { get; init; }

    [JsonConverter(typeof(CalendarDate))]
    public DateOnly? PaymentDate { get; init; }

    public bool? IsCreditInvoice { get; init; }

    public decimal? TotalAmount { get; init; }

    public decimal? RemainingAmount { get; init; }

    public Guid? ReferringInvoiceId { get; init; }

    public Guid? CreatedFromOrderId { get; init; }

    public ImmutableArray<SettledBy?>? CreditedBy { get; init; }

    public ImmutableArray<SettledOrderRelation?>? CollectiveCustomerInvoiceRowsRelationToOrders { get; init; }

    /// <summary>Whether it says what is needed to tell how it is settled.</summary>
    internal bool IsWhole => InvoiceDate is not null
        && Money.TryFromKronor(TotalAmount ?? 0, out _) && RemainingAmount is { } remaining && Money.TryFromKronor(remaining, out _);

    internal InvoiceSight ToSight()
    {
        var orders = (CollectiveCustomerInvoiceRowsRelationToOrders ?? []).Select(relation => relation?.OrderId).Append(CreatedFromOrderId);
        return new(
            Id.ToString(),
            InvoiceNumber?.ToString(CultureInfo.InvariantCulture) ?? "",
            InvoiceDate!.Value,
            DueDate,
            IsCreditInvoice is true,
            Kronor(TotalAmount),
            Kronor(RemainingAmount),
            PaymentDate,
            [.. (CreditedBy ?? []).Select(by => by?.CreditInvoiceId?.ToString()).OfType<string>()],
            ReferringInvoiceId?.ToString(),
            [.. orders.OfType<Guid>().Distinct().Select(order => order.ToString())]);
    }

    private static Money Kronor(decimal? amount) => Money.TryFromKronor(amount ?? 0, out var money) ? money : Money.Zero;
}

/// <summary>Source: OpenAPI 2026-09, <c>CreditedByApi</c>.</summary>
internal sealed record SettledBy(Guid? CreditInvoiceId);

/// <summary>Source: OpenAPI 2026-09, <c>CollectiveCustomerInvoiceRelationToOrderApi</c>.</summary>
internal sealed record SettledOrderRelation(Guid? OrderId);

/// <summary>An order in a list. Source: OpenAPI 2026-09, <c>OrderApi</c>.</summary>
internal sealed record SettledOrder
{
    /// <summary>The last of its states: 1 draft, 2 ongoing, 3 shipped, 4 invoiced.</summary>
    internal const int Invoiced = 4;

    public required Guid Id { get; init; }

    public int? Status { get; init; }
}
