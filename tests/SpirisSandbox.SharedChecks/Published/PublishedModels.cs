using System.Text.Json.Nodes;

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>
/// The models of the API: those of 2026-09 first, since they are current; of 2024-05 where the newer extract has none.
/// </summary>
public sealed class PublishedModels
{
    // The extract of 2026-09 writes "same for ..." in its notes instead of these properties.
    private static readonly string[] _shortenedIn2026 = ["CompanyTextsApi"];

    // The same model under the two names of two documents.
    private static readonly Dictionary<string, string> _renamed = new()
    {
        ["AttachmentResultApi"] = "Attachment",
        ["PaginationMetadata"] = "CommonPaginationMetadata",
        ["SeriesMapping"] = "Sie4SeriesMapping",
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
            var bare = name.Split(' ')[0];
            PublishedProperty[] current = [.. node!.AsArray().Select(property => PublishedProperty.Of2026(property!))];
            _models[bare] = _shortenedIn2026.Contains(bare)
                ? [.. current, .. _models[bare].Where(older => current.All(newer => newer.Name != older.Name))]
                : current;
        }
    }

    public static PublishedModels All { get; } = new();

    public IReadOnlyList<PublishedProperty> this[string name] => _models[_renamed.GetValueOrDefault(name, name)];

    // Neither newer document says what is read-only in the small registers. An id and a stamp always are.
    private static bool IsReadOnly(JsonObject old, string model, string property) =>
        property == "Id"
        || property.EndsWith("Utc", StringComparison.Ordinal)
        || old[model]?["properties"]?[property]?["readOnly"]?.GetValue<bool>() == true;
}
