using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Comparing;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>
/// Sends a good body again and again, each time with one thing wrong: a required property left out, a text too long.
/// </summary>
internal sealed class SpoiltBodies(WireClient client, Samples samples, string method, string path)
{
    public async Task<IReadOnlyList<Finding>> SendAllAsync(string model)
    {
        var findings = new List<Finding>();
        foreach (var (where, property) in Place.Writable(model, samples.Body(model)))
        {
            var name = property.Name;
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
        var answer = await SendAsync(model, body => where.In(body)!.Remove(name));
        return answer.Status == 400 && Names(answer, name);
    }

    private async Task<bool> IsMeasuredAsync(string model, Place where, string name, int length)
    {
        var answer = await SendAsync(model, body => where.In(body)![name] = new string('x', length));
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
}
