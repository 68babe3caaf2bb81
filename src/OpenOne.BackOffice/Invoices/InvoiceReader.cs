using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What came of reading a posted receipt.</summary>
internal abstract record InvoiceReading
{
    private InvoiceReading()
    {
    }

    /// <summary>Not a receipt as the contract describes it.</summary>
    public sealed record Malformed(ImmutableArray<FieldError> Errors) : InvoiceReading;

    /// <summary>A rate that does not exist, or a fraction of an öre.</summary>
    public sealed record Unacceptable(ImmutableArray<FieldError> Errors) : InvoiceReading;

    /// <summary>Here it is.</summary>
    /// <param name="Receipt">What it says.</param>
    /// <param name="Document">The same as JSON, in one form however it came.</param>
    /// <param name="ContentHash">The digest of that.</param>
    public sealed record Read(ReceiptToInvoice Receipt, byte[] Document, byte[] ContentHash) : InvoiceReading;
}

/// <summary>Reads a posted receipt at the edge, and again what was stored of it.</summary>
internal static class InvoiceReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 200_000;

    private const int MaxLines = 500;

    /// <summary>Reads a document. Throws for no input whatever.</summary>
    /// <param name="document">The bytes.</param>
    /// <param name="today">The day of sale of a receipt that names neither its day nor its moment.</param>
    public static InvoiceReading Read(ReadOnlySpan<byte> document, DateOnly today)
    {
        if (!Utf8.IsValid(document))
        {
            return new InvoiceReading.Malformed([new FieldError("", "The text is not UTF-8.")]);
        }

        try
        {
            var invoice = JsonSerializer.Deserialize<InvoiceDocument>(document, InvoiceDocument.Json)
                ?? throw new JsonException("The document is null.");
            return invoice.Lines.Count > MaxLines
                ? new InvoiceReading.Malformed([new FieldError("lines", $"A receipt has at most {MaxLines} lines.")])
                : Translate(invoice, today);
        }
        catch (JsonException problem)
        {
            return new InvoiceReading.Malformed([ClosingReader.ErrorOf(problem)]);
        }
    }

    /// <summary>The bytes and the digest under which a receipt is kept.</summary>
    public static (byte[] Document, byte[] ContentHash) Write(InvoiceDocument invoice)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(invoice, InvoiceDocument.Json);
        return (document, SHA256.HashData(document));
    }

    /// <summary>Reads a receipt that was read before.</summary>
    /// <exception cref="InvalidDataException">It no longer reads: the stored bytes were altered.</exception>
    public static ReceiptToInvoice ReadAgain(ReadOnlySpan<byte> document, DateOnly date) =>
        Read(document, date) is InvoiceReading.Read(var receipt, _, _)
            ? receipt with { Date = date }
            : throw new InvalidDataException("A stored receipt no longer reads as one.");

    private static InvoiceReading Translate(InvoiceDocument invoice, DateOnly today)
    {
        var translation = new ClosingTranslation();
        var receipt = translation.TranslateReceipt(invoice.Register, invoice.ToRow());
        var (document, hash) = Write(invoice);
        return (translation.ShapeErrors, translation.ValueErrors) switch
        {
            ({ Length: > 0 } errors, _) => new InvoiceReading.Malformed(errors),
            (_, { Length: > 0 } errors) => new InvoiceReading.Unacceptable(errors),
            _ => new InvoiceReading.Read(
                new ReceiptToInvoice(
                    new ReceiptKey(invoice.Register, receipt.ReceiptNumber),
                    invoice.BusinessDate ?? (receipt.SoldAt is { } moment ? Moments.DayOf(moment) : today),
                    receipt,
                    invoice.CreditsReceipt),
                document,
                hash),
        };
    }
}
