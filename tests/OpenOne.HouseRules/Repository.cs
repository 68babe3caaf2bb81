namespace OpenOne.HouseRules;

/// <summary>The repository that these tests were built in: its files as they stand, whatever its projects.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules"];

    /// <summary>The folder that holds OpenOne.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# and Razor file that people write: not what a tool generated.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Files("*.cs").Concat(Files("*.razor"))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, File.ReadAllText(FullPath(path)))),
    ];

    /// <summary>Those of them that ship.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } =
        [.. Sources.Where(source => source.Path.StartsWith("src/", StringComparison.Ordinal))];

    /// <summary>The projects under src, by their folder's name.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Files("*.csproj").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1]),
    ];

    /// <summary>Paths of the files of a pattern, from the root and with slashes, in order.</summary>
    public static IEnumerable<string> Files(string pattern) => Walk(Root)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>Where a file lies on this machine.</summary>
    public static string FullPath(string path) => Path.Combine(Root, path);

    private static IEnumerable<string> Walk(string folder) =>
    [
        folder,
        .. Directory.EnumerateDirectories(folder)
            .Where(inner => !NotOurs.Contains(Path.GetFileName(inner), StringComparer.Ordinal))
            .SelectMany(Walk),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenOne.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above these tests holds OpenOne.slnx.");
    }
}
