using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>Why BackOffice refused a document: RFC 9457 problem details, as far as the server filled them in.</summary>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">What is wrong with this very document, and what to do.</param>
/// <param name="Particulars">The server's further members, one line each: the field, the rule, its difference.</param>
/// <param name="Json">The problem as it came, for machines; <c>null</c> where there were no problem details.</param>
internal sealed record Problem(string Title, string? Detail, IReadOnlyList<string> Particulars, JsonElement? Json)
{
    /// <summary>Title and detail, as one reads them.</summary>
    public string Sentences => Detail is null ? Title : $"{Title.TrimEnd('.')}. {Detail}";

    // The first five are RFC 9457's own; the trace is for the operator's log, not for the person at the till.
    private static readonly string[] NotParticular = ["type", "title", "status", "detail", "instance", "traceId"];

    /// <summary>Reads problem details, however little of them there is.</summary>
    public static Problem Read(int status, JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } json)
        {
            return new Problem($"Refused with status {status} and no explanation.", null, [], null);
        }

        return new Problem(
            json.Text("title") ?? $"Refused with status {status}.",
            json.Text("detail"),
            [.. json.EnumerateObject().Where(member => !NotParticular.Contains(member.Name)).SelectMany(Lines)],
            json);
    }

    private static IEnumerable<string> Lines(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Array =>
            member.Value.EnumerateArray().Select(item => Sentence(item) ?? $"{member.Name}: {Line(item)}"),
        JsonValueKind.Object => member.Value.EnumerateObject().Select(item => $"{item.Name}: {Line(item.Value)}"),
        _ => [$"{member.Name}: {Line(member.Value)}"],
    };

    /// <summary>An item that says itself what is wrong, after the name of the field where it has one.</summary>
    private static string? Sentence(JsonElement item) => item.Text("message") is { } message
        ? string.Join(": ", new[] { item.Text("field"), message }.OfType<string>())
        : null;

    private static string Line(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            string.Join(", ", value.EnumerateObject().Select(item => $"{item.Name} {Line(item.Value)}")),
        JsonValueKind.Array => string.Join(" ", value.EnumerateArray().Select(Line)),
        _ => value.ToString(),
    };
}
