namespace SpirisSandbox.CompanySettings;

/// <summary>Where paper invoices are scanned; null unless scanning is on.</summary>
/// <remarks>Source of all records here: OpenAPI 2026-09.</remarks>
public sealed record CompanyScanningAddressApi(
    string? Name, string? Address1, string? Address2, string? PostCode, string? PostOffice, string? Email);

/// <summary>The texts printed on documents and written in e-mails.</summary>
public sealed record CompanyTextsApi
{
    public string? CustomerInvoiceTextDomestic { get; init; }

    public string? CustomerInvoiceTextForeign { get; init; }

    public string? OrderTextDomestic { get; init; }

    public string? OrderTextForeign { get; init; }

    public string? OverDueTextDomestic { get; init; }

    public string? OverDueTextForeign { get; init; }

    public string? QuoteEmailDomestic { get; init; }

    public string? QuoteEmailForeign { get; init; }

    public string? InvoiceEmailDomestic { get; init; }

    public string? InvoiceEmailForeign { get; init; }

    public string? OrderEmailDomestic { get; init; }

    public string? OrderEmailForeign { get; init; }

    public string? PurchaseOrderEmailDomestic { get; init; }

    public string? PurchaseOrderEmailForeign { get; init; }

    /// <summary>Every text with its name and the most characters it may have.</summary>
    internal IEnumerable<(string Name, string? Text, int Most)> Texts =>
    [
        (nameof(CustomerInvoiceTextDomestic), CustomerInvoiceTextDomestic, 400),
        (nameof(CustomerInvoiceTextForeign), CustomerInvoiceTextForeign, 400),
        (nameof(OrderTextDomestic), OrderTextDomestic, 400),
        (nameof(OrderTextForeign), OrderTextForeign, 400),
        (nameof(OverDueTextDomestic), OverDueTextDomestic, 400),
        (nameof(OverDueTextForeign), OverDueTextForeign, 400),
        (nameof(QuoteEmailDomestic), QuoteEmailDomestic, 2048),
        (nameof(QuoteEmailForeign), QuoteEmailForeign, 2048),
        (nameof(InvoiceEmailDomestic), InvoiceEmailDomestic, 2048),
        (nameof(InvoiceEmailForeign), InvoiceEmailForeign, 2048),
        (nameof(OrderEmailDomestic), OrderEmailDomestic, 2048),
        (nameof(OrderEmailForeign), OrderEmailForeign, 2048),
        (nameof(PurchaseOrderEmailDomestic), PurchaseOrderEmailDomestic, 2048),
        (nameof(PurchaseOrderEmailForeign), PurchaseOrderEmailForeign, 2048),
    ];
}

/// <summary>Whether invoices are sent and taken in electronically. All zero: not registered.</summary>
public sealed record AutoInvoiceApi
{
    public int AutoInvoiceActivationStatus { get; init; }

    public int AutoInvoiceB2CStatus { get; init; }

    public int AutoInvoiceInboundStatus { get; init; }
}

/// <summary>What must be approved before it is booked.</summary>
public sealed record ApprovalSettingsApi
{
    public bool UsesSupplierInvoiceApproval { get; init; }

    public bool UsesVatReportApproval { get; init; }
}

/// <summary>The bounds of the tax reduction for household work (rot and rut), in kronor and as shares of one.</summary>
public sealed record CompanyRotRutSettingsApi
{
    public decimal RutMaxAmountForPersBelow65Year { get; init; } = 75_000;

    public decimal RutMaxAmountForPersOver65Year { get; init; } = 75_000;

    public decimal RutReducedInvoicingPercent { get; init; } = 0.5m;

    public decimal RotReducedInvoicingMaxAmount { get; init; } = 50_000;

    public decimal RotReducedInvoicingPercent { get; init; } = 0.3m;
}

/// <summary>The tax reduction for green technology. "Sollar" is how the API spells it.</summary>
public sealed record CompanyGreenTechnologySettingsApi
{
    public decimal GreenTechnologyDeductionMaxAmount { get; init; } = 50_000;

    public decimal SollarCellDiscountPercentage { get; init; } = 0.15m;
}

/// <summary>The day VAT is declared; null unless the lock follows the declaration.</summary>
public sealed record TaxDeclarationDateApi(int Month, int Day);
