using System.Globalization;
using System.Text.Json;

namespace OpenOne.Cli.Sending;

/// <summary>What came of reading the files that are to be sent.</summary>
internal abstract record ClosingFiles
{
    // As a person counts: z9.json before z10.json.
    private static readonly StringComparer ByNumber =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    private ClosingFiles()
    {
    }

    /// <summary>A file is not there or is not JSON.</summary>
    /// <param name="Sentence">Which, and why.</param>
    public sealed record Unreadable(string Sentence) : ClosingFiles;

    /// <summary>All of them, in the order named; those of a directory in the order of their names.</summary>
    public sealed record Read(IReadOnlyList<ClosingDocument> Documents) : ClosingFiles;

    /// <summary>Reads every file before the first is sent, so that a mistyped name leaves nothing half done.</summary>
    /// <param name="names">Files, directories (their <c>*.json</c>), or <c>-</c> for standard input.</param>
    public static async Task<ClosingFiles> ReadAsync(
        IEnumerable<string> names, Surroundings surroundings, CancellationToken cancellation)
    {
        var documents = new List<ClosingDocument>();
        foreach (var name in names)
        {
            var current = name;
            try
            {
                foreach (var file in FilesOf(name, surroundings.Directory))
                {
                    current = file;
                    var content = await ContentAsync(file, surroundings, cancellation);
                    documents.AddRange(Split(Path.GetFileName(file), content));
                }
            }
            catch (JsonException notJson)
            {
                return new Unreadable($"{current} is not JSON: {notJson.Message}");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return new Unreadable($"{current} cannot be read: {failure.Message}");
            }
        }

        return documents is [] ? new Unreadable("There is no closing in the files named.") : new Read(documents);
    }

    private static IEnumerable<string> FilesOf(string name, string directory)
    {
        var path = Path.Combine(directory, name);
        return name is "-" ? [name]
            : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(ByNumber)
            : [path];
    }

    private static async Task<byte[]> ContentAsync(
        string file, Surroundings surroundings, CancellationToken cancellation)
    {
        if (file is not "-")
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }

        using var content = new MemoryStream();
        await surroundings.Input.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    private static IEnumerable<ClosingDocument> Split(string name, byte[] content)
    {
        var json = JsonElement.Parse(content);
        return json.ValueKind is JsonValueKind.Array
            ? json.EnumerateArray().Select((closing, index) => ClosingDocument.Read($"{name}[{index}]", closing))
            : [ClosingDocument.Read(name, json, content)];
    }
}
