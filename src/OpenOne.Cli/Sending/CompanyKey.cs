using System.CommandLine;
using OpenOne.Cli.Demo;

namespace OpenOne.Cli.Sending;

/// <summary>The options that say which company is spoken for, where no closing says it.</summary>
internal sealed class CompanyKey
{
    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = $"API key of the company; otherwise the variable {ApiKeys.Variable}, "
            + "or the key that ./run.sh left in artifacts/demo.json for --company",
        HelpName = "key",
    };

    private readonly Option<string?> _company = new("--company")
    {
        Description = "Organisation number of a demo company, where no key is given; the first if left out",
        HelpName = "number",
    };

    /// <summary>What is said where no key is found.</summary>
    public static string Missing { get; } = $"No API key: give --api-key, set {ApiKeys.Variable}, or start the demo with ./run.sh.";

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_apiKey);
        command.Options.Add(_company);
    }

    /// <summary>The key; <c>null</c> where there is none.</summary>
    public string? Find(ParseResult parsed, Uri server, Surroundings surroundings)
    {
        if (new[] { parsed.GetValue(_apiKey), surroundings.Variable(ApiKeys.Variable) }
            .FirstOrDefault(key => !string.IsNullOrWhiteSpace(key)) is { } key)
        {
            return key.Trim();
        }

        var demo = DemoFile.Read(surroundings.Directory);
        var company = parsed.GetValue(_company) ?? (demo?.Companies is [var first, ..] ? first.OrganisationNumber : null);
        return demo?.ApiKeyOf(company, server);
    }
}
