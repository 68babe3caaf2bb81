using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Comparing;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>
/// Sends a good body again and again, each time with one thing wrong: a required property left out, a text too long.
/// </summary>
internal sealed class SpoiltBodies(WireClient client, Samples samples, string method, string path)
{
    public async Task<IReadOnlyList<Finding>> SendAllAsync(string model)
    {
        var findings = new List<Finding>();
        foreach (var (where, name, property) in Places(model, samples.Body(model)))
        {
            if (property.IsRequired && !await IsAskedForAsync(model, where, name))
            {
                findings.Add(new Finding(Key(where, name), Difference.RequiredNotAskedFor, $"{method} {path}"));
            }

            if (property.MaximumLength is { } most && !await IsMeasuredAsync(model, where, name, most + 1))
            {
                findings.Add(new Finding(Key(where, name), Difference.LengthNotChecked, $"{method} {path}, {most + 1}"));
            }
        }

        return findings;
    }

    private static string Key(Place where, string name) => $"{where.Model}.{name}";

    private async Task<bool> IsAskedForAsync(string model, Place where, string name)
    {
        var answer = await SendAsync(model, body => where.In(body).Remove(name));
        return answer.Status == 400 && Names(answer, name);
    }

    private async Task<bool> IsMeasuredAsync(string model, Place where, string name, int length)
    {
        var answer = await SendAsync(model, body => where.In(body)[name] = new string('x', length));
        return answer.Status == 400;
    }

    private static bool Names(WireAnswer answer, string name) => answer.Json?["Errors"] is JsonArray errors
        && errors.Any(error => error!["Field"]!.GetValue<string>().EndsWith(name, StringComparison.Ordinal));

    private Task<WireAnswer> SendAsync(string model, Action<JsonNode> spoil)
    {
        var body = samples.Body(model);
        spoil(body);
        return client.SendAsync(method, path, body);
    }

    private static IEnumerable<(Place Where, string Name, PublishedProperty Property)> Places(string model, JsonNode body)
    {
        var top = body is JsonArray ? new Place(model[..^2], ["0"]) : new Place(model, []);
        return Within(top, top.In(body));
    }

    private static IEnumerable<(Place, string, PublishedProperty)> Within(Place place, JsonObject record)
    {
        foreach (var property in PublishedModels.All[place.Model].Where(property => !property.IsReadOnly))
        {
            if (record[property.Name] is null)
            {
                continue;
            }

            yield return (place, property.Name, property);
            if (property is { Type: WireType.Model, Model: { } inner })
            {
                string[] way = property.IsList ? [property.Name, "0"] : [property.Name];
                var deeper = new Place(inner, [.. place.Way, .. way]);
                foreach (var found in Within(deeper, Place.From(record, way)))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>An object within a body: its model, and the names and positions that lead to it.</summary>
    private sealed record Place(string Model, IReadOnlyList<string> Way)
    {
        public JsonObject In(JsonNode body) => From(body, Way);

        public static JsonObject From(JsonNode start, IReadOnlyList<string> way) => way.Aggregate(
            start,
            (node, step) => node is JsonArray items
                ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
                : node[step]!).AsObject();
    }
}
