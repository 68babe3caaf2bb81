using System.CommandLine;
using OpenOne.Cli.BackOffice;
using OpenOne.Cli.Demo;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Ready;

/// <summary><c>openone ready</c>: asks whether a company's closings can be sent, and prints what is missing.</summary>
internal static class ReadyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var server = AddressOption.Create("--server", "Address of BackOffice", AddressOption.BackOffice);
        var apiKey = new Option<string?>("--api-key")
        {
            Description = "API key of the company; otherwise the variable OPENONE_API_KEY, "
                + "or the key that ./run.sh left in artifacts/demo.json for --company",
            HelpName = "key",
        };
        var company = new Option<string?>("--company")
        {
            Description = "Organisation number of a demo company, where no key is given; the first if left out",
            HelpName = "number",
        };
        var language = new Option<string>("--language")
        {
            Description = "Language of the sentences: en or sv",
            HelpName = "language",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong("en", "sv");
        var json = new Option<bool>("--json") { Description = "Print the server's answer, and nothing else, on standard output" };
        var command = new Command("ready", "Asks whether closings can be sent, and what must be put right first. Exits with 0 when ready.")
        {
            server, apiKey, company, language, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetRequiredValue(server);
            if (KeyOf(parsed.GetValue(apiKey), parsed.GetValue(company), address, surroundings) is not { } key)
            {
                return (int)surroundings.Complain(
                    ExitCode.Usage, $"No API key: give --api-key, set {ApiKeys.Variable}, or start the demo with ./run.sh.");
            }

            using var http = BackOfficeApi.Connect(address);
            http.DefaultRequestHeaders.AcceptLanguage.Add(new(parsed.GetRequiredValue(language)));
            var answer = await new BackOfficeApi(http, surroundings.Clock).AskReadinessAsync(key, cancellation);
            return (int)Tell(answer, parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static ExitCode Tell(ReadinessLookup answer, bool json, Surroundings surroundings)
    {
        switch (answer)
        {
            case ReadinessLookup.Found(var status):
                if (json)
                {
                    surroundings.Output.WriteLine(status.Json.GetRawText());
                }
                else
                {
                    ReadyTable.Write(surroundings.Tables, status);
                }

                return status.IsReady ? ExitCode.Done : ExitCode.NotBooked;
            case ReadinessLookup.Refused(var problem):
                return surroundings.Complain(ExitCode.Refused, string.Join(" ", new[] { problem.Title, problem.Detail }.OfType<string>()));
            case ReadinessLookup.Unavailable(var reason):
                return surroundings.Complain(ExitCode.Unreachable, reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string? KeyOf(string? given, string? company, Uri server, Surroundings surroundings)
    {
        if (new[] { given, surroundings.Variable(ApiKeys.Variable) }.FirstOrDefault(key => !string.IsNullOrWhiteSpace(key)) is { } key)
        {
            return key.Trim();
        }

        var demo = DemoFile.Read(surroundings.Directory);
        return demo?.ApiKeyOf(company ?? (demo.Companies is [var first, ..] ? first.OrganisationNumber : null), server);
    }
}
