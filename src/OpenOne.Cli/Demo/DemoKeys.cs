using System.Text.Json;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Demo;

/// <summary>The file in which BackOffice, started with <c>--Demo:Enabled=true</c>, tells how to get in.</summary>
internal sealed record DemoKeys(SignIn SignIn, IReadOnlyList<DemoCompany> Companies)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The key of a closing's company.</summary>
    public string ApiKeyOf(ClosingDocument closing) =>
        Companies.Single(company => company.OrganisationNumber == closing.OrganisationNumber).ApiKey;

    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It belongs to somebody else.</exception>
    /// <exception cref="JsonException">It is not BackOffice's, or lacks a company of the demo's closings.</exception>
    public static async Task<DemoKeys> ReadAsync(string path, CancellationToken cancellation)
    {
        var content = await File.ReadAllBytesAsync(path, cancellation);
        var keys = JsonSerializer.Deserialize<DemoKeys>(content, Strict)
            ?? throw new JsonException("It holds nothing.");
        var known = keys.Companies.Select(company => company.OrganisationNumber);
        var needed = DemoClosings.All.Select(closing => closing.OrganisationNumber);
        return needed.Except(known).FirstOrDefault() is { } missing
            ? throw new JsonException($"It has no key for company {missing}.")
            : keys;
    }
}
