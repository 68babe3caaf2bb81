using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Comparing;

/// <summary>
/// The sandbox's own source. No operation tells which query parameters it reads, but one that it reads is written there.
/// </summary>
internal static class SourceText
{
    private static readonly string _all = string.Concat(Directory
        .EnumerateFiles(Path.Combine(PublishedFile.Root(), "src", "SpirisSandbox"), "*.cs", SearchOption.AllDirectories)
        .Select(File.ReadAllText));

    public static bool Names(string parameter) => _all.Contains($"\"{parameter}\"", StringComparison.Ordinal);
}
