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
            return new ClosingReading.Malformed([ErrorOf(problem)]);
        }

        return RowsIn(closing) > MaxRows
            ? new ClosingReading.TooLarge($"A closing has at most {MaxRows} rows.")
            : Translate(closing);
    }

    /// <summary>Reads a document that was read before, when it was received.</summary>
    /// <exception cref="InvalidDataException">It no longer reads: the stored bytes were altered.</exception>
    public static ZReport ReadAgain(ReadOnlySpan<byte> document) => Read(document) is ClosingReading.Read(var report, _)
        ? report
        : throw new InvalidDataException("A stored closing no longer reads as one.");

    private static ClosingReading Translate(ClosingDocument closing)
    {
        var translation = new ClosingTranslation();
        var report = translation.Translate(closing);
        return (translation.ShapeErrors, translation.ValueErrors) switch
        {
            ({ Length: > 0 } errors, _) => new ClosingReading.Malformed(errors),
            (_, { Length: > 0 } errors) => new ClosingReading.Unacceptable(errors),
            _ => new ClosingReading.Read(report, ContentHash.Of(closing)),
        };
    }

    private static int RowsIn(ClosingDocument closing) =>
        closing.Sales.Count + closing.Vat.Count + closing.Payments.Count
        + (closing.Invoices?.Sum(invoice => 1 + (invoice?.Lines?.Count ?? 0)) ?? 0);

    private static ClosingReading.Malformed Malformed(string field, string message) =>
        new([new FieldError(field, message)]);

    /// <summary>What is wrong with a document that is not the JSON it should be.</summary>
    internal static FieldError ErrorOf(JsonException problem) => new(FieldOf(problem), MessageOf(problem));

    private static string FieldOf(JsonException problem) => problem.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
        ? path[2..]
        : "";

    /// <summary>The serialiser's finding in the words of the contract; its own sentence where that is about JSON itself.</summary>
    private static string MessageOf(JsonException problem)
    {
        const string Missing = "missing required properties including: ";
        var message = problem.Message;
        var tail = message.IndexOf(" Path: ", StringComparison.Ordinal);
        message = tail > 0 ? message[..tail] : message;
        return message switch
        {
            _ when message.IndexOf(Missing, StringComparison.Ordinal) is > 0 and var at =>
                $"Missing: {message[(at + Missing.Length)..].TrimEnd('.')}.",
            _ when message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) =>
                "The contract has no such member.",
            _ when message.Contains("Duplicate property", StringComparison.Ordinal) => "The member stands here more than once.",
            _ when message.Contains("could not be converted", StringComparison.Ordinal)
                || message.Contains("doesn't allow setting null", StringComparison.Ordinal)
                || message.Contains("doesn't allow null", StringComparison.Ordinal) => "The value has the wrong type or form.",
            _ => message,
        };
    }
}
