using OpenOne.Cli.Demo;

namespace OpenOne.Cli.Sending;

/// <summary>Where a closing's API key is found: command line, environment, or the demo that runs here.</summary>
internal sealed class ApiKeys(SendOptions.Values options, Surroundings surroundings)
{
    /// <summary>The environment variable that holds a key, so that it need not stand in a shell's history.</summary>
    public const string Variable = "OPENONE_API_KEY";

    private readonly string? _one = NotEmpty(options.ApiKey) ?? NotEmpty(surroundings.Variable(Variable));
    private readonly Lazy<DemoFile?> _demo = new(() => DemoFile.Read(surroundings.Directory));

    /// <summary>The key to post a closing with; <c>null</c> where there is none.</summary>
    public string? Of(ClosingDocument document) =>
        _one ?? _demo.Value?.ApiKeyOf(document.OrganisationNumber, options.Server);

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
