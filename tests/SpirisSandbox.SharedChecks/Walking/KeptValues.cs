using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Comparing;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>
/// Looks in an answer for what the body said: a value that is taken and not kept is lost without a word.
/// </summary>
internal sealed class KeptValues(WireClient client, Samples samples, string method, string path)
{
    /// <param name="model">The model of both the body and the answer.</param>
    public async Task<IReadOnlyList<Finding>> CompareAsync(string model, JsonNode body, JsonNode answer)
    {
        var findings = new List<Finding>();
        var values = Place.Writable(model, body).Where(place => place.Property.Type != WireType.Model);
        foreach (var (where, property) in values)
        {
            // A truth value that is false says little: it is sent once more as true.
            var (sent, answered) = property.Type == WireType.Boolean
                ? await TurnAsync(model, where, property)
                : (body, answer);
            var (said, kept) = (Text(sent, where, property), Text(answered, where, property));
            if (answered is not null && said != kept)
            {
                findings.Add(new Finding($"{where.Model}.{property.Name}", Difference.NotKept, $"{said}, then {kept}"));
            }
        }

        // What was turned is turned back, lest the rest of the walk trip over it.
        if (method == "PUT")
        {
            await client.SendAsync(method, path, samples.Body(model));
        }

        return findings;
    }

    /// <returns>The body with the truth value, and what was answered; null when it was refused.</returns>
    private async Task<(JsonNode Sent, JsonNode? Answered)> TurnAsync(
        string model, Place where, PublishedProperty property)
    {
        var body = samples.Body(model);
        where.In(body)![property.Name] = true;
        var answer = await client.SendAsync(method, path, body);
        return (body, answer.Status < 400 ? answer.Json : null);
    }

    private static string Text(JsonNode? body, Place where, PublishedProperty property) =>
        where.In(body)?[property.Name]?.ToJsonString() ?? "null";
}
