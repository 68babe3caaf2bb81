using System.Reflection;
using System.Text.Json.Serialization;
using SpirisSandbox.Faults;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Tests;

/// <summary>The sandbox's README names everything that can be ordered or assumed otherwise.</summary>
public sealed class ReadmeTests
{
    private static readonly string _readme = File.ReadAllText(
        Path.Combine(Root().FullName, "src", "SpirisSandbox", "README.md"));

    [Fact]
    public void Every_kind_of_fault_is_named() => Missing(
        typeof(Fault).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(kind => (string)kind.TypeDiscriminator!)).ShouldBeEmpty();

    [Fact]
    public void Every_assumption_is_named() => Missing(
        typeof(SandboxAssumptions).GetProperties().Concat(typeof(SalesAssumptions).GetProperties())
            .Select(option => option.Name)).ShouldBeEmpty();

    private static string[] Missing(IEnumerable<string> names) =>
        [.. names.Where(name => !_readme.Contains($"`{name}`", StringComparison.Ordinal))];

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenOne.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
