using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Invoicing;

namespace OpenOne.Testing;

/// <summary>One invoice receipt, told line by line. Its total is the sum of its lines unless stated.</summary>
public sealed record InvoiceBuilder
{
    internal InvoiceBuilder(string receiptNumber) => ReceiptNumber = receiptNumber;

    private string ReceiptNumber { get; }

    private InvoiceCustomer Payer { get; init; } = new() { CustomerNumber = "1001" };

    private string? Reference { get; init; }

    private DateTimeOffset? SoldAt { get; init; }

    private ImmutableArray<InvoiceLine> Lines { get; init; } = [];

    private Money Gratuity { get; init; }

    private Money? Stated { get; init; }

    /// <summary>What was sold; <paramref name="vat"/> where the register gives it per line.</summary>
    public InvoiceBuilder Line(
        string group, int rate, long gross, long? vat = null, string text = "Lunch", decimal quantity = 1) =>
        this with
        {
            Lines = Lines.Add(new(
                new(group), text, quantity, ClosingBuilder.Rate(rate), Money.FromOre(gross), ClosingBuilder.Ore(vat))),
        };

    /// <summary>A tip on the invoice.</summary>
    public InvoiceBuilder Tip(long tip) => this with { Gratuity = Money.FromOre(tip) };

    /// <summary>A total as printed, when it is not what the lines add up to.</summary>
    public InvoiceBuilder TotalPrinted(long total) => this with { Stated = Money.FromOre(total) };

    /// <summary>Who is to pay, and whom they name as their reference.</summary>
    public InvoiceBuilder To(InvoiceCustomer customer, string? yourReference = null) =>
        this with { Payer = customer, Reference = yourReference };

    /// <summary>When it was sold.</summary>
    public InvoiceBuilder SoldWhen(DateTimeOffset soldAt) => this with { SoldAt = soldAt };

    /// <summary>The receipt by itself, sold by register KASSA1 on 14 March 2026.</summary>
    /// <param name="credits">The receipt that it takes back.</param>
    public ReceiptToInvoice ToInvoice(string? credits = null) =>
        new(new ReceiptKey("KASSA1", ReceiptNumber), new DateOnly(2026, 3, 14), Build(), credits);

    internal InvoiceReceipt Build() =>
        new(ReceiptNumber, SoldAt, Payer, Reference, null, Lines, Gratuity, Stated ?? Lines.Sum(line => line.Gross));
}
