using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>An operation of the API as the document of 2024-05 has it, the last that names scopes and variants.</summary>
/// <param name="Model">The model that is answered; null when the document says only "object".</param>
/// <param name="Shape">Whether one, a page of many or a bare array of the model is answered.</param>
/// <param name="Input">The model of the body; null when there is none.</param>
public sealed partial record PublishedOperation(
    string Method, string Path, string? Model, AnswerShape Shape, string? Input, int Status)
{
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Variants { get; init; }

    public required IReadOnlyList<string> Queries { get; init; }

    /// <summary>The same for two documents that name their path parameters differently.</summary>
    public string Key => KeyOf(Method, Path);

    /// <summary>The first word of the path after <c>/v2</c>.</summary>
    public string Resource => Path.Split('/')[2];

    public static IReadOnlyList<PublishedOperation> All { get; } =
        [.. PublishedFile.Json("operations-2024-05.json")["ops"]!.AsArray().Select(node => Of(node!))];

    public static string KeyOf(string method, string path) => $"{method} {Fill(path, "{}")}";

    /// <summary>The path with the same value for each of its parameters.</summary>
    public static string Fill(string path, string value) => Parameter().Replace(path, value);

    private static PublishedOperation Of(JsonNode node)
    {
        var returns = node["returns"]!.GetValue<string>();
        var shape = returns.StartsWith("PaginatedResponse", StringComparison.Ordinal) ? AnswerShape.Page
            : returns.EndsWith("[]", StringComparison.Ordinal) ? AnswerShape.Array
            : AnswerShape.One;
        var model = returns
            .Replace("PaginatedResponse", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal);
        var types = node["params"]!.AsArray().Select(parameter => parameter![1]!.GetValue<string>());
        return new PublishedOperation(
            node["method"]!.GetValue<string>(),
            node["path"]!.GetValue<string>(),
            model is "object" or "string" ? null : model,
            shape,
            types.FirstOrDefault(type => type.Contains("Api", StringComparison.Ordinal)),
            int.Parse(node["codes"]![0]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture))
        {
            Scopes = Words(node, "scopes"),
            Variants = Words(node, "variants"),
            Queries = [.. node["query"]!.AsArray().Select(query => query!.GetValue<string>())],
        };
    }

    private static string[] Words(JsonNode node, string name) =>
        [.. node[name]!.GetValue<string>().Split(", ").Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>How a model stands in an answer.</summary>
public enum AnswerShape
{
    One,
    Page,
    Array,
}
