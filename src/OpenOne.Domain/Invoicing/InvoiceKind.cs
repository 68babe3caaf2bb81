namespace OpenOne.Domain.Invoicing;

/// <summary>What a receipt becomes in Spiris.</summary>
public enum InvoiceKind
{
    /// <summary>A customer invoice (kundfaktura), booked by Spiris when it is made.</summary>
    Invoice = 1,

    /// <summary>A credit invoice (kreditfaktura), which takes an invoice back in whole or in part.</summary>
    CreditInvoice = 2,

    /// <summary>An order, delivered and waiting for the collective invoice (samlingsfaktura) that a person makes in Spiris. The
    /// sale is booked by that invoice.</summary>
    Order = 3,
}
