using System.CommandLine;

namespace OpenOne.Cli.Sie;

/// <summary><c>openone sie check|show FILE</c>: looks at SIE files, of whatever size. Needs no server, which <c>export</c> does.</summary>
internal static class SieCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("sie", "Reads SIE files of types 1 to 4, and has BackOffice make one.");
        command.Subcommands.Add(Check(surroundings));
        command.Subcommands.Add(Show(surroundings));
        command.Subcommands.Add(ExportCommand.Create(surroundings));
        return command;
    }

    private static Command Check(Surroundings surroundings)
    {
        var (file, json) = (FileArgument(), JsonOption());
        var command = new Command("check", "Tells everything that is not as it should be, line by line.") { file, json };
        command.SetAction(parsed => (int)Run(
            surroundings, parsed.GetRequiredValue(file), vouchers: 0,
            examination => Report(surroundings, examination, parsed.GetValue(json), SieTables.WriteCheck)));
        return command;
    }

    private static Command Show(Surroundings surroundings)
    {
        var (file, json) = (FileArgument(), JsonOption());
        var vouchers = new Option<int>("--vouchers")
        {
            Description = "Show so many vouchers with their rows, from the beginning of the file",
            HelpName = "COUNT",
        };
        vouchers.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > SieExamination.MaxShown)
            {
                result.AddError($"--vouchers is a number from 0 to {SieExamination.MaxShown}.");
            }
        });
        var command = new Command("show", "Shows the company, and what its accounts add up to.") { file, vouchers, json };
        command.SetAction(parsed => (int)Run(
            surroundings, parsed.GetRequiredValue(file), parsed.GetValue(vouchers),
            examination => Report(surroundings, examination, parsed.GetValue(json), SieTables.WriteShow)));
        return command;
    }

    private static ExitCode Run(
        Surroundings surroundings, string path, int vouchers, Func<SieExamination, ExitCode> report)
    {
        try
        {
            using var input = path == "-" ? surroundings.Input : File.OpenRead(Path.Combine(surroundings.Directory, path));
            return report(SieExamination.Of(input, vouchers, new SieProgress(surroundings.Error, input)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return surroundings.Complain(ExitCode.Usage, $"{path} cannot be read: {unreadable.Message}");
        }
    }

    private static ExitCode Report(
        Surroundings surroundings, SieExamination examination, bool json, Action<Spectre.Console.IAnsiConsole, SieExamination> write)
    {
        var code = examination.Findings.HasErrors ? ExitCode.Refused : ExitCode.Done;
        if (json)
        {
            SieJson.Write(surroundings.Output, examination, code);
        }
        else
        {
            write(surroundings.Tables, examination);
        }

        return code;
    }

    private static Argument<string> FileArgument() =>
        new("FILE") { Description = "A SIE file (.se, .si), or - for standard input" };

    private static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON document" };
}
