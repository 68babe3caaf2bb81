using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;

namespace OpenOne.HouseRules;

/// <summary>The assemblies of src as they were built beside these tests, loaded from their own folders.</summary>
internal static class BuiltAssemblies
{
    // artifacts/bin/{project}/{configuration}: ours tells where theirs are.
    private static readonly DirectoryInfo Ours = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static readonly AssemblyLoadContext Context = MakeContext();

    /// <summary>Every assembly, by the name of its project.</summary>
    public static IReadOnlyDictionary<string, Assembly> All { get; } = Repository.Projects.ToDictionary(
        project => project, project => Context.LoadFromAssemblyPath(PathOf(project, "dll")), StringComparer.Ordinal);

    /// <summary>Those that other programs could build on, so that their types are held to more.</summary>
    public static IEnumerable<KeyValuePair<string, Assembly>> Libraries =>
        All.Where(assembly => assembly.Key is "OpenOne.Domain" or "OpenOne.Sie" or "OpenOne.Spiris");

    /// <summary>The XML documentation of a project, by the identity of what is documented.</summary>
    public static IReadOnlyDictionary<string, XElement> Documentation(string project) =>
        XDocument.Load(PathOf(project, "xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);

    private static string FolderOf(string project) =>
        Path.Combine(Ours.Parent!.Parent!.FullName, project, Ours.Name);

    private static string PathOf(string project, string extension)
    {
        var file = XDocument.Load(Repository.FullPath($"src/{project}/{project}.csproj"));
        var name = file.Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        return Path.Combine(FolderOf(project), $"{name}.{extension}");
    }

    private static AssemblyLoadContext MakeContext()
    {
        var context = new AssemblyLoadContext("under the rules");
        context.Resolving += (_, name) => Repository.Projects
            .Select(project => Path.Combine(FolderOf(project), $"{name.Name}.dll"))
            .Where(File.Exists)
            .Select(context.LoadFromAssemblyPath)
            .FirstOrDefault();
        return context;
    }
}
