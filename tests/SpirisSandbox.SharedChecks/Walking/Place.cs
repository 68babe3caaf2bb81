using System.Globalization;
using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>An object within a body: its model, and the names and positions that lead to it.</summary>
internal sealed record Place(string Model, IReadOnlyList<string> Way)
{
    /// <summary>Every property of a body that a client may write, in the body and in what is inside it.</summary>
    public static IEnumerable<(Place Where, PublishedProperty Property)> Writable(string model, JsonNode body)
    {
        var top = body is JsonArray ? new Place(model[..^2], ["0"]) : new Place(model, []);
        return Within(top, top.In(body)!);
    }

    /// <summary>The object at this place of a body; null when there is none.</summary>
    public JsonObject? In(JsonNode? body) => Way.Aggregate(body, Step) as JsonObject;

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonArray items => items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
        JsonObject record => record[step],
        _ => null,
    };

    private static IEnumerable<(Place, PublishedProperty)> Within(Place place, JsonObject record)
    {
        foreach (var property in PublishedModels.All[place.Model].Where(property => !property.IsReadOnly))
        {
            if (record[property.Name] is not { } value)
            {
                continue;
            }

            yield return (place, property);
            if (property is { Type: WireType.Model, Model: { } inner })
            {
                string[] way = property.IsList ? [property.Name, "0"] : [property.Name];
                var deeper = new Place(inner, [.. place.Way, .. way]);
                foreach (var found in Within(deeper, (property.IsList ? value[0]! : value).AsObject()))
                {
                    yield return found;
                }
            }
        }
    }
}
