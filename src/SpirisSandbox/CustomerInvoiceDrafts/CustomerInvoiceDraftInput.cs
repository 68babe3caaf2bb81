using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>The body of POST and PUT of an invoice draft. A PUT replaces everything.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerInvoiceDraftApi: what is not read-only there. Rows may be left out.
/// </remarks>
public sealed record CustomerInvoiceDraftInput : SalesDocumentInput<CustomerInvoiceDraftApi>
{
    public IReadOnlyList<CustomerInvoiceDraftRowInput?>? Rows { get; init; }

    public bool? IsCreditInvoice { get; init; }

    public string? RotReducedInvoicingPropertyName { get; init; }

    public string? RotReducedInvoicingOrgNumber { get; init; }

    public decimal? RotReducedInvoicingAmount { get; init; }

    public bool? RotReducedInvoicingAutomaticDistribution { get; init; }

    public decimal? HouseWorkOtherCosts { get; init; }

    public string? ElectronicReference { get; init; }

    public string? SubscriptionNumber { get; init; }

    public string? ContractNumber { get; init; }

    public string? DeliveryMethodName { get; init; }

    public string? DeliveryTermName { get; init; }

    public string? DeliveryMethodCode { get; init; }

    public string? DeliveryTermCode { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public bool? ReplaceUnitPriceWhenZero { get; init; }

    public bool? IsDirectDebit { get; init; }

    public bool? CustomerIsPrivatePerson { get; init; }

    public Guid? BackgroundId { get; init; }

    internal override string? HouseName => RotReducedInvoicingPropertyName;

    internal override IReadOnlyList<SalesRow> ToRows() =>
        [.. (Rows ?? []).Select((row, position) => (row ?? new CustomerInvoiceDraftRowInput()).ToDraftRow(position))];

    internal FieldErrors Check()
    {
        var errors = SalesDocumentFields.Check(this, longestDeliveryName: 50);
        errors.AtMost(nameof(RotReducedInvoicingPropertyName), RotReducedInvoicingPropertyName, 40);
        errors.AtMost(nameof(RotReducedInvoicingOrgNumber), RotReducedInvoicingOrgNumber, 11);
        errors.AtMost(nameof(ElectronicReference), ElectronicReference, 100);
        errors.AtMost(nameof(SubscriptionNumber), SubscriptionNumber, 100);
        errors.AtMost(nameof(ContractNumber), ContractNumber, 100);
        errors.AtMost(nameof(DeliveryMethodName), DeliveryMethodName, 50);
        errors.AtMost(nameof(DeliveryTermName), DeliveryTermName, 50);
        errors.AtMost(nameof(DeliveryMethodCode), DeliveryMethodCode, 20);
        errors.AtMost(nameof(DeliveryTermCode), DeliveryTermCode, 20);
        for (var position = 0; position < Rows?.Count; position++)
        {
            var row = Rows[position];
            errors.Within($"Rows[{position}].LineNumber", row?.LineNumber ?? 0, 0, 1000);
            errors.Decimals($"Rows[{position}].Quantity", row?.Quantity ?? 0, 2);
            if (row is { IsTextRow: false or null, ArticleId: null } && string.IsNullOrEmpty(row.Text))
            {
                errors.Add($"Rows[{position}].ArticleId", "ArticleId is required if IsTextRow is false.");
            }
        }

        return errors;
    }
}

/// <summary>A row of the body.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerInvoiceDraftRowApi: a price that is left out is the article's. Quantity has two
/// decimals here and four on an invoice.
/// </remarks>
public sealed record CustomerInvoiceDraftRowInput : SalesRowInput<CustomerInvoiceDraftRowApi>
{
    public bool? IsTextRow { get; init; }

    public bool? ReversedConstructionServicesVatFree { get; init; }

    public int? LineNumber { get; init; }

    public bool? IsWorkCost { get; init; }

    internal SalesRow ToDraftRow(int position)
    {
        var row = ToRow(position);
        return row with
        {
            LineNumber = LineNumber ?? position,
            ArticleId = IsTextRow == true ? null : row.ArticleId,
            IsReversedConstruction = ReversedConstructionServicesVatFree ?? false,
        };
    }
}
