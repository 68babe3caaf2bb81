using System.Text.Json;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Demo;

/// <summary>
/// The closings of the demo: five evenings of a real restaurant, its name and number made up (Z 64 to 68), and one
/// made-up evening in which everything happens (Z 1284).
/// </summary>
internal static class DemoClosings
{
    private const string Prefix = "closings/";

    /// <summary>All of them, by Z number: the order of their vouchers.</summary>
    public static IReadOnlyList<ClosingDocument> All { get; } =
    [
        .. typeof(DemoClosings).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(closing => closing.ZNumber),
    ];

    /// <summary>The first day that a company has a closing of; <c>null</c> where it has none.</summary>
    public static string? FirstDateOf(DemoCompany company) => All
        .Where(closing => closing.OrganisationNumber == company.OrganisationNumber)
        .Min(closing => closing.BusinessDate);

    private static ClosingDocument Read(string name)
    {
        using var resource = typeof(DemoClosings).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var bytes = content.ToArray();
        return ClosingDocument.Read(name[Prefix.Length..], JsonElement.Parse(bytes), bytes);
    }
}
