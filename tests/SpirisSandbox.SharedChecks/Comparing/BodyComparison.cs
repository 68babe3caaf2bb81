using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Comparing;

/// <summary>Compares JSON with the model it is documented to follow, both ways and all the way down.</summary>
public static partial class BodyComparison
{
    public static IEnumerable<Finding> Compare(string model, JsonNode? body)
    {
        if (body is not JsonObject record)
        {
            return [new Finding(model, Difference.Type, body?.ToJsonString() ?? "null")];
        }

        var properties = PublishedModels.All[model];
        var undocumented = record.Select(pair => pair.Key).Except(properties.Select(property => property.Name))
            .Select(name => new Finding($"{model}.{name}", Difference.Undocumented, name));
        var documented = properties.SelectMany(property => record.TryGetPropertyValue(property.Name, out var value)
            ? Compare($"{model}.{property.Name}", property, value)
            : [new Finding($"{model}.{property.Name}", Difference.Missing, "no such property")]);
        return undocumented.Concat(documented);
    }

    private static IEnumerable<Finding> Compare(string where, PublishedProperty property, JsonNode? value) =>
        (value, property.IsList) switch
        {
            (null, _) => property.MayBeNull == false ? [new Finding(where, Difference.Null, "null")] : [],
            (JsonArray items, true) => items.SelectMany(item => Single(where, property, item)),
            (_, true) => [new Finding(where, Difference.Type, value.ToJsonString())],
            _ => Single(where, property, value),
        };

    private static IEnumerable<Finding> Single(string where, PublishedProperty property, JsonNode? value)
    {
        if (property.Type == WireType.Model)
        {
            return Compare(property.Model!, value);
        }

        return Judge(property, value) is { } difference
            ? [new Finding(where, difference, value?.ToJsonString() ?? "null")]
            : [];
    }

    private static Difference? Judge(PublishedProperty property, JsonNode? value)
    {
        var kind = value?.GetValueKind();
        var text = kind == JsonValueKind.String ? value!.GetValue<string>() : null;
        return property.Type switch
        {
            WireType.Boolean => kind is JsonValueKind.True or JsonValueKind.False ? null : Difference.Type,
            WireType.Whole or WireType.Number => kind == JsonValueKind.Number ? OfNumber(property, value!) : Difference.Type,
            _ when text is null => Difference.Type,
            WireType.Text => text.Length > property.MaximumLength ? Difference.Range : null,
            WireType.Uuid => Uuid().IsMatch(text) ? null : Difference.Format,
            _ when Stamp().IsMatch(text) => null,
            _ => CalendarDate().IsMatch(text) ? Difference.CalendarDate : Difference.Format,
        };
    }

    private static Difference? OfNumber(PublishedProperty property, JsonNode value)
    {
        var number = value.GetValue<decimal>();
        if (property.Type == WireType.Whole && value.ToJsonString().Contains('.', StringComparison.Ordinal))
        {
            return Difference.Type;
        }

        return number < property.Least || number > property.Most
            || (property.Codes.Count > 0 && !property.Codes.Contains((int)number))
                ? Difference.Range
                : null;
    }

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex CalendarDate();
}
