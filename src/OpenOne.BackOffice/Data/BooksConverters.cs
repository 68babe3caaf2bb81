using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Data;

/// <summary>What was read of books as JSON, without what has tables of its own.</summary>
public sealed class BooksFactsConverter() : ValueConverter<BooksFacts, string>(facts => Write(facts), json => Read(json))
{
    internal static string Write(BooksFacts facts) =>
        JsonSerializer.Serialize(facts with { Years = null, CostCentres = null }, ReadinessJson.Options);

    private static BooksFacts Read(string json) => JsonSerializer.Deserialize<BooksFacts>(json, ReadinessJson.Options)!;
}

/// <summary>What was read is compared as it is stored.</summary>
public sealed class BooksFactsComparer() : ValueComparer<BooksFacts>(
    (left, right) => BooksFactsConverter.Write(left!) == BooksFactsConverter.Write(right!), facts => 0, facts => facts);

/// <summary>A report as JSON.</summary>
public sealed class ReadinessReportConverter() : ValueConverter<ReadinessReport, string>(
    report => JsonSerializer.Serialize(report, ReadinessJson.Options),
    json => JsonSerializer.Deserialize<ReadinessReport>(json, ReadinessJson.Options)!);

/// <summary>Reports are compared point by point.</summary>
public sealed class ReadinessReportComparer() : ValueComparer<ReadinessReport>(
    (left, right) => left!.Points.SequenceEqual(right!.Points), report => report.Points.Length, report => report);

/// <summary>How facts and reports are written: names as in code, words for enums, numbers of companies and accounts as text.</summary>
internal static class ReadinessJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new CompanyNumber(), new Account() },
    };

    private sealed class CompanyNumber : JsonConverter<OrganisationNumber>
    {
        public override OrganisationNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            OrganisationNumber.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, OrganisationNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Digits);
    }

    private sealed class Account : JsonConverter<AccountNumber>
    {
        public override AccountNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            AccountNumber.From(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, AccountNumber value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Number);
    }
}
