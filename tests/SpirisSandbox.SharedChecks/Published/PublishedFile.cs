using System.Text.Json.Nodes;

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>
/// The published documents of the API. They are not ours to copy: they are read where they lie, beside the repository.
/// </summary>
public static class PublishedFile
{
    public const string WhyNot = "The published documents of the API do not lie beside this repository.";

    private static readonly string _folder = Path.Combine(Root(), "..", "shared", "data", "spiris");

    /// <summary>True when the documents are here to compare with.</summary>
    public static bool IsHere => Directory.Exists(_folder);

    /// <summary>The repository's own root: where its solution lies.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenOne.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds OpenOne.slnx.");
        }

        return folder.FullName;
    }

    public static string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public static JsonObject Json(string name) => JsonNode.Parse(Text(name))!.AsObject();
}
