namespace OpenOne.Domain.Invoicing;

/// <summary>Why a receipt is not an invoice or an order in Spiris, beside what holds for vouchers too
/// (<see cref="Delivery.ReasonCodes"/>).</summary>
public static class InvoiceReasonCodes
{
    /// <summary>"Invoice" is off.</summary>
    public const string InvoiceOff = "invoice-off";

    /// <summary>There is a tip, and "Allow tip on invoice" is off. Argument: the tip in kronor.</summary>
    public const string TipNotAllowed = "tip-not-allowed";

    /// <summary>Lines, total and VAT of the receipt do not agree. Argument: how.</summary>
    public const string ReceiptDoesNotAddUp = "receipt-does-not-add-up";

    /// <summary>Spiris has no such customer, and the receipt says too little to make one. Argument: what the receipt says.</summary>
    public const string CustomerUnknown = "customer-unknown";

    /// <summary>The customer is not active in Spiris. Argument: number and name.</summary>
    public const string CustomerInactive = "customer-inactive";

    /// <summary>Several customers in Spiris have the organisation number. Argument: their numbers.</summary>
    public const string CustomerAmbiguous = "customer-ambiguous";

    /// <summary>A till has asked for this customer, and it is not known yet whether it stands there. Arguments: the customer.</summary>
    public const string CustomerBeingCreated = "customer-being-created";

    /// <summary>Spiris has no article account coding for an account and a rate. Argument: account and rate.</summary>
    public const string ArticleCodingMissing = "article-coding-missing";

    /// <summary>The company's next invoice number in Spiris is 0.</summary>
    public const string NumberingNotStarted = "numbering-not-started";

    /// <summary>The company's next order number in Spiris is 0.</summary>
    public const string OrderNumberingNotStarted = "order-numbering-not-started";

    /// <summary>Spiris lacks a module. Argument: its name in the guide.</summary>
    public const string ModuleMissing = "module-missing";

    /// <summary>A return, and nobody says which invoice it takes back. Argument: the receipt that was named, or nothing.</summary>
    public const string CreditedInvoiceUnknown = "credited-invoice-unknown";

    /// <summary>A return cannot become an order: orders have positive totals.</summary>
    public const string ReturnAsOrder = "return-as-order";

    /// <summary>Spiris reckons another total or VAT than the receipt has. Argument: both.</summary>
    public const string TotalsDiffer = "totals-differ";

    /// <summary>The closing lists a receipt with other amounts than it was invoiced with. Argument: the receipt.</summary>
    public const string ReceiptDiffersFromInvoice = "receipt-differs-from-invoice";

    /// <summary>Receipts of the closing's time are invoiced and not listed in it. Argument: the receipts.</summary>
    public const string InvoiceNotInClosing = "invoice-not-in-closing";

    /// <summary>Making invoices is stopped until a person has decided about one that was found twice. Argument: the numbers.</summary>
    public const string InvoiceFoundTwice = "invoice-found-twice";

    /// <summary>It is made, and the receipt could not be attached. Argument: what Spiris said.</summary>
    public const string NotAttached = "receipt-not-attached";

    /// <summary>It is made, and Spiris could not send it, or may not have. Argument: what it said.</summary>
    public const string NotSent = "invoice-not-sent";

    /// <summary>The invoice was credited in Spiris by hand, so that the day's voucher books the receipt.</summary>
    public const string TakenBack = "invoice-taken-back";
}
