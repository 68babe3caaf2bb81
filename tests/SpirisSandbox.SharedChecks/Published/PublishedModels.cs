using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>
/// The models of the API: those of 2026-09 first, since they are current; of 2024-05 where the newer extract has none.
/// </summary>
public sealed partial class PublishedModels
{
    // The same model under the two names of two documents.
    private static readonly Dictionary<string, string> _renamed = new()
    {
        ["AttachmentResultApi"] = "Attachment",
        ["PaginationMetadata"] = "CommonPaginationMetadata",
    };

    private readonly Dictionary<string, IReadOnlyList<PublishedProperty>> _models = [];

    private PublishedModels()
    {
        var old = PublishedFile.Json("swagger-2021-10.json")["definitions"]!.AsObject();
        foreach (var (name, node) in PublishedFile.Json("operations-2024-05.json")["models"]!.AsObject())
        {
            _models[name] = [.. node!.AsObject().Select(property =>
                PublishedProperty.Of2024(property.Key, property.Value!, IsReadOnly(old, name, property.Key)))];
        }

        foreach (var (name, node) in PublishedFile.Json("models-2026-09.json"))
        {
            _models[name.Split(' ')[0]] = [.. node!.AsArray().SelectMany(property => Expand(property!))];
        }
    }

    public static PublishedModels All { get; } = new();

    public IReadOnlyList<PublishedProperty> this[string name] => _models[_renamed.GetValueOrDefault(name, name)];

    // A note "same for OrderTextDomestic/Foreign" stands for two properties more.
    private static IEnumerable<PublishedProperty> Expand(JsonNode node)
    {
        var property = PublishedProperty.Of2026(node);
        yield return property;
        if (SameFor().Match(node["note"]!.GetValue<string>()) is { Success: true } same)
        {
            foreach (var name in same.Groups[1].Value.Split(", "))
            {
                yield return property with { Name = name.Split('/')[0] };
                if (name.EndsWith("Domestic/Foreign", StringComparison.Ordinal))
                {
                    yield return property with { Name = name.Replace("Domestic/", "", StringComparison.Ordinal) };
                }
            }
        }
    }

    // Neither newer document says what is read-only in the small registers. An id and a stamp always are.
    private static bool IsReadOnly(JsonObject old, string model, string property) =>
        property == "Id"
        || property.EndsWith("Utc", StringComparison.Ordinal)
        || old[model]?["properties"]?[property]?["readOnly"]?.GetValue<bool>() == true;

    [GeneratedRegex(@"same for ([A-Z]\w+(?:/\w+)?(?:, [A-Z]\w+(?:/\w+)?)*)")]
    private static partial Regex SameFor();
}
