using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>Bodies with every property that a model lets a client write, and values that make sense together.</summary>
public sealed class Samples
{
    // Where a reference is found. A reference that is not here is left out, since it would point nowhere.
    private static readonly Dictionary<string, string> _references = new()
    {
        ["TermsOfPaymentId"] = "termsofpayments",
        ["DeliveryMethodId"] = "deliverymethods",
        ["DeliveryTermId"] = "deliveryterms",
        ["CustomerId"] = "customers",
        ["CodingId"] = "articleaccountcodings",
        ["UnitId"] = "units",
        ["ArticleId"] = "articles",
        ["CostCenterId"] = "costcenters",
        ["CompanyBankAccountId"] = "bankaccounts",
        ["ProjectId"] = "projects",
        ["FiscalYearId"] = "fiscalyears",
        ["VoucherId"] = "vouchers",
        ["ResourceId"] = "customers",
        ["Bank"] = "banks",
    };

    private readonly Dictionary<string, JsonNode> _found = [];
    private int _count;

    /// <summary>
    /// What the bodies of the next operation say of the properties named here, whatever else they would say.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode> Given { get; set; } = new Dictionary<string, JsonNode>();

    /// <summary>Finds what bodies refer to, so far as it has been made by now.</summary>
    public async Task LookAroundAsync(WireClient client)
    {
        foreach (var (property, resource) in _references.Where(reference => !_found.ContainsKey(reference.Key)))
        {
            if ((await client.GetAsync("/v2/" + resource)).Json?["Data"] is JsonArray { Count: > 0 } records)
            {
                _found[property] = records[0]!["Id"]!.DeepClone();
            }
        }
    }

    /// <summary>A body for an operation. No two have the same number, date or name where those must differ.</summary>
    public JsonNode Body(string model)
    {
        _count++;
        return model.EndsWith("[]", StringComparison.Ordinal)
            ? new JsonArray(Record(model[..^2]), Opposite(Record(model[..^2])))
            : Record(model);
    }

    private JsonObject Record(string model)
    {
        var record = new JsonObject();
        foreach (var property in PublishedModels.All[model].Where(property => !property.IsReadOnly))
        {
            if (Value(model, property) is { } value)
            {
                record[property.Name] = value;
            }
        }

        return record;
    }

    private JsonNode? Value(string model, PublishedProperty property)
    {
        var name = $"{model}.{property.Name}";
        if (SampleValues.LeftOut.ContainsKey(name))
        {
            return null;
        }

        return Given.GetValueOrDefault(name)?.DeepClone()
            ?? SampleValues.Of(name, property.Name, _count)
            ?? (property.IsList ? List(model, property) : Single(property));
    }

    private JsonArray? List(string model, PublishedProperty property) => property switch
    {
        { Type: WireType.Model, Name: "Rows" } when model.StartsWith("Voucher", StringComparison.Ordinal) =>
            new JsonArray(Record(property.Model!), Opposite(Record(property.Model!))),
        { Type: WireType.Model, Model: { } item } => new JsonArray(Record(item)),
        _ => null,
    };

    private JsonNode? Single(PublishedProperty property) => property.Type switch
    {
        WireType.Text => JsonValue.Create("Text"[..Math.Min(4, property.MaximumLength ?? 4)]),
        WireType.Uuid => _found.GetValueOrDefault(property.Name)?.DeepClone(),
        WireType.Time => JsonValue.Create("2026-11-20"),
        WireType.Whole => JsonValue.Create(property.Codes.Count > 0 ? property.Codes[0] : (int)(property.Least ?? 0)),
        WireType.Number => JsonValue.Create((int)(property.Least ?? 0)),
        WireType.Boolean => JsonValue.Create(value: false),
        _ => Record(property.Model!),
    };

    // The other half of what must balance.
    private static JsonObject Opposite(JsonObject row)
    {
        if (row["Balance"] is { } balance)
        {
            row["AccountNumber"] = 2081;
            row["Balance"] = -balance.GetValue<int>();
            return row;
        }

        (row["DebitAmount"], row["CreditAmount"]) = (row["CreditAmount"]!.DeepClone(), row["DebitAmount"]!.DeepClone());
        row["AccountNumber"] = 3001;
        return row;
    }
}
