using System.Text.Json;
using System.Text.Unicode;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary>Reads a posted document at the edge, so that nothing behind it meets a malformed one.</summary>
public static class ClosingReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>The most rows that one list of a document may hold.</summary>
    public const int MaxRows = 5_000;

    /// <summary>Reads a document. Throws for no input whatever.</summary>
    public static ClosingReading Read(ReadOnlySpan<byte> document)
    {
        if (document.Length > MaxBytes)
        {
            return new ClosingReading.TooLarge($"A closing has at most {MaxBytes} bytes.");
        }

        if (!Utf8.IsValid(document))
        {
            return Malformed("", "The text is not UTF-8.");
        }

        ClosingDocument closing;
        try
        {
            closing = JsonSerializer.Deserialize<ClosingDocument>(document, ClosingDocument.Json)
                ?? throw new JsonException("The document is null.");
        }
        catch (JsonException problem)
        {
            return Malformed(FieldOf(problem), MessageOf(problem));
        }

        return RowsIn(closing) > MaxRows
            ? new ClosingReading.TooLarge($"A closing has at most {MaxRows} rows.")
            : Translate(closing, ContentHash.Of(document));
    }

    /// <summary>Reads a document that was read before, when it was received.</summary>
    /// <exception cref="InvalidDataException">It no longer reads: the stored bytes were altered.</exception>
    public static ZReport ReadAgain(ReadOnlySpan<byte> document) => Read(document) is ClosingReading.Read(var report, _)
        ? report
        : throw new InvalidDataException("A stored closing no longer reads as one.");

    private static ClosingReading Translate(ClosingDocument closing, byte[] contentHash)
    {
        var translation = new ClosingTranslation();
        var report = translation.Translate(closing);
        return (translation.ShapeErrors, translation.ValueErrors) switch
        {
            ({ Length: > 0 } errors, _) => new ClosingReading.Malformed(errors),
            (_, { Length: > 0 } errors) => new ClosingReading.Unacceptable(errors),
            _ => new ClosingReading.Read(report, contentHash),
        };
    }

    private static int RowsIn(ClosingDocument closing) =>
        closing.Sales.Count + closing.Vat.Count + closing.Payments.Count
        + (closing.Invoices?.Sum(invoice => 1 + (invoice?.Lines?.Count ?? 0)) ?? 0);

    private static ClosingReading.Malformed Malformed(string field, string message) =>
        new([new FieldError(field, message)]);

    private static string FieldOf(JsonException problem) => problem.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
        ? path[2..]
        : "";

    /// <summary>The serialiser's own sentence, without the type names and positions that say nothing to the sender.</summary>
    private static string MessageOf(JsonException problem)
    {
        var message = problem.Message;
        var tail = message.IndexOf(" Path: ", StringComparison.Ordinal);
        message = tail > 0 ? message[..tail] : message;
        return message.Replace(typeof(ClosingDocument).FullName!, "the closing", StringComparison.Ordinal);
    }
}
