namespace OpenOne.BackOffice.Pages.Invoices;

/// <summary>The words of the pages about receipts on invoice, in <c>InvoiceTexts.resx</c> and <c>InvoiceTexts.sv.resx</c>.</summary>
public sealed class InvoiceTexts;
