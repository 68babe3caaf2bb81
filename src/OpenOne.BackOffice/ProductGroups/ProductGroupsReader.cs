using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.ProductGroups;

/// <summary>What a posted document turned out to be.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
public abstract record ProductGroupsReading
{
    private ProductGroupsReading()
    {
    }

    /// <summary>Larger than any till needs it to be.</summary>
    public sealed record TooLarge(string Limit) : ProductGroupsReading;

    /// <summary>Not what the contract describes: every field that is wrong.</summary>
    public sealed record Malformed(ImmutableArray<FieldError> Errors) : ProductGroupsReading;

    /// <summary>Keys with the names that the till has for them, each once.</summary>
    public sealed record Read(ImmutableArray<NamedKey> Keys) : ProductGroupsReading;
}

/// <summary>Reads a posted document at the edge. Throws for no input whatever.</summary>
public static class ProductGroupsReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 200_000;

    /// <summary>The most product groups, and the most means of payment.</summary>
    public const int MaxRows = 1_000;

    private const int MaxCode = 64;
    private const int MaxName = 100;

    /// <summary>Reads a document.</summary>
    public static ProductGroupsReading Read(ReadOnlySpan<byte> document)
    {
        if (document.Length > MaxBytes)
        {
            return new ProductGroupsReading.TooLarge($"The document has at most {MaxBytes} bytes.");
        }

        if (!Utf8.IsValid(document))
        {
            return new ProductGroupsReading.Malformed([new("", "The text is not UTF-8.")]);
        }

        try
        {
            var read = JsonSerializer.Deserialize<ProductGroupsDocument>(document, ProductGroupsDocument.Json)
                ?? throw new JsonException("The document is null.");
            return read.ProductGroups.Count > MaxRows || read.PaymentMeans?.Count > MaxRows
                ? new ProductGroupsReading.TooLarge($"A document has at most {MaxRows} product groups and {MaxRows} means of payment.")
                : KeysOf(read);
        }
        catch (JsonException problem)
        {
            return new ProductGroupsReading.Malformed([new(problem.Path?.TrimStart('$', '.') ?? "", "This is missing, unknown, repeated or of the wrong type.")]);
        }
    }

    private static ProductGroupsReading KeysOf(ProductGroupsDocument document)
    {
        var (errors, keys) = (new List<FieldError>(), new List<NamedKey>());
        for (var i = 0; i < document.ProductGroups.Count; i++)
        {
            var at = $"productGroups[{i}]";
            var row = document.ProductGroups[i];
            if (IsNamed(row?.Code, row?.Name, at, errors))
            {
                keys.AddRange(Sales(row!, at, errors));
            }
        }

        for (var i = 0; i < document.PaymentMeans?.Count; i++)
        {
            var at = $"paymentMeans[{i}]";
            var row = document.PaymentMeans[i];
            if (IsNamed(row?.Code, row?.Name, at, errors))
            {
                keys.Add(new(new MappingKey.Payment(new(row!.Code)), row.Name));
            }
        }

        return errors is []
            ? new ProductGroupsReading.Read([.. keys.DistinctBy(named => named.Key)])
            : new ProductGroupsReading.Malformed([.. errors]);
    }

    private static IEnumerable<NamedKey> Sales(ProductGroupsDocument.GroupRow row, string at, List<FieldError> errors)
    {
        if (row.VatRates is null or [] || row.VatRates.Count > VatRate.All.Length)
        {
            errors.Add(new($"{at}.vatRates", $"A product group has 1 to {VatRate.All.Length} VAT rates."));
            yield break;
        }

        for (var i = 0; i < row.VatRates.Count; i++)
        {
            if (VatRate.TryFromPercent(row.VatRates[i], out var rate))
            {
                yield return new(new MappingKey.Sales(new(row.Code), rate), row.Name);
            }
            else
            {
                errors.Add(new($"{at}.vatRates[{i}]", "Sweden has the rates 25, 12, 6 and 0."));
            }
        }
    }

    private static bool IsNamed(string? code, string? name, string at, List<FieldError> errors)
    {
        var before = errors.Count;
        if (code is not { Length: > 0 and <= MaxCode } || code.Any(char.IsControl))
        {
            errors.Add(new($"{at}.code", $"A code has 1 to {MaxCode} characters and no control characters."));
        }

        if (name is { Length: > MaxName } || name?.Any(char.IsControl) is true)
        {
            errors.Add(new($"{at}.name", $"A name has at most {MaxName} characters and no control characters."));
        }

        return errors.Count == before;
    }
}
