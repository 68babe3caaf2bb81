using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Sales;

/// <summary>
/// What no public source says about the sales side of the real service, decided here, one named option for each.
/// </summary>
/// <remarks>The same rule as for <see cref="SandboxAssumptions"/>: only unknowns stand here.</remarks>
public sealed class SalesAssumptions
{
    // References and refusals

    /// <value>
    /// Error code of an id in a body that names nothing: customer, article, terms of payment. Default: 2000.
    /// </value>
    public int UnknownReferenceError { get; init; } = 2000;

    /// <value>Error code of a document for a customer that is not active. Default: 2000.</value>
    public int InactiveCustomerError { get; init; } = 2000;

    /// <value>Error code of a row with an article that is not active. Default: 2000.</value>
    public int InactiveArticleError { get; init; } = 2000;

    /// <value>
    /// Error code of an invoice or order made while its number series has not been started. Default: 4002.
    /// </value>
    public int NumberSeriesNotStartedError { get; init; } = 4002;

    /// <value>Error code of an operation that a document's state does not allow. Default: 4002.</value>
    public int WrongStateError { get; init; } = 4002;

    /// <value>Error code of a document whose total has the wrong sign. Default: 2000.</value>
    public int WrongSignError { get; init; } = 2000;

    // Customers and articles

    /// <value>
    /// Whether the check digit of a Swedish organisation or personal number is tested (4008). Default: false.
    /// </value>
    public bool CheckCorporateIdentityNumber { get; init; }

    /// <value>
    /// Whether a PUT without <c>CustomerNumber</c> keeps the number; it gets a new one otherwise. Default: true.
    /// </value>
    public bool PutKeepsCustomerNumber { get; init; } = true;

    /// <value>Kronor by which a gross price may differ from the net price and its VAT. Default: 0.01.</value>
    [Range(0, 1)]
    public decimal ArticlePriceTolerance { get; init; } = 0.01m;

    /// <value>
    /// Whether there are article account codings on liability accounts (tips on 2820, gift cards on 2421). Default:
    /// true.
    /// </value>
    public bool LiabilityAccountCodings { get; init; } = true;

    // Amounts

    /// <value>
    /// Whether rates are told as shares of one, 0.25 for 25 %, or as 25. Default: shares, as a public client has them.
    /// </value>
    public bool RatesAreShares { get; init; } = true;

    /// <value>What VAT is rounded on. Default: the sum of each rate.</value>
    public VatRounding VatRounding { get; init; } = VatRounding.PerRate;

    /// <value>When unit prices include VAT: the documents contradict each other. Default: the older reading.</value>
    public PricesIncludeVat PricesIncludeVat { get; init; } = PricesIncludeVat.ForPrivatePersonsUnlessSet;

    /// <value>
    /// Whether a discount in kronor may be sent, as the changelog says and the specification does not. Default: true.
    /// </value>
    public bool FixedDiscountsAreWritable { get; init; } = true;

    // Invoices

    /// <value>Whether an invoice may be dated after today; 4023 otherwise. Default: true.</value>
    public bool FutureInvoiceDates { get; init; } = true;

    /// <value>The number series of customer invoices; the default series when the company lacks it. Default: B.</value>
    [Required]
    public string InvoiceSeries { get; init; } = "B";

    /// <value>The number series of payments; the default series when the company lacks it. Default: C.</value>
    [Required]
    public string PaymentSeries { get; init; } = "C";

    /// <value>The voucher type of a payment. Default: 10, BankTransactionDeposit.</value>
    public int PaymentVoucherType { get; init; } = 10;

    /// <value>The account of customer receivables (kundfordringar). Default: 1510.</value>
    public long ReceivablesAccount { get; init; } = 1510;

    /// <value>The account of roundings (öres- och kronutjämning). Default: 3740.</value>
    public long RoundingAccount { get; init; } = 3740;

    /// <value>The account of bank fees taken from a payment. Default: 6570.</value>
    public long BankFeeAccount { get; init; } = 6570;

    /// <value>
    /// The most kronor that a complete payment may leave over; they are booked as rounding. Default: 0.99.
    /// </value>
    [Range(0, 1000)]
    public decimal PaymentRounding { get; init; } = 0.99m;

    /// <value>What voiding makes of an invoice. Default: a credit invoice takes it back.</value>
    public VoidedInvoice VoidedInvoice { get; init; } = VoidedInvoice.Credited;

    /// <value>Error code of an e-mail without any address to send it to. Default: 2000.</value>
    public int NoEmailAddressError { get; init; } = 2000;

    /// <value>
    /// The content types a sales document's attachment may have. Default: PDF only, as the 2024 document says.
    /// </value>
    public IList<string> AttachmentContentTypes { get; init; } = [];

    /// <value>Whether a payment reference is the invoice number with a check digit, or the bare number. Default: true.</value>
    public bool PaymentReferenceHasCheckDigit { get; init; } = true;

    // Orders

    /// <value>
    /// The module that orders need: <c>order_standard</c> in the 2021 document, <c>sales_standard</c> since. Default:
    /// the former, since the guide's "Order &amp; Quote" is a module of its own beside invoicing.
    /// </value>
    [Required]
    public string OrderModule { get; init; } = "order_standard";

    /// <value>Whether only delivered orders can be made into invoices. Default: true.</value>
    public bool OnlyShippedOrdersAreInvoiced { get; init; } = true;

    /// <value>Whether a row without <c>DeliveredQuantity</c> counts as delivered in full. Default: true.</value>
    public bool OmittedDeliveredQuantityIsAll { get; init; } = true;

    internal IEnumerable<string> AttachmentTypes =>
        AttachmentContentTypes.Count == 0 ? ["application/pdf"] : AttachmentContentTypes;

    /// <summary>A rate as the API tells it.</summary>
    internal decimal Shown(decimal rate) => RatesAreShares ? rate : rate * 100;
}

/// <summary>What VAT is rounded on, halves away from zero.</summary>
public enum VatRounding
{
    PerRate = 1,
    PerRow = 2,
}

/// <summary>When unit prices include VAT.</summary>
/// <remarks>Source: Swagger 2021-10 and 2024-05 for the first reading, OpenAPI 2026-09 for the second.</remarks>
public enum PricesIncludeVat
{
    /// <summary>For private persons, unless the company shows their prices without VAT.</summary>
    ForPrivatePersonsUnlessSet = 1,

    /// <summary>For private persons, when <c>ShowPricesExclVatPC</c> is checked.</summary>
    ForPrivatePersonsWhenSet = 2,
}

/// <summary>What voiding makes of an invoice.</summary>
public enum VoidedInvoice
{
    /// <summary>A credit invoice with the next number takes it back.</summary>
    Credited = 1,

    /// <summary>A voucher with the sides changed takes it back; there is no new invoice.</summary>
    Reversed = 2,
}
