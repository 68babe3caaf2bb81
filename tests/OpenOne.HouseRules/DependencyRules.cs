using System.Xml.Linq;

namespace OpenOne.HouseRules;

/// <summary>Dependencies point inwards and are few.</summary>
public sealed class DependencyRules
{
    [Fact]
    public void The_domain_knows_the_base_class_library_and_nothing_else()
    {
        References("OpenOne.Domain").ShouldBeEmpty();
        BuiltAssemblies.All["OpenOne.Domain"].GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_sandbox_knows_none_of_our_projects_so_that_the_two_can_disagree()
    {
        References("SpirisSandbox").Where(reference => reference.EndsWith(".csproj", StringComparison.Ordinal))
            .ShouldBeEmpty();
        BuiltAssemblies.All["SpirisSandbox"].GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => Repository.Projects.Contains(name, StringComparer.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_ships_knows_a_test_or_a_benchmark() =>
        (from project in Repository.Projects
         from reference in References(project)
         where reference.Split('/').Any(folder => folder is "tests" or "bench")
         select $"{project} references {reference}.").ShouldBeEmpty();

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.FullPath($"src/{project}/{project}.csproj")).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "Reference")
            .Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
