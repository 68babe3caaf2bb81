using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OpenOne.Cli.CloseDay;
using OpenOne.Cli.ClusterDemo;
using OpenOne.Cli.Demo;
using OpenOne.Cli.Moving;
using OpenOne.Cli.Ready;
using OpenOne.Cli.Sending;
using OpenOne.Cli.Sie;

namespace OpenOne.Cli;

/// <summary>The command line <c>openone</c>: its commands, and how a wrong command line is answered.</summary>
internal static class OpenOneCommand
{
    private const string ExitCodes = """
        Exit codes:
          0  everything was accepted (with --wait: and booked, or skipped by the company's own settings)
          1  the command line, a file or a setting is wrong; nothing was sent
          2  at least one closing was refused (4xx); with sie: the file is not to be relied on
          3  the server could not be reached or failed (5xx); sending the same again is safe
          4  with --wait: something is held, rejected or not booked in time; with ready: something is blocked
        When several apply, the first of 3, 2 and 4 is told.
        """;

    /// <summary>Reads the command line and carries it out.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var parsed = Create(surroundings).Parse(arguments);
        if (parsed.Action is ParseErrorAction complaint)
        {
            // Both would go to standard output, which belongs to results.
            complaint.ShowHelp = false;
            complaint.ShowTypoCorrections = false;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static RootCommand Create(Surroundings surroundings)
    {
        var root = new RootCommand("OPEN One BackOffice at the command line: plays the till, and reads SIE files.")
        {
            SendCommand.Create(surroundings),
            CloseDayCommand.Create(surroundings),
            DemoCommand.Create(surroundings),
            ReadyCommand.Create(surroundings),
            SieCommand.Create(surroundings),
            ClusterDemoCommand.Create(surroundings),
            MoveToPostgresCommand.Create(surroundings),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    /// <summary>The help of a command, and under it what its exit code means.</summary>
    private sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes);
            return result;
        }
    }
}
