using System.CommandLine;
using OpenOne.Cli.BackOffice;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Ready;

/// <summary><c>openone ready</c>: asks whether a company's closings can be sent, and prints what is missing.</summary>
internal static class ReadyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var server = AddressOption.Create("--server", "Address of BackOffice", AddressOption.BackOffice);
        var companyKey = new CompanyKey();
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
            server, language, json,
        };
        companyKey.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetRequiredValue(server);
            if (companyKey.Find(parsed, address, surroundings) is not { } key)
            {
                return (int)surroundings.Complain(ExitCode.Usage, CompanyKey.Missing);
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
                return surroundings.Complain(ExitCode.Refused, problem.Sentences);
            case ReadinessLookup.Unavailable(var reason):
                return surroundings.Complain(ExitCode.Unreachable, reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
